/**
 * The running peer of one org, put together: vault, network, rounds, load. It offers what the control API serves, and
 * decides nothing by itself: the machine decides, people accept.
 */
import { readFileSync } from 'node:fs';
import {
  addresseeOf,
  hex,
  openConsortium,
  parseManifestFile,
  type Consortium,
  type Verified,
} from '../protocol/index.ts';
import { createClock } from './clock.ts';
import type { PeerApi, Status } from './control/api.ts';
import { NodeError } from './errors.ts';
import type { Config } from './home/config.ts';
import { readKey } from './home/keystore.ts';
import type { Home } from './home/paths.ts';
import { createClockSync } from './net/clock-sync.ts';
import type { EnvelopeStore } from './net/envelope-store.ts';
import { createExchange } from './net/exchange.ts';
import { createHost, type Host } from './net/host.ts';
import type { Log } from './net/log.ts';
import { packageBuild, packageVersion } from './package-version.ts';
import { residentBytes } from './resident-memory.ts';
import { createDesk, type Desk } from './round/desk.ts';
import { openTranscriptStore } from './round/transcript-store.ts';
import { startVault, type VaultClient } from './vault/client.ts';

export interface PeerOptions {
  readonly home: Home;
  readonly config: Config;
  readonly passphrase: string;
  readonly log: Log;
}

export interface Peer extends PeerApi {
  /** rejects when the peer can not go on: its vault has died */
  readonly failed: Promise<never>;
}

/** Resolves when the peer listens; connections follow by themselves. @throws NodeError, ProtocolError by what is wrong */
export async function startPeer({ home, config, passphrase, log }: PeerOptions): Promise<Peer> {
  const consortiumText = readConsortium(home);
  const consortium = openConsortium(parseManifestFile(consortiumText));
  const starting = startVault({ home, passphrase, log });
  // whatever goes wrong, what was started ends before it is told: the latest first
  const ends: (() => unknown)[] = [() => starting.then((vault) => vault.close()).catch(() => {})];
  try {
    const [vault, transportKey] = await Promise.all([
      starting,
      readKey(home.node.transportKey, passphrase, 'transport'),
    ]);
    const org = await vault.use(consortiumText);
    if (org !== config.org)
      throw new NodeError(
        'E_TWO_ORGS',
        `config.yaml names ${config.org}, and the identity key of this home is ${org}'s`,
      );
    return await connect(
      { home, config, consortium, consortiumText, vault, log },
      transportKey,
      ends,
    );
  } catch (error) {
    for (const end of ends.reverse()) await end();
    throw error;
  }
}

interface Parts {
  readonly home: Home;
  readonly config: Config;
  readonly consortium: Consortium;
  readonly consortiumText: string;
  readonly vault: VaultClient;
  readonly log: Log;
}

async function connect(
  parts: Parts,
  transportKey: Uint8Array,
  ends: (() => unknown)[],
): Promise<Peer> {
  const { home, config, consortium, log } = parts;
  const clock = createClock();
  const store = openTranscriptStore(home.node.rounds);
  ends.push(() => store.close());
  const host = await createHost({
    transportKey,
    members: consortium.manifest.members,
    self: config.org,
    consortiumDigest: hex(consortium.digest),
    listen: [config.listen],
    ...(config.announce.length > 0 && { announce: config.announce }),
    onMessage: (bytes, from) => void desk.rounds.receive(bytes, from),
    log,
  });
  ends.push(() => host.stop());
  const clockSync = await createClockSync({ host, log, nowUs: clock.nowUs });
  ends.push(() => clockSync.stop());
  const desk: Desk = createDesk({
    ...parts,
    self: config.org,
    workspace: config.workspace,
    build: packageBuild(),
    store,
    clock,
    clockSync,
    send: (message) => send(message),
  });
  const envelopes: EnvelopeStore = {
    ids: () => desk.rounds.ids(),
    get: (id) => store.get(id)?.bytes,
    mayHave(org, id) {
      const held = store.get(id);
      if (!held) return false;
      return held.addressee === null || [held.addressee, held.signer].includes(org);
    },
    async accept(bytes, from) {
      if (!desk.rounds.receive(bytes, from))
        throw new NodeError('E_PEER_REFUSED', 'this envelope is not kept, or not yet');
    },
    isRefused: (id) => desk.rounds.isRefused(id),
    isJunk: (id) => desk.rounds.isJunk(id),
  };
  const exchange = await createExchange({ host, log, store: envelopes });
  desk.rounds.resume();

  /** To all by gossip, which may lose it; to one org by direct streams, with whatever else it lacks. */
  async function send(message: Verified): Promise<void> {
    const addressee = addresseeOf(message);
    exchange.news();
    if (addressee === null) await host.publish(message.bytes);
    else await exchange.syncWith(addressee);
  }

  const failed = parts.vault.ended.then((error) => (error ? Promise.reject(error) : forever()));
  // whoever waits for it is told; nobody has to
  failed.catch(() => {});
  return {
    failed,
    status: () => statusOf(parts, host, desk, clockSync.worst(consortium.orgs)),
    rounds: desk.summaries,
    round: desk.view,
    disclosure: desk.disclosure,
    scenario: desk.scenario,
    propose: desk.propose,
    accept: desk.accept,
    decline: desk.decline,
    abort: desk.abort,
    subscribe: desk.subscribe,
    async stop() {
      await desk.close();
      await Promise.all([exchange.stop(), clockSync.stop()]);
      await host.stop();
      await parts.vault.close();
      store.close();
    },
  };
}

const forever = () => new Promise<never>(() => {});

function statusOf(
  { config, consortium, vault }: Parts,
  host: Host,
  desk: Desk,
  worst: Status['clock'] | undefined,
): Status {
  return {
    org: config.org,
    version: packageVersion(),
    consortium: { name: consortium.manifest.name, digest: hex(consortium.digest) },
    peerId: host.peerId,
    addresses: host.addresses(),
    connected: host.connectedOrgs(),
    members: consortium.orgs,
    rounds: desk.summaries(),
    memory: {
      nodeBytes: process.memoryUsage.rss(),
      vaultBytes: residentBytes(vault.pid),
      workerBytes: desk.workerPids().map(residentBytes),
    },
    traffic: host.traffic(),
    clock: worst
      ? { offsetUs: worst.offsetUs, errorUs: worst.errorUs, boundUs: worst.boundUs }
      : null,
  };
}

function readConsortium(home: Home): string {
  try {
    return readFileSync(home.consortium, 'utf8');
  } catch {
    throw new NodeError(
      'E_NO_FILE',
      `${home.consortium} is missing: sign it with \`bench-node consortium sign\`, or start once with --consortium <file>.`,
    );
  }
}
