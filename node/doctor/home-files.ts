/** The home: its files are there, and for their owner alone. */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../home/paths.ts';
import { fail, failed, ok, type Check } from './check.ts';

export function homeChecks(home: Home): Check[] {
  return [keysCheck(home), permissionsCheck(home)];
}

function keysCheck({ vault, node, dir }: Home): Check {
  const missing = [vault.identityKey, node.transportKey].filter((path) => !existsSync(path));
  return missing.length === 0
    ? ok('keys', `identity and transport key are in ${dir}`)
    : fail('keys', `${missing.join(', ')} missing`, 'Restore the home from a backup.');
}

/** Others must not even list the home; it takes no passphrase to read a private log. */
function permissionsCheck(home: Home): Check {
  try {
    const open = [home.dir, ...under(home.vault.dir), ...under(home.node.dir), ...under(own(home))]
      .filter((path) => (lstatSync(path).mode & 0o077) !== 0)
      .sort();
    const foreign = lstatSync(home.dir).uid !== process.getuid?.();
    if (foreign)
      return fail(
        'permissions',
        `${home.dir} belongs to another user`,
        'Run as the user whose home it is.',
      );
    const [first] = open;
    if (first === undefined) return ok('permissions', 'others can read nothing in this home');
    const more = open.length > 1 ? ` and ${open.length - 1} more` : '';
    return fail(
      'permissions',
      `others can read ${first}${more}`,
      `\`chmod -R go= ${home.dir}\` shuts them out.`,
    );
  } catch (error) {
    return failed('permissions', error);
  }
}

const own = (home: Home) => join(home.dir, 'own');

/** The folder and all that is in it, links as they are. */
function under(dir: string): string[] {
  if (!existsSync(dir)) return [];
  const inside = readdirSync(dir, { withFileTypes: true, recursive: true });
  return [dir, ...inside.map((entry) => join(entry.parentPath, entry.name))];
}
