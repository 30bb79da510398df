/** `bench-node audit verify`: recomputes rounds from their bundles, with public keys only. Offline. */
import { audit, type Audit } from '../../protocol/audit.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { readBytes, readText } from '../home/private-files.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';

type Options = GlobalOptions & { readonly consortium: string };

/** A verdict, and the file that it is about. */
export type FileAudit = Audit & { readonly file: string };

export async function run(
  files: readonly string[],
  options: Options,
  output: Output,
): Promise<ExitCode> {
  const consortium = await readText(options.consortium);
  const audits: FileAudit[] = [];
  // one after the other: a bundle may be large
  for (const file of files) audits.push({ file, ...audit(await readBytes(file), consortium) });
  const [only] = audits;
  output.result(audits.length === 1 ? only : audits, auditsText(audits));
  return audits.every(({ ok }) => ok) ? EXIT.ok : EXIT.auditFailed;
}

/** Of several, each stands under the name of its file, and a last line counts. */
export function auditsText(audits: readonly FileAudit[]): string {
  const [only] = audits;
  if (only && audits.length === 1) return auditText(only);
  const parts = audits.map((found) => `${found.file}\n${auditText(found)}\n`);
  const verified = audits.filter(({ ok }) => ok).length;
  return [...parts, `${verified} of ${audits.length} bundles verified`].join('\n');
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
