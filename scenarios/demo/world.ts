/** The demo's world: one ledger, and an org for each member with its own home, keys, workspace and process. */
import { randomBytes } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fundAccounts, startAnvil } from '../networks/anvil.ts';
import { startLedger } from '../networks/ledger.ts';
import { writeWorkspace } from '../asset-transfer/workspace.ts';
import { freePorts, mustRun, startPeer, type Peer } from './bench-node.ts';

export interface WorldOptions {
  /** an empty folder */
  readonly dir: string;
  readonly sut: 'ledger' | 'ethereum';
  readonly orgs: readonly string[];
  /** of each org, on average: they differ, and nobody else learns them */
  readonly tps: number;
  readonly seed: number;
  /** of the peers; `info` by default */
  readonly logLevel?: 'debug' | 'info';
  /** the ledger's own record of every block at every peer, to hold reports against */
  readonly truthFile?: string;
  /** what an org runs instead of this program */
  readonly programs?: ReadonlyMap<string, string>;
  readonly say: (line: string) => void;
}

export interface World {
  readonly consortium: string;
  readonly dir: string;
  readonly peers: readonly Peer[];
  /** This peer stands for its org from now on; it is stopped with all others. */
  replace(peer: Peer): void;
  /** how long the peers took to start and to connect: what this machine can do */
  readonly startSeconds: number;
  stop(): Promise<void>;
}

interface Network {
  /** of each org's own node */
  readonly endpoints: Readonly<Record<string, string>>;
  fund(addresses: readonly string[]): Promise<void>;
  stop(): Promise<void>;
}

/** Everything up and every peer connected to every other. What was started is stopped when something fails. */
export async function startWorld(options: WorldOptions): Promise<World> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.splice(0).map((end) => end()));
  };
  try {
    const starting = startNetwork(options).then((network) => {
      stops.push(() => network.stop());
      options.say(
        `network   ${options.sut}, one endpoint for each of ${options.orgs.length} organisations`,
      );
      return network;
    });
    const [consortium] = await settled([makeHomes(options), makeWorkspaces(options, starting)]);
    options.say(`consortium ${options.orgs.join(', ')}: signed by all`);
    const startedMs = performance.now();
    const starts = options.orgs.map(async (org) => {
      const passphrase = passphraseOf(options.dir, org);
      const program = options.programs?.get(org);
      const peer = await startPeer(org, homeOf(options.dir, org), passphrase, program);
      stops.push(() => peer.stop());
      return peer;
    });
    const peers = [...(await settled(starts))];
    await Promise.all(peers.map((peer) => connected(peer, options.orgs.length - 1)));
    options.say(
      `peers     ${peers.map(({ org, pid }) => `${org} (pid ${pid})`).join(', ')}: connected`,
    );
    const startSeconds = (performance.now() - startedMs) / 1000;
    const replace = (peer: Peer) => {
      stops.push(() => peer.stop());
      const place = peers.findIndex(({ org }) => org === peer.org);
      peers[place] = peer;
    };
    return { consortium, dir: options.dir, peers, replace, startSeconds, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The private part of one org. */
export function workspaceOf(dir: string, org: string): string {
  return join(dir, 'workspaces', org);
}

export function homeOf(dir: string, org: string): string {
  return join(dir, 'homes', org);
}

export function passphraseOf(dir: string, org: string): string {
  return join(dir, 'passphrases', org);
}

async function startNetwork({ sut, orgs, seed, truthFile }: WorldOptions): Promise<Network> {
  if (sut === 'ethereum') {
    const anvil = await startAnvil({ blockTimeMs: 1000 });
    return {
      endpoints: Object.fromEntries(orgs.map((org) => [org, anvil.url])),
      fund: (addresses) => fundAccounts(anvil.url, addresses),
      stop: () => anvil.stop(),
    };
  }
  // peers that commit at different times, as they do
  const delaysMs = Object.fromEntries(orgs.map((org, i) => [org, 5 + 10 * i]));
  const ledger = await startLedger({
    orgs,
    seed,
    delaysMs,
    ...(truthFile !== undefined && { logFile: truthFile }),
  });
  return { endpoints: ledger.peers, fund: () => Promise.resolve(), stop: () => ledger.stop() };
}

/** All of them, when none is under way any more: what fails later than the first would be left behind. */
async function settled<T extends readonly unknown[]>(
  all: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const results = await Promise.allSettled(all);
  const failed = results.find(
    (result): result is PromiseRejectedResult => result.status === 'rejected',
  );
  if (failed) throw failed.reason;
  return Promise.all(all) as Promise<unknown> as Promise<T>;
}

/** Each org makes its own home; then all sign one consortium.json, which is returned. */
async function makeHomes(options: WorldOptions): Promise<string> {
  const { dir, orgs } = options;
  await mkdir(join(dir, 'passphrases'), { recursive: true, mode: 0o700 });
  await mkdir(join(dir, 'homes'), { recursive: true, mode: 0o700 });
  const ports = await freePorts(orgs.length);
  await Promise.all(orgs.map((org, i) => makeHome(options, org, ports[i] as number)));
  const cards = orgs.flatMap((org) => ['--card', join(homeOf(dir, org), 'card.json')]);
  const consortium = join(dir, 'consortium.json');
  await mustRun(['consortium', 'create', '--name', 'demo', ...cards, '--out', consortium]);
  await Promise.all(
    orgs.map((org) => mustRun(['consortium', 'sign', consortium, ...as(dir, org)])),
  );
  await Promise.all(
    orgs.map((org) => copyFile(consortium, join(homeOf(dir, org), 'consortium.json'))),
  );
  return consortium;
}

async function makeHome(
  { dir, logLevel = 'info' }: WorldOptions,
  org: string,
  port: number,
): Promise<void> {
  const passphrase = randomBytes(18).toString('base64');
  await writeFile(passphraseOf(dir, org), passphrase, { mode: 0o600 });
  const listen = `/ip4/127.0.0.1/tcp/${port}`;
  const workspace = workspaceOf(dir, org);
  await mustRun(['init', ...as(dir, org), '--listen', listen, '--workspace', workspace]);
  const config = join(homeOf(dir, org), 'config.yaml');
  const settings = await readFile(config, 'utf8');
  await writeFile(config, settings.replace(/^logLevel: .*$/m, `logLevel: ${logLevel}`));
}

const as = (dir: string, org: string): string[] => [
  ...['--org', org, '--home', homeOf(dir, org)],
  ...['--passphrase-file', passphraseOf(dir, org)],
];

async function makeWorkspaces(
  { dir, orgs, sut, tps, seed }: WorldOptions,
  starting: Promise<Network>,
): Promise<void> {
  const network = await starting;
  const writing = orgs.map(async (org, index) => {
    const { addresses } = await writeWorkspace(workspaceOf(dir, org), {
      sut,
      org,
      endpoint: network.endpoints[org] as string,
      tps: Math.max(1, Math.round(tps * (0.7 + (0.6 * index) / 3))),
      seed: seed + index,
      overdraftShare: 0.01,
    });
    await network.fund(addresses);
  });
  await Promise.all(writing);
}

async function connected({ control }: Peer, others: number): Promise<void> {
  for (;;) {
    const status = await control.status();
    if (status.connected.length === others) return;
    await delay(100);
  }
}
