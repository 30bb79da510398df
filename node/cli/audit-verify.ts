/** `bench-node audit verify`: recomputes rounds from their bundles, with public keys only. Offline. */
import { audit, type Audit, type Check } from '../../protocol/audit.ts';
import { reportText } from '../../protocol/report.ts';
import { withNext } from '../error-catalogue.ts';
import { NodeError } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { checkPage } from '../report/page-check.ts';
import { readBundle, readCopies, readManifests, type Copies } from './audit-files.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';

type Options = GlobalOptions & { readonly consortium: readonly string[]; readonly html?: string };

/** A verdict, and the file that it is about. */
export type FileAudit = Audit & { readonly file: string };

export async function run(
  files: readonly string[],
  { consortium, html }: Options,
  output: Output,
): Promise<ExitCode> {
  if (html !== undefined && files.length > 1)
    throw new NodeError('E_USAGE', '--html is the page of one bundle: verify that one alone');
  const manifests = await readManifests(consortium);
  const audits: FileAudit[] = [];
  // one after the other: a bundle may be large
  for (const file of files) {
    const found = audit(await readBundle(file), manifests);
    const round = found.report?.round;
    const copies = round && (await readCopies(file, round, { all: files, html }));
    audits.push({ file, ...(copies ? withCopies(found, copies) : found) });
  }
  const [only] = audits;
  output.result(audits.length === 1 ? only : audits, auditsText(audits));
  return audits.every(({ ok }) => ok) ? EXIT.ok : EXIT.auditFailed;
}

/** The checks of what people read in the bundle's place. */
export function withCopies(found: Audit, { json, html }: Copies): Audit {
  const { report } = found;
  if (!report) return found;
  const checks = [
    ...(json === null ? [] : [checkJson(json === reportText(report))]),
    ...(html === null ? [] : [checkPage(html, report)]),
  ];
  return {
    ...found,
    ok: found.ok && checks.every(({ ok }) => ok),
    checks: [...found.checks, ...checks],
  };
}

function checkJson(ok: boolean): Check {
  const detail = ok
    ? 'report.json is the report, byte for byte'
    : 'report.json beside the bundle is not its report';
  return { name: 'json', ok, detail };
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
      : `NOT verified: ${failed ? `${failed.name}: ${refusalText(failed)}` : 'the bundle does not hold'}${report ? ' (the bundle itself holds)' : ''}`;
  return [...lines, '', verdict].join('\n');
}

/** What does not hold, what to do next, and the code. */
function refusalText({ detail, code }: Check): string {
  return code === undefined ? detail : `${withNext(code, detail).replace(/\.$/, '')} (${code})`;
}
