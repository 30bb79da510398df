/** What the network file and the files that it names say: every text of them, with the place where it stands. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

export interface Text {
  /** as in `organizations.0.peers.url` */
  readonly key: string;
  readonly text: string;
}

const NAMED_FILE = /\.(ya?ml|json)$/i;
const MOST_BYTES = 1_000_000;

/**
 * Texts of the network file, and of connection profiles: YAML and JSON files of the workspace that it names.
 * @param network - parsed
 */
export function networkTexts(network: unknown, workspace: string): Text[] {
  const own = textsIn(network, []);
  const profiles = own.flatMap(({ key, text }) => {
    if (!NAMED_FILE.test(text)) return [];
    const value = parsedFile(resolve(workspace, text));
    return value === null ? [] : textsIn(value, [key]);
  });
  return [...own, ...profiles];
}

function textsIn(value: unknown, path: readonly string[]): Text[] {
  if (typeof value === 'string') return [{ key: path.join('.'), text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** Null where it is no such file: the connector that needs it says so. */
function parsedFile(path: string): unknown {
  try {
    if (!existsSync(path)) return null;
    const text = readFileSync(path, 'utf8');
    return text.length > MOST_BYTES ? null : (parse(text) as unknown);
  } catch {
    return null;
  }
}
