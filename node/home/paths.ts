/**
 * Where an org's files are: one home per org, with its private parts apart.
 */
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { NodeError } from '../errors.ts';
import { makeDir } from './private-files.ts';

/** Everything in a home, absolute. */
export interface Home {
  readonly dir: string;
  readonly config: string;
  /** public: what the other orgs get */
  readonly card: string;
  readonly consortium: string;
  readonly vault: { readonly dir: string; readonly identityKey: string; readonly journal: string };
  readonly node: {
    readonly dir: string;
    readonly transportKey: string;
    readonly rounds: string;
    /** the ledger of everything that ever left the org: only added to */
    readonly disclosures: string;
    /** `{url, token}` of the running peer */
    readonly control: string;
    readonly log: string;
  };
  round(id: string): RoundPaths;
}

export interface RoundPaths {
  /** what is published: the same for every org, but for the bundle's signatures */
  readonly dir: string;
  readonly reportJson: string;
  readonly reportHtml: string;
  readonly bundle: string;
  /** proofs of lies: public as well */
  readonly evidence: string;
  /** what never leaves: the org's own counts, and its logs of transactions */
  readonly ownDir: string;
  readonly own: string;
}

export interface HomeOptions {
  readonly org?: string | undefined;
  readonly home?: string | undefined;
  /** defaults to the process's environment */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** defaults to the user's folder */
  readonly userDir?: string;
}

const ORG_NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/;
const ROUND_ID = /^[0-9a-f]{64}$/;

/** @throws NodeError E_ORG_NAME */
export function checkOrgName(org: string): string {
  if (!ORG_NAME.test(org))
    throw new NodeError('E_ORG_NAME', `"${org}" is no name of an org`, { org });
  return org;
}

/**
 * The home to use: `home`, else HUSHMARK_HOME, else `~/.hushmark/<org>`, else the only one in `~/.hushmark`. The org may
 * stand in HUSHMARK_ORG.
 * Nothing is created and only the last case looks at the disk.
 * @throws NodeError E_WHICH_ORG (details.orgs), E_NO_HOME, E_ORG_NAME
 */
export function homeOf(options: HomeOptions = {}): Home {
  const { home, env = process.env, userDir = homedir() } = options;
  const org = options.org ?? (env['HUSHMARK_ORG'] || undefined);
  if (org !== undefined) checkOrgName(org);
  const explicit = home ?? env['HUSHMARK_HOME'];
  if (explicit !== undefined && explicit !== '') return layout(resolve(explicit));
  const all = join(userDir, '.hushmark');
  return layout(join(all, org ?? onlyHome(all)));
}

/** Creates the folders of a home, 0700. @throws NodeError E_IO */
export async function createHome(home: Home): Promise<void> {
  await makeDir(home.dir);
  for (const dir of [home.vault.dir, home.node.dir]) await makeDir(dir);
}

/** Creates the folders of a round, 0700. @throws NodeError E_IO */
export async function createRoundDirs(paths: RoundPaths): Promise<void> {
  await makeDir(paths.dir);
  await makeDir(paths.ownDir);
}

function layout(dir: string): Home {
  const vault = join(dir, 'vault');
  const node = join(dir, 'node');
  return {
    dir,
    config: join(dir, 'config.yaml'),
    card: join(dir, 'card.json'),
    consortium: join(dir, 'consortium.json'),
    vault: {
      dir: vault,
      identityKey: join(vault, 'identity.key.json'),
      journal: join(vault, 'journal.db'),
    },
    node: {
      dir: node,
      transportKey: join(node, 'transport.key.json'),
      rounds: join(node, 'rounds.db'),
      disclosures: join(node, 'disclosures.jsonl'),
      control: join(node, 'control.json'),
      log: join(node, 'node.log'),
    },
    round: (id) => roundLayout(dir, id),
  };
}

function roundLayout(home: string, id: string): RoundPaths {
  // ids become names of folders, and come from the command line
  if (!ROUND_ID.test(id)) throw new NodeError('E_NO_ROUND', `"${id}" is no id of a round`, { id });
  const dir = join(home, 'rounds', id);
  const ownDir = join(home, 'own', id);
  return {
    dir,
    reportJson: join(dir, 'report.json'),
    reportHtml: join(dir, 'report.html'),
    bundle: join(dir, 'round.bundle'),
    evidence: join(dir, 'evidence'),
    ownDir,
    own: join(ownDir, 'own.json'),
  };
}

function onlyHome(all: string): string {
  const orgs = homesIn(all);
  const [only] = orgs;
  if (only === undefined) throw new NodeError('E_NO_HOME', `${all} holds no home`, { path: all });
  if (orgs.length > 1)
    throw new NodeError('E_WHICH_ORG', `${all} holds ${orgs.join(', ')}`, { orgs });
  return only;
}

function homesIn(all: string): string[] {
  try {
    return readdirSync(all, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && ORG_NAME.test(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new NodeError('E_IO', `cannot read ${all}`, { path: all }, error);
  }
}
