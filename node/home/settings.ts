/**
 * The settings that count, and where each comes from: a flag, else the environment, else config.yaml, else the default.
 * The org itself is not among them: it belongs to the home, as its keys do.
 */
import { resolve } from 'node:path';
import { NodeError } from '../errors.ts';
import {
  checkSetting,
  parseConfig,
  readWholeConfig,
  settingsInFile,
  type Config,
} from './config.ts';
import type { Home } from './paths.ts';

export type SettingName = Exclude<keyof Config, 'org'>;

/** How each setting is called elsewhere. A list in the environment has commas between its items. */
export const SETTINGS: Readonly<
  Record<
    SettingName,
    { readonly flag: string; readonly env: string; readonly form: 'text' | 'number' | 'list' }
  >
> = {
  listen: { flag: '--listen', env: 'HUSHMARK_LISTEN', form: 'text' },
  announce: { flag: '--announce', env: 'HUSHMARK_ANNOUNCE', form: 'list' },
  controlPort: { flag: '--control-port', env: 'HUSHMARK_CONTROL_PORT', form: 'number' },
  workspace: { flag: '--workspace', env: 'HUSHMARK_WORKSPACE', form: 'text' },
  logLevel: { flag: '--log-level', env: 'HUSHMARK_LOG_LEVEL', form: 'text' },
  retentionDays: { flag: '--retention-days', env: 'HUSHMARK_RETENTION_DAYS', form: 'number' },
};

/** What a command line says; anything else in it is passed over. */
export type SettingFlags = { readonly [K in SettingName]?: unknown };

/** `--listen`, `HUSHMARK_LISTEN`, `config.yaml` or `default`. */
export type Origins = Readonly<Record<keyof Config, string>>;

export interface Settings {
  readonly config: Config;
  readonly origins: Origins;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param org - whose home this is meant to be, when somebody said
 * @throws NodeError E_NO_FILE, E_CONFIG (details.key), E_WHICH_ORG
 */
export async function readSettings(
  home: Home,
  flags: SettingFlags & { readonly org?: string } = {},
  env: Environment = process.env,
): Promise<Settings> {
  const settings = settle(await readWholeConfig(home.config), home.dir, flags, env);
  const { org } = settings.config;
  if (flags.org !== undefined && flags.org !== org)
    throw new NodeError('E_WHICH_ORG', `${home.dir} is the home of ${org}, not of ${flags.org}`);
  return settings;
}

/** @throws NodeError E_CONFIG (details.key) */
export function settle(
  text: string,
  homeDir: string,
  flags: SettingFlags = {},
  env: Environment = {},
): Settings {
  const config: Record<string, unknown> = { ...parseConfig(text, homeDir) };
  const inFile = settingsInFile(text);
  const origins: Record<string, string> = {};
  for (const key of Object.keys(config))
    origins[key] = inFile.includes(key) ? 'config.yaml' : 'default';
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const said = overriding(name, flags, env);
    if (!said) continue;
    const value = checkSetting(name, said.value, said.origin);
    // a path that is typed starts where it is typed, not in the home
    config[name] = name === 'workspace' ? resolve(String(value)) : value;
    origins[name] = said.origin;
  }
  return { config: config as Config, origins: origins as Origins };
}

function overriding(name: SettingName, flags: SettingFlags, env: Environment) {
  const { flag, env: variable, form } = SETTINGS[name];
  if (flags[name] !== undefined) return { value: flags[name], origin: flag };
  const text = env[variable];
  if (text === undefined || text === '') return null;
  return { value: valueOf(text, form), origin: variable };
}

function valueOf(text: string, form: 'text' | 'number' | 'list'): unknown {
  if (form === 'list') return text.split(',').map((item) => item.trim());
  return form === 'number' && /^\d{1,9}$/.test(text) ? Number(text) : text;
}
