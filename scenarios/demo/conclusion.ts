/** The end of the demo: the table, the files, the verification by everybody, and a lie that is found. */
import { cp, mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { RoundView } from '../../node/control/api.ts';
import { EXIT, type ExitCode } from '../../node/exit-codes.ts';
import { reportTable } from '../../node/report/table.ts';
import type { Report } from '../../protocol/index.ts';
import { auditBundles, sameBytes, tamper, type AuditRun } from './verdict.ts';

/** The folder of what stays after the demo. */
export const PUBLISHED = 'published';

const END_CODES: Readonly<Record<string, ExitCode>> = {
  rejected: EXIT.rejected,
  cancelled: EXIT.rejected,
  expired: EXIT.expired,
  notReady: EXIT.notReady,
  aborted: EXIT.aborted,
};

/** What the demo found out; with `--json` it is what is printed. */
export interface Conclusion {
  readonly ok: boolean;
  readonly round: string;
  /** bundles that `audit verify` accepts, of so many orgs */
  readonly verified: number;
  readonly orgs: number;
  /** whether all reports are the same bytes */
  readonly identical: boolean;
  /** `audit verify` of a bundle with one other byte */
  readonly lie: AuditRun;
  readonly published: Published;
}

export interface Failure {
  readonly code: ExitCode;
  /** of the round's end */
  readonly reason: string;
  readonly why: string;
}

/** The exit code for a round that published nothing; null when all did. */
export function failureOf(views: readonly RoundView[]): Failure | null {
  const failed = views.find(({ phase }) => phase !== 'published');
  if (!failed) return null;
  const why = `the round ended ${failed.phase}: ${failed.end?.message ?? ''}`;
  const reason = failed.end?.code ?? failed.phase;
  return { code: END_CODES[failed.phase] ?? EXIT.software, reason, why };
}

export async function concludeRound(
  views: readonly RoundView[],
  consortium: string,
  dir: string,
): Promise<Conclusion> {
  const files = views.flatMap((view) => view.files ?? []);
  const [own] = files as [(typeof files)[number]];
  const published = await keepPublished(own, consortium, dir);
  const bundles = files.map(({ bundle }) => bundle);
  const [identical, audits, [lie]] = await Promise.all([
    sameBytes(files.map(({ report }) => report)),
    auditBundles(bundles, consortium),
    tamper(published.bundle, dir).then((copy) => auditBundles([copy], consortium)),
  ]);
  const verified = audits.filter(({ ok }) => ok).length;
  const found = lie ?? { ok: true, reason: 'not audited' };
  const ok = verified === views.length && identical && !found.ok;
  return {
    ok,
    round: views[0]?.round ?? '',
    verified,
    orgs: views.length,
    identical,
    lie: found,
    published,
  };
}

/** For people. */
export async function conclusionText({ published, ...found }: Conclusion): Promise<string> {
  const report = JSON.parse(await readFile(published.report, 'utf8')) as Report;
  const same = `${found.identical ? 'byte-identical' : 'DIFFERENT'} at ${found.orgs} of ${found.orgs}`;
  return [
    '',
    reportTable(report).trimEnd(),
    '',
    `files        ${Object.values(published).join('\n             ')}`,
    `reports      ${same}`,
    `verified by  ${found.verified} of ${found.orgs}`,
    `tampered     ${found.lie.ok ? 'NOT FOUND' : `copy rejected: ${found.lie.reason}`}`,
  ].join('\n');
}

export type Published = NonNullable<RoundView['files']> & { readonly consortium: string };

async function keepPublished(
  files: NonNullable<RoundView['files']>,
  consortium: string,
  dir: string,
): Promise<Published> {
  const to = join(dir, PUBLISHED);
  await mkdir(to, { recursive: true });
  const names = { ...files, consortium };
  const copies = Object.entries(names).map(async ([key, from]) => {
    const copy = join(to, basename(from));
    await cp(from, copy);
    return [key, copy];
  });
  return Object.fromEntries(await Promise.all(copies)) as Published;
}
