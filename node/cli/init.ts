/** `bench-node init`: a home with its keys, settings and public card. It never touches a home that is there. */
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { NodeError } from '../errors.ts';
import { writeCard, type Card } from '../home/card.ts';
import { parseConfig, writeConfig, type ConfigInput } from '../home/config.ts';
import { writeKey } from '../home/keystore.ts';
import { readPassphrase, SHORTEST } from '../home/passphrase.ts';
import { checkOrgName, createHome, homeOf, type Home } from '../home/paths.ts';
import { makeDir } from '../home/private-files.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';

type Options = GlobalOptions & {
  readonly listen: string;
  readonly announce?: readonly string[];
  readonly workspace?: string;
  readonly controlPort: number;
};

export async function run(_args: readonly string[], options: Options, output: Output) {
  const org = options.org ?? (process.env['HUSHMARK_ORG'] || undefined);
  if (org === undefined) throw new NodeError('E_WHICH_ORG', 'a home belongs to one organisation');
  const home = homeOf({ ...options, org: checkOrgName(org) });
  refuseExisting(home);
  const config = configOf(org, options);
  const addresses = reachableAddresses(config);
  const passphrase = await readPassphrase({
    ...options,
    message: `New passphrase for ${org}'s keys, ${SHORTEST} characters or more`,
    confirm: true,
  });
  const card = await createWhole(home, config, addresses, passphrase);
  const created = { org, home: home.dir, card: home.card, peerId: card.peerId };
  output.result(created, nextSteps(org, home));
}

function refuseExisting({ dir }: Home): void {
  if (existsSync(dir) && readdirSync(dir).length > 0)
    throw new NodeError('E_FILE_EXISTS', `${dir} is there already`, { path: dir });
}

function configOf(org: string, options: Options): ConfigInput {
  const { listen, announce = [], workspace, controlPort } = options;
  return {
    org,
    listen,
    announce: [...announce],
    controlPort,
    ...(workspace !== undefined && { workspace: resolve(workspace) }),
  };
}

/** What the card says: an address that nobody can dial would be found out much later. */
function reachableAddresses(input: ConfigInput): string[] {
  const { listen, announce } = parseConfig(JSON.stringify(input), '/');
  if (announce.length > 0) return announce;
  if (/\/(0\.0\.0\.0|::)\/|\/tcp\/0$/.test(listen))
    throw new NodeError(
      'E_USAGE',
      `others cannot dial ${listen}: say with --announce where they reach this peer`,
    );
  return [listen];
}

/** In a folder beside it that is renamed when it is whole: a failure leaves no half of a home behind. */
async function createWhole(
  home: Home,
  config: ConfigInput,
  addresses: string[],
  passphrase: string,
): Promise<Card> {
  const draft = homeOf({ home: `${home.dir}.new-${process.pid}` });
  try {
    await mkdir(dirname(home.dir), { recursive: true, mode: 0o700 });
    const card = await fill(draft, config, addresses, passphrase);
    await rename(draft.dir, home.dir);
    return card;
  } catch (error) {
    await rm(draft.dir, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') refuseExisting(home);
    throw error;
  }
}

async function fill(
  home: Home,
  config: ConfigInput,
  addresses: string[],
  passphrase: string,
): Promise<Card> {
  const [{ createTransportKey }, { createIdentity }] = await Promise.all([
    import('../net/transport-key.ts'),
    import('../vault/client.ts'),
  ]);
  await createHome(home);
  const { publicKey } = await createIdentity({ home, passphrase });
  const { bytes, peerId } = await createTransportKey();
  await writeKey(home.node.transportKey, bytes, passphrase, 'transport');
  await writeConfig(home.config, config);
  if (config.workspace === undefined) await makeDir(`${home.dir}/workspace`);
  const identityKey = Buffer.from(publicKey).toString('base64');
  const card = { org: config.org, identityKey, peerId, addresses };
  await writeCard(home.card, card);
  return card;
}

function nextSteps(org: string, home: Home): string {
  return [
    `made ${home.dir}`,
    '',
    'Next:',
    `  1. Put workload, contracts and network files into the workspace (see ${home.config}),`,
    `     or, to try things out, \`bench-node example --help\`.`,
    `  2. Give ${home.card} to whoever sets up the consortium. It is public.`,
    `  3. When consortium.json comes back, compare its digest with the others, and`,
    `     \`bench-node consortium sign consortium.json --org ${org}\``,
    `  4. \`bench-node --org ${org}\` starts the peer.`,
    '',
    'Keep the passphrase: without it nobody can open the keys.',
  ].join('\n');
}
