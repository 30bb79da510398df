/**
 * `config.yaml`: what the org's administrator sets. Every key is checked, an unknown one too, with its line.
 */
import { resolve } from 'node:path';
import { LineCounter, parseDocument, stringify, type Document } from 'yaml';
import { z } from 'zod';
import { NodeError } from '../errors.ts';
import { readText, writeNew } from './private-files.ts';

const multiaddr = z
  .string()
  .regex(/^\/(ip4|ip6|dns|dns4|dns6)\/[^/\s]+\/tcp\/\d{1,5}$/, 'such as /ip4/127.0.0.1/tcp/4001');
const port = z.int().min(0).max(65_535);

const configSchema = z.strictObject({
  org: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'letters, digits, _ and -, at most 32'),
  /** loopback unless the administrator says otherwise; port 0 takes a free one */
  listen: multiaddr.default('/ip4/127.0.0.1/tcp/4001'),
  /** the addresses under which the others reach this peer, when `listen` is not one of them */
  announce: z.array(multiaddr).max(8).default([]),
  /** the control API's port on loopback; 0 takes a free one */
  controlPort: port.default(0),
  /** the org's private workload, contracts and network files, relative to the home */
  workspace: z.string().min(1).default('workspace'),
  logLevel: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
  /** own data of a round is deleted at a start after so many days; 0 keeps it until somebody purges it */
  retentionDays: z.int().min(0).max(36_500).default(0),
});
/** With `workspace` absolute. */
export type Config = z.infer<typeof configSchema>;
export type ConfigInput = z.input<typeof configSchema>;

/** @param home the folder that `workspace` is relative to. @throws NodeError E_CONFIG (details.key, details.line) */
export function parseConfig(text: string, home: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [broken] = document.errors;
  if (broken) refuse('', broken.linePos?.[0].line, broken.message.split('\n')[0] ?? 'is no YAML');
  const result = configSchema.safeParse(document.toJS() ?? {});
  if (result.success) return { ...result.data, workspace: resolve(home, result.data.workspace) };
  const issue = result.error.issues[0];
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...unknown] as (string | number)[];
  const why = unknown.length > 0 ? 'is not a setting' : (issue?.message ?? 'is wrong');
  return refuse(path.join('.'), lineOf(document, path, lines), why);
}

/** The settings that config.yaml itself has; it was parsed before. */
export function settingsInFile(text: string): string[] {
  return Object.keys((parseDocument(text).toJS() ?? {}) as object);
}

/** One setting from elsewhere. @param origin - who says so. @throws NodeError E_CONFIG (details.key) */
export function checkSetting(key: keyof Config, value: unknown, origin: string): unknown {
  const result = configSchema.shape[key].safeParse(value);
  if (result.success) return result.data;
  const why = result.error.issues[0]?.message ?? 'is wrong';
  throw new NodeError('E_CONFIG', `${origin}: ${why}`, { key, origin });
}

/** @throws NodeError E_NO_FILE, E_CONFIG */
export async function readConfig(path: string, home: string): Promise<Config> {
  return parseConfig(await readText(path), home);
}

/** Writes a new config.yaml; what is not given is written as its default. @throws NodeError E_FILE_EXISTS, E_CONFIG */
export async function writeConfig(path: string, input: ConfigInput): Promise<void> {
  const text = stringify(configSchema.parse(input));
  await writeNew(path, `# Settings of this org's peer; read when it starts.\n${text}`);
}

function lineOf(document: Document, path: readonly (string | number)[], lines: LineCounter) {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: [number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function refuse(key: string, line: number | undefined, why: string): never {
  const where = [`config.yaml`, line === undefined ? '' : `line ${line}`]
    .filter(Boolean)
    .join(', ');
  throw new NodeError('E_CONFIG', `${where}: ${key ? `${key}: ` : ''}${why}`, { key, line });
}
