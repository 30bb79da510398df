/**
 * The embedded ledger: one orderer and one peer per org, each on a TCP port of its own. For learning, testing and
 * calibration: real blocks, real waiting, one process, and no defence against its clients.
 */
import { Chain, type Block, type Submitted } from './chain.ts';
import type { LedgerClock } from './clock.ts';
import type { PeerCommand, PeerState } from './control.ts';
import { fateOf, type FaultPlan } from './faults.ts';
import type { LedgerTx } from './messages.ts';
import { Orderer } from './orderer.ts';
import { PeerEndpoint, type Submission } from './peer-endpoint.ts';
import { Peer } from './peer.ts';

export interface LedgerOptions extends FaultPlan {
  orgs: readonly string[];
  /** Of the first org's peer, the others' follow it; 0: each takes one that is free. */
  port: number;
  /** Transactions per block. */
  blockSize: number;
  blockTimeoutMs: number;
  /** Mean commit delay per org in milliseconds; absent: 0. */
  delaysMs: Readonly<Record<string, number>>;
  /** Half width of the delays' jitter as a share of the mean, 0 to 1. */
  jitter: number;
  /**
   * Calls run when their peer takes them, on that peer's state, and are invalid if what they read has changed when
   * their turn comes. Otherwise they run when their turn comes, one after the other.
   */
  versionedReads: boolean;
}

/** One block at one peer, as it happened. */
export interface Delivery {
  peer: string;
  block: Block;
  /** Monotonic microseconds. */
  atUs: number;
}

export interface LedgerServer {
  /** Org → `127.0.0.1:port` of its own peer. */
  peers: Record<string, string>;
  /** Has taken effect when it returns; nothing for an org that has no peer here. */
  control: (command: PeerCommand) => PeerState | undefined;
  stop(): Promise<void>;
}

export async function startLedgerServer(
  options: LedgerOptions,
  clock: LedgerClock,
  onDelivery: (delivery: Delivery) => void = () => {},
): Promise<LedgerServer> {
  const { orgs, jitter, seed } = options;
  const endpoints = new Map<string, PeerEndpoint>();
  const peers = orgs.map((org) => {
    const meanUs = (options.delaysMs[org] ?? 0) * 1000;
    return new Peer({ org, meanUs, jitter, seed }, clock, (_peer, block, atUs) => {
      onDelivery({ peer: org, block, atUs });
      endpoints.get(org)?.announce(block);
    });
  });
  const chain = new Chain();
  const rule = { blockSize: options.blockSize, blockTimeoutUs: options.blockTimeoutMs * 1000 };
  const orderer = new Orderer<Submitted>(rule, clock, (submitted) => {
    const block = chain.execute(submitted);
    for (const peer of peers) peer.deliver(block);
  });
  const submit = submission(options, (submitted) => orderer.submit(submitted));
  for (const peer of peers) {
    endpoints.set(peer.org, new PeerEndpoint(peer, (tx) => submit(peer, tx)));
  }
  const portOf = (index: number) => (options.port === 0 ? 0 : options.port + index);
  const addresses = await Promise.all(
    [...endpoints.values()].map((one, index) => one.listen(portOf(index))),
  );
  return {
    peers: Object.fromEntries(orgs.map((org, index) => [org, addresses[index] as string])),
    control: (command) => {
      const peer = peers.find(({ org }) => org === command.peer);
      if (!peer) return undefined;
      obey(command, peer);
      if (!peer.running) endpoints.get(peer.org)?.dropClients();
      const { org, running, lagUs, height } = peer;
      return { peer: org, running, lagMs: lagUs / 1000, height };
    },
    async stop() {
      orderer.stop();
      for (const peer of peers) peer.stop();
      await Promise.all([...endpoints.values()].map((one) => one.close()));
    },
  };
}

/** What happens to a transaction between its peer and the orderer. Installing is spared from faults. */
function submission(
  options: LedgerOptions,
  order: (submitted: Submitted) => void,
): (peer: Peer, tx: LedgerTx) => Submission {
  const seen = new Set<string>();
  const taken = new Map<string, number>();
  return (peer, tx) => {
    if (seen.has(tx.id)) return 'repeated';
    seen.add(tx.id);
    const via = peer.org;
    if ('source' in tx) {
      order({ tx, via });
      return 'taken';
    }
    const nth = (taken.get(via) ?? 0) + 1;
    taken.set(via, nth);
    const fate = fateOf(options, via, nth);
    if (fate === 'dropped') return 'lost';
    if (fate === 'failed') order({ tx, via, failed: true });
    else order({ tx, via, ...(options.versionedReads && { endorsement: peer.endorse(tx) }) });
    return 'taken';
  };
}

function obey(command: PeerCommand, peer: Peer): void {
  if ('lagMs' in command) peer.lagUs = command.lagMs * 1000;
  else if ('stop' in command) peer.stop();
  else peer.start();
}
