/**
 * What must hold after every step, one checker for each promise. A checker looks at what honest peers signed, sent and
 * decided, and never asks the machine whether it is right.
 */
import type { Effect } from '../../protocol/round/event.ts';
import { END_PHASES, type CertifiedSet, type RoundState } from '../../protocol/round/state.ts';
import type { Verified } from '../../protocol/statement.ts';
import { hex } from '../../protocol/digest.ts';
import type { Knowledge } from './knowledge.ts';
import type { Peer } from './surroundings.ts';
import type { World } from './world.ts';

export type Promised =
  /** no two certified sets of a sum are obeyed */
  | 'agreement'
  /** no two results of a round are published, and none that fewer than q signed */
  | 'one result'
  /** the published sum is the sum of what the set's members counted */
  | 'truth'
  /** nothing about an honest member can be computed but the sum over a certified set */
  | 'secrecy'
  /** an honest org contributes once to a sum */
  | 'one contribution'
  /** an honest org signs one statement for each slot */
  | 'one word'
  /** whoever is alive has ended at the closing instant, and signs and opens nothing after it */
  | 'end'
  /** if an honest peer published early enough for repair, all honest ones that are alive did */
  | 'all or none'
  /** with f faulty members at most, a network that works and time enough, the round is published */
  | 'decision'
  /** no honest org is accused */
  | 'justice'
  /** a contribution that everybody had at the cut is in the set */
  | 'inclusion'
  /** what a liar can make a peer keep is bounded */
  | 'memory'
  /** no load is driven for a round that can not be finished */
  | 'readiness'
  /** who takes no part in a round, or said nothing in it, ends it for nobody */
  | 'own decision'
  /** whoever spoils a result has a name */
  | 'blame'
  /** who opens its seeds in time gets the sum, too */
  | 'fairness'
  /** comparable rounds have one set */
  | 'one set';

export interface Finding {
  readonly promise: Promised;
  readonly message: string;
  /** ms since the proposal */
  readonly atMs: number;
}

/** Statements that a peer keeps of one signer in one round at most, for each sum and view that there is. */
const MOST_KEPT = 200;

const VAULT_WORK: readonly Effect['kind'][] = [
  'open',
  'deal',
  'check',
  'sign',
  'mask',
  'reveal',
  'release',
];

export interface Checks {
  signed(org: string, message: Verified): void;
  sent(org: string, message: Verified): void;
  moved(peer: Peer, before: RoundState, effects: readonly Effect[]): void;
}

export interface ChecksOptions {
  readonly world: World;
  readonly liars: ReadonlySet<string>;
  readonly knowledge: Knowledge;
  readonly peers: ReadonlyMap<string, Peer>;
  /** the sum of what these members counted, as published lanes, for a set that was certified */
  readonly truth: (state: RoundState, sum: number) => Uint8Array | null;
  readonly find: (promise: Promised, message: string) => void;
}

export function createChecks(options: ChecksOptions): Checks {
  const { world, liars, knowledge, peers, truth, find } = options;
  const { protocol } = world.product;
  const honest = (org: string) => !liars.has(org);
  const slots = new Map<string, string>();
  const certified = new Map<string, string>();
  const published = new Map<string, string>();
  const results = new Map<string, Set<string>>();

  function noteCertified(peer: Peer, before: RoundState, after: RoundState): void {
    after.sums.forEach((sum, i) => {
      if (!sum.certified || before.sums[i]?.certified === sum.certified) return;
      const { id } = world.terms.sums[i] as { id: string };
      const hash = hex(sum.certified.hash);
      const first = certified.get(id);
      const leak = knowledge.allow(id, sum.certified.set);
      if (leak !== null) find('secrecy', leak);
      if (first !== undefined && first !== hash)
        find('agreement', `${peer.org} obeys another certificate of ${id} than others did`);
      else certified.set(id, hash);
      if (first === undefined) noteInclusion(i, sum.certified);
    });
  }

  /** In the first n views a set has everybody whose contribution all honest members held at the cut. */
  function noteInclusion(index: number, { set, view }: CertifiedSet): void {
    if (view >= world.terms.n) return;
    const states = [...peers.values()].filter(({ org }) => honest(org)).map((one) => one.state());
    const held = states.map(({ sums }) => sums[index]?.heldAtCut);
    for (const org of world.roster.filter(honest))
      if (held.every((orgs) => orgs?.includes(org)) && !set.some((one) => one.org === org))
        find('inclusion', `everybody had ${org}'s contribution at the cut, and it is left out`);
  }

  function noteResult(peer: Peer, state: RoundState): void {
    state.sums.forEach((sum, i) => {
      const { id } = world.terms.sums[i] as { id: string };
      const lanes = hex(sum.lanes as Uint8Array);
      const first = published.get(id) ?? lanes;
      published.set(id, first);
      if (first !== lanes) find('one result', `${peer.org} published another sum ${id}`);
      const right = truth(state, i);
      if (right && hex(right) !== lanes) find('truth', `${peer.org} published a wrong sum ${id}`);
      if (right && !isPlausible(sum.lanes as Uint8Array, world.terms.n))
        find('truth', `${peer.org} published what no members can have counted`);
      const who = results.get(`${id}/${hex(protocol.sha256(sum.lanes as Uint8Array))}`);
      if ((who?.size ?? 0) < world.q)
        find('one result', `${peer.org} published what ${who?.size ?? 0} members signed`);
    });
  }

  function noteAccusation(effect: Effect): void {
    if (effect.kind === 'accuse' && honest(effect.org))
      find('justice', `${effect.org} is accused of ${effect.lie}, and is honest`);
    if (effect.kind !== 'end') return;
    const { code, details, message } = effect.end;
    const orgs = code === 'blame' ? ((details?.['orgs'] ?? []) as string[]) : [];
    for (const org of orgs.filter(honest)) find('justice', `${org} is blamed, and is honest`);
    if (code === 'E_BAD_DEAL' || code === 'E_BAD_KEYS') noteDealers(message);
  }

  /** An honest member names who sent what does not hold: a liar, or a liar and who contradicts it. */
  function noteDealers(message: string): void {
    const words = message.split(/\W+/).filter((word) => world.roster.includes(word));
    const [speaker = '', ...named] = words;
    if (honest(speaker) && named.every(honest)) find('justice', `no liar is named: ${message}`);
  }

  /** After the closing instant no vault is asked for anything but to erase. */
  function noteLateWord(peer: Peer, effects: readonly Effect[]): void {
    if (peer.state().nowMs < world.terms.schedule.closingMs) return;
    const asked = effects.find(({ kind }) => VAULT_WORK.includes(kind));
    if (asked) find('end', `${peer.org} asks its vault to ${asked.kind} after the closing instant`);
  }

  return {
    signed(org, message) {
      if (message.type === 'result') {
        const key = `${message.message.sum}/${hex(message.message.lanesDigest)}`;
        results.set(key, (results.get(key) ?? new Set()).add(org));
      }
      if (!honest(org)) return;
      const slot = `${org}/${protocol.slotOf(world.consortium.digest, message)}`;
      const first = slots.get(slot);
      if (first !== undefined && first !== message.id)
        find(
          message.type === 'contribution' ? 'one contribution' : 'one word',
          `${org} signed two statements for ${slot.replace(/[0-9a-f]{64}\//, '')}`,
        );
      slots.set(slot, message.id);
    },
    sent(org, message) {
      if (!honest(org)) return;
      const leak = knowledge.learn(message);
      if (leak !== null) find('secrecy', leak);
    },
    moved(peer, before, effects) {
      if (!honest(peer.org)) return;
      const after = peer.state();
      noteLateWord(peer, effects);
      if (after.sums !== before.sums) noteCertified(peer, before, after);
      for (const effect of effects) noteAccusation(effect);
      if (after.phase === 'published' && before.phase !== 'published') noteResult(peer, after);
    },
  };
}

/** Every lane is below what so many members can have counted: 2^40 each. */
function isPlausible(lanes: Uint8Array, n: number): boolean {
  const view = new DataView(lanes.buffer, lanes.byteOffset, lanes.length);
  for (let at = 0; at < lanes.length; at += 8)
    if (view.getBigUint64(at, true) >= BigInt(n) << 40n) return false;
  return true;
}

export interface EndOptions {
  readonly find: ChecksOptions['find'];
  readonly mustDecide: boolean;
  /** whether what was published first had time to reach this peer before the round was over for good */
  readonly hadTime: (org: string) => boolean;
}

/** What must hold at the closing instant. */
export function checkClosed(peers: readonly Peer[], find: ChecksOptions['find']): void {
  for (const peer of peers)
    if (peer.isAlive() && !isOver(peer.state()))
      find('end', `${peer.org} is still ${peer.state().phase}`);
}

/** What must hold when the round is over for good. */
export function checkEnd(peers: readonly Peer[], { find, mustDecide, hadTime }: EndOptions): void {
  const alive = peers.filter((peer) => peer.isAlive());
  const done = alive.filter((peer) => peer.state().phase === 'published');
  const others = alive.filter((peer) => peer.state().phase !== 'published');
  const missed = others.filter(({ org }) => hadTime(org));
  if (done.length > 0 && missed.length > 0)
    find(
      'all or none',
      `${done.map(({ org }) => org).join()} published, but ${missed.map(endOf).join('; ')}`,
    );
  if (mustDecide && others.length > 0)
    find('decision', `not published: ${others.map(endOf).join('; ')}`);
  for (const peer of alive) checkMemory(peer, find);
}

function checkMemory(peer: Peer, find: ChecksOptions['find']): void {
  const kept = Map.groupBy(peer.transcript.values(), ({ message }) => message.signer);
  for (const [org, statements] of kept)
    if (statements.length > MOST_KEPT)
      find('memory', `${peer.org} keeps ${statements.length} statements of ${org}`);
}

const isOver = ({ phase }: RoundState) => (END_PHASES as readonly string[]).includes(phase);
const endOf = (peer: Peer) => {
  const { phase, end } = peer.state();
  return `${peer.org} is ${phase}${end ? ` (${end.code}: ${end.message})` : ''}`;
};
