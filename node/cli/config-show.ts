/** `bench-node config show`: the settings that count, and where each comes from. */
import { readSettings, SETTINGS, type SettingFlags, type SettingName } from '../home/settings.ts';
import { columnsOf, table } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { existingHome } from './reach-peer.ts';

type Options = GlobalOptions & SettingFlags & { readonly origin?: boolean };

export async function run(_args: readonly string[], options: Options, output: Output) {
  const home = existingHome(options);
  const { config, origins } = await readSettings(home, options);
  const settings = Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      const { flag, env } = SETTINGS[name as SettingName] ?? { flag: null, env: null };
      return [name, { value, origin: origins[name as keyof typeof origins], flag, env }];
    }),
  );
  const rows = Object.entries(settings).map(([name, { value, origin }]) => {
    const text = Array.isArray(value) ? value.join(', ') || 'none' : String(value);
    return options.origin ? [name, origin, text] : [name, text];
  });
  output.result({ home: home.dir, settings }, table(rows, columnsOf()).join('\n'));
}
