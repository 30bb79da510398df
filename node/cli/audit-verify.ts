/** `bench-node audit verify`: recomputes a round from its bundle, with public keys only. Offline. */
import { readFile } from 'node:fs/promises';
import { audit, type Audit } from '../../protocol/audit.ts';
import { NodeError } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readText } from '../home/private-files.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';

type Options = GlobalOptions & { readonly consortium: string };

export async function run(
  [file = '']: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const consortium = await readText(options.consortium);
  const found = audit(await readBundle(file), consortium);
  output.result(found, auditText(found));
  return found.ok ? EXIT.ok : EXIT.auditFailed;
}

async function readBundle(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (missing) throw new NodeError('E_NO_FILE', `${path} does not exist`, { path }, error);
    throw new NodeError('E_IO', `cannot read ${path}`, { path }, error);
  }
}

/** One line for each check, then the verdict. */
export function auditText({ ok, checks, report, verifiedBy }: Audit): string {
  const width = Math.max(...checks.map(({ name }) => name.length));
  const lines = checks.map((check) => {
    return `${check.ok ? 'ok  ' : 'FAIL'}  ${check.name.padEnd(width)}  ${check.detail}`;
  });
  const failed = checks.find((check) => !check.ok);
  const verdict =
    ok && report
      ? `verified: round ${report.round} of ${report.consortium.name}, signed by ${verifiedBy.length} of ${report.network.members.length} (${verifiedBy.join(', ')})`
      : `NOT verified: ${failed ? `${failed.name}: ${failed.detail}` : 'the bundle does not hold'}`;
  return [...lines, '', verdict].join('\n');
}
