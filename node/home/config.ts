/**
 * `config.yaml`: what the org's administrator sets. Every key is checked, an unknown one too, with its line.
 */
import { resolve } from 'node:path';
import { parseDocument, stringify } from 'yaml';
import * as v from 'valibot';
import { checkShape } from '../../protocol/shape.ts';
import { NodeError } from '../errors.ts';
import { parseYaml } from '../yaml-lines.ts';
import { readText, writeNew } from './private-files.ts';

const multiaddr = v.pipe(
  v.string(),
  v.regex(
    /^\/(ip4|ip6|dns|dns4|dns6)\/[^/\s]+\/tcp\/\d{1,5}$/,
    'must be an address such as /ip4/127.0.0.1/tcp/4001',
  ),
);
const whole = (most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));

const configSchema = v.strictObject({
  org: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'must be letters, digits, _ and -, at most 32'),
  ),
  /** loopback unless the administrator says otherwise; port 0 takes a free one */
  listen: v.optional(multiaddr, '/ip4/127.0.0.1/tcp/4001'),
  /** the addresses under which the others reach this peer, when `listen` is not one of them */
  announce: v.optional(v.pipe(v.array(multiaddr), v.maxLength(8)), []),
  /** the control API's port on loopback; 0 takes a free one */
  controlPort: v.optional(whole(65_535), 0),
  /** the org's private workload, contracts and network files, relative to the home */
  workspace: v.optional(v.pipe(v.string(), v.minLength(1)), 'workspace'),
  logLevel: v.optional(v.picklist(['trace', 'debug', 'info', 'warn', 'error']), 'info'),
  /** own data of a round is deleted at a start after so many days; 0 keeps it until somebody purges it */
  retentionDays: v.optional(whole(36_500), 0),
});
/** With `workspace` absolute. */
export type Config = v.InferOutput<typeof configSchema>;
export type ConfigInput = v.InferInput<typeof configSchema>;

/** @param home the folder that `workspace` is relative to. @throws NodeError E_CONFIG (details.key, details.line) */
export function parseConfig(text: string, home: string): Config {
  const { value: given, broken, lineOf } = parseYaml(text);
  if (broken) refuse('', broken.line, broken.why);
  const { value, flaw } = checkShape(configSchema, given ?? {});
  if (flaw) return refuse(flaw.key, lineOf(flaw.path), flaw.text);
  return { ...value, workspace: resolve(home, value.workspace) };
}

/** The settings that config.yaml itself has; it was parsed before. */
export function settingsInFile(text: string): string[] {
  return Object.keys((parseDocument(text).toJS() ?? {}) as object);
}

/** One setting from elsewhere. @param origin - who says so. @throws NodeError E_CONFIG (details.key) */
export function checkSetting(key: keyof Config, value: unknown, origin: string): unknown {
  const { value: sound, flaw } = checkShape(configSchema.entries[key], value);
  if (!flaw) return sound;
  throw new NodeError('E_CONFIG', `${origin}: ${flaw.text}`, { key, origin });
}

const FIRST_LINE = "# Settings of this org's peer, down to the last line; read when it starts.";
const LAST_LINE = '# end of settings';

/** The text of a config.yaml; one that `init` began must have its end. @throws NodeError E_NO_FILE, E_CONFIG */
export async function readWholeConfig(path: string): Promise<string> {
  const text = await readText(path);
  const lines = text.trimEnd().split('\n');
  if (lines[0] !== FIRST_LINE || lines.includes(LAST_LINE)) return text;
  const why = `the line "${LAST_LINE}" is missing, so that the file may be cut off`;
  return refuse('', lines.length, why);
}

/** @throws NodeError E_NO_FILE, E_CONFIG */
export async function readConfig(path: string, home: string): Promise<Config> {
  return parseConfig(await readWholeConfig(path), home);
}

/** Writes a new config.yaml; what is not given is written as its default. @throws NodeError E_FILE_EXISTS, E_CONFIG */
export async function writeConfig(path: string, input: ConfigInput): Promise<void> {
  const { value, flaw } = checkShape(configSchema, input);
  if (flaw) return refuse(flaw.key, undefined, flaw.text);
  await writeNew(path, `${FIRST_LINE}\n${stringify(value)}${LAST_LINE}\n`);
}

function refuse(key: string, line: number | undefined, why: string): never {
  const where = [`config.yaml`, line === undefined ? '' : `line ${line}`]
    .filter(Boolean)
    .join(', ');
  throw new NodeError('E_CONFIG', `${where}: ${why}`, { key, line });
}
