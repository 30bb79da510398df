/** `bench-node audit evidence`: whom evidence convicts, and of what, with public keys only. Offline. */
import { refusalOf, type Refusal } from '../../protocol/errors.ts';
import { verifyEvidenceIn } from '../../protocol/evidence/verify.ts';
import { openChain, type ManifestChain } from '../../protocol/manifest-chain.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readBytes } from '../home/private-files.ts';
import { readManifests } from './audit-files.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';

type Options = GlobalOptions & { readonly consortium: readonly string[] };

/** A verdict, and the file that it is about. */
export type FileVerdict = { readonly file: string } & (
  | ({ readonly ok: true } & ReturnType<typeof verifyEvidenceIn>)
  | { readonly ok: false; readonly error: Refusal }
);

export async function run(
  files: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const chain = openChain(await readManifests(options.consortium));
  const verdicts: FileVerdict[] = [];
  for (const file of files) verdicts.push(verdictOn(file, await readBytes(file), chain));
  const [only] = verdicts;
  output.result(verdicts.length === 1 ? only : verdicts, verdictsText(verdicts, chain));
  return verdicts.every(({ ok }) => ok) ? EXIT.ok : EXIT.auditFailed;
}

function verdictOn(file: string, bytes: Uint8Array, chain: ManifestChain): FileVerdict {
  try {
    return { file, ok: true, ...verifyEvidenceIn(bytes, chain) };
  } catch (error) {
    return { file, ok: false, error: refusalOf(error) };
  }
}

/** One line for each file; of several, each begins with the file's name. */
export function verdictsText(verdicts: readonly FileVerdict[], chain: ManifestChain): string {
  return verdicts
    .map((verdict) => {
      const said = verdict.ok ? provenText(verdict, chain) : `NOT proven: ${verdict.error.message}`;
      return verdicts.length === 1 ? said : `${verdict.file}: ${said}`;
    })
    .join('\n');
}

type Proven = Extract<FileVerdict, { ok: true }>;

/** Of several manifests, it names the one under which all of it was signed. */
function provenText({ means, lie, round, manifest }: Proven, chain: ManifestChain): string {
  const { place, of, digest } = manifest;
  const { name } = (chain[place - 1] ?? chain[0]).manifest;
  const under = of > 1 ? `, under manifest ${place} of ${of}, ${digest.slice(0, 16)}` : '';
  return `proven: ${means} (${lie}), in round ${round.slice(0, 12)} of ${name}${under}`;
}
