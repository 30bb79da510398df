/** What the demo shows at the end: that everybody published the same, that it verifies, and that a lie does not. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decode, encode } from '../../protocol/index.ts';
import { benchNode } from './bench-node.ts';

export interface AuditRun {
  readonly ok: boolean;
  /** the first thing that does not hold, or the last that does */
  readonly reason: string;
}

/** `audit verify` of bundles, as an auditor runs it: one command, one verdict for each. */
export async function auditBundles(
  bundles: readonly string[],
  consortium: string,
): Promise<AuditRun[]> {
  const args = ['audit', 'verify', ...bundles, '--consortium', consortium, '--json'];
  const { stdout, stderr } = await benchNode(args);
  const audits = auditsIn(stdout);
  return bundles.map((_, i) => {
    const found = audits[i];
    const last = found?.checks.at(-1);
    const reason = last ? `${last.name}: ${last.detail}` : (stderr || stdout).trim();
    return { ok: found?.ok === true, reason };
  });
}

/** Whether all reports are the same bytes. */
export async function sameBytes(files: readonly string[]): Promise<boolean> {
  const contents = await Promise.all(files.map((file) => readFile(file)));
  return contents.every((content) => content.equals(contents[0] as Buffer));
}

/** A copy of a bundle in which one byte of the first masked contribution is another. */
export async function tamper(bundle: string, dir: string): Promise<string> {
  const content = decode('Bundle', await readFile(bundle));
  const envelopes = content.envelopes.map((envelope) => Buffer.from(envelope));
  // contributions are by far the longest statements
  const longest = envelopes.reduce((a, b) => (b.length > a.length ? b : a));
  const middle = longest.length >> 1;
  longest[middle] = (longest[middle] as number) ^ 1;
  const copy = join(dir, 'tampered.bundle');
  await writeFile(copy, encode('Bundle', { ...content, envelopes }));
  return copy;
}

function auditsIn(text: string): { ok: boolean; checks: { name: string; detail: string }[] }[] {
  try {
    return [JSON.parse(text)].flat();
  } catch {
    return [];
  }
}
