/** `bench-node audit evidence`: whom evidence convicts, and of what, with public keys only. Offline. */
import { refusalOf, type Refusal } from '../../protocol/errors.ts';
import { verifyEvidence, type Conviction } from '../../protocol/evidence/verify.ts';
import { openConsortium, parseManifestFile, type Consortium } from '../../protocol/manifest.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readBytes, readText } from '../home/private-files.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';

type Options = GlobalOptions & { readonly consortium: string };

/** A verdict, and the file that it is about. */
export type FileVerdict = { readonly file: string } & (
  ({ readonly ok: true } & Conviction) | { readonly ok: false; readonly error: Refusal }
);

export async function run(
  files: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const consortium = openConsortium(parseManifestFile(await readText(options.consortium)));
  const verdicts: FileVerdict[] = [];
  for (const file of files) verdicts.push(verdictOn(file, await readBytes(file), consortium));
  const [only] = verdicts;
  output.result(verdicts.length === 1 ? only : verdicts, verdictsText(verdicts, consortium));
  return verdicts.every(({ ok }) => ok) ? EXIT.ok : EXIT.auditFailed;
}

function verdictOn(file: string, bytes: Uint8Array, consortium: Consortium): FileVerdict {
  try {
    return { file, ok: true, ...verifyEvidence(bytes, consortium) };
  } catch (error) {
    return { file, ok: false, error: refusalOf(error) };
  }
}

/** One line for each file; of several, each begins with the file's name. */
export function verdictsText(
  verdicts: readonly FileVerdict[],
  { manifest }: Pick<Consortium, 'manifest'>,
): string {
  return verdicts
    .map((verdict) => {
      const said = verdict.ok
        ? `proven: ${verdict.means} (${verdict.lie}), in round ${verdict.round.slice(0, 12)} of ${manifest.name}`
        : `NOT proven: ${verdict.error.message}`;
      return verdicts.length === 1 ? said : `${verdict.file}: ${said}`;
    })
    .join('\n');
}
