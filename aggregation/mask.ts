/**
 * Masks (Bonawitz et al., CCS 2017, §4): y_i = x_i + PRG(b_i) + sum of PRG(s_ij) over j > i - the same over j < i,
 * modulo 2^64. PRG is AES-256-CTR (SP 800-38A) from a zero counter under a key that belongs to one context and label,
 * so that orgs with different contexts get masks that do not cancel.
 */
import { createCipheriv, createSecretKey } from 'node:crypto';
import { derive, need32, type Part } from './digest.ts';
import { AggregationError } from './errors.ts';
import { addInto, fromBytes, subtractInto } from './vector.ts';

/** A pair seed that a member of the set opened, because the other org is outside of it. Places in the roster. */
export interface PairSeed {
  readonly member: number;
  readonly outsider: number;
  /** 32 bytes */
  readonly seed: Uint8Array;
}

const COUNTER = new Uint8Array(16);

/** The stream of a seed as a vector of `lanes` lanes. */
export function keystream(
  context: Uint8Array,
  seed: Uint8Array,
  lanes: number,
  label: string,
  ...orgs: readonly Part[]
): Int32Array {
  const bytes = derive(need32(seed, 'a seed'), 32, label, need32(context, 'a context'), ...orgs);
  // a KeyObject: three times as fast as raw bytes
  const key = createSecretKey(bytes);
  bytes.fill(0);
  const stream = createCipheriv('aes-256-ctr', key, COUNTER).update(Buffer.alloc(8 * lanes));
  const vector = fromBytes(stream, lanes);
  stream.fill(0);
  return vector;
}

type Apply = (into: Int32Array, from: Int32Array) => void;

function applySelf(y: Int32Array, context: Uint8Array, org: number, b: Uint8Array, apply: Apply) {
  const mask = keystream(context, b, y.length / 2, 'self mask', org);
  apply(y, mask);
  mask.fill(0);
}

function applyPair(
  y: Int32Array,
  context: Uint8Array,
  [self, peer]: readonly [number, number],
  seed: Uint8Array,
  apply: Apply,
) {
  const [low, high] = self < peer ? [self, peer] : [peer, self];
  const mask = keystream(context, seed, y.length / 2, 'pair mask', low, high);
  apply(y, mask);
  mask.fill(0);
}

/** What the pair mask of (self, peer) did to the vector of self, and how to take it back. */
const put = (self: number, peer: number): Apply => (self < peer ? addInto : subtractInto);
const takeBack = (self: number, peer: number): Apply => (self < peer ? subtractInto : addInto);

/**
 * One org's masked vector; `x` is left as it is.
 * @param x from `encodeLanes`
 * @param self own place in the roster
 * @param selfSeed b
 * @param pairs the pair seed with every other org of the roster, by its place
 * @throws AggregationError E_ORG_INDEX when `self` is among the pairs or there is nobody else, E_LENGTH
 */
export function maskVector(
  context: Uint8Array,
  x: Int32Array,
  self: number,
  selfSeed: Uint8Array,
  pairs: ReadonlyMap<number, Uint8Array>,
): Int32Array {
  if (pairs.has(self) || pairs.size === 0)
    throw new AggregationError('E_ORG_INDEX', 'mask with every other org of the roster', { self });
  const y = x.slice();
  applySelf(y, context, self, selfSeed, addInto);
  for (const [peer, seed] of pairs) applyPair(y, context, [self, peer], seed, put(self, peer));
  return y;
}

/**
 * The sum of what the members of a set masked. The caller has held every seed against its signed hash.
 * @param contributions masked vectors of the set, by place in the roster
 * @param selfSeeds b of exactly these members
 * @param pairSeeds of every member with every org outside of the set, no more and no less
 * @throws AggregationError E_REVEALS when seeds and set do not match, E_LENGTH for vectors of different layouts
 */
export function unmask(
  context: Uint8Array,
  contributions: ReadonlyMap<number, Int32Array>,
  selfSeeds: ReadonlyMap<number, Uint8Array>,
  pairSeeds: readonly PairSeed[],
): Int32Array {
  const [first, ...rest] = contributions.values();
  if (!first) throw new AggregationError('E_REVEALS', 'there is nothing to add up');
  checkReveals(contributions, selfSeeds, pairSeeds);
  const sum = first.slice();
  for (const y of rest) addInto(sum, y);
  for (const [org, b] of selfSeeds) applySelf(sum, context, org, b, subtractInto);
  for (const { member, outsider, seed } of pairSeeds)
    applyPair(sum, context, [member, outsider], seed, takeBack(member, outsider));
  return sum;
}

function checkReveals(
  contributions: ReadonlyMap<number, Int32Array>,
  selfSeeds: ReadonlyMap<number, Uint8Array>,
  pairSeeds: readonly PairSeed[],
): void {
  const refuse = (message: string): never => {
    throw new AggregationError('E_REVEALS', message);
  };
  const inSet = (org: number) => contributions.has(org);
  if (selfSeeds.size !== contributions.size || ![...selfSeeds.keys()].every(inSet))
    refuse('give the self seed of each member of the set, and of nobody else');
  if (pairSeeds.some(({ member, outsider }) => !inSet(member) || inSet(outsider)))
    refuse('a pair seed is of a member of the set with an org outside of it');
  const pairs = new Set(pairSeeds.map(({ member, outsider }) => `${member} ${outsider}`));
  const outsiders = new Set(pairSeeds.map(({ outsider }) => outsider));
  if (pairs.size !== pairSeeds.length || pairs.size !== outsiders.size * contributions.size)
    refuse('give the pair seed of each member with each org outside of the set, once');
}
