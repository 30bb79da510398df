/** A room of n orgs that share one setup, with everything drawn from fixed seeds: what several specs start from. */
import { createHash } from 'node:crypto';
import {
  contextOf,
  openSecrets,
  pairSeed,
  type OwnSecrets,
  type PairSeed,
} from '../../aggregation/index.ts';

/** 32 bytes that a name stands for. */
export const bytes32 = (name: string | number): Uint8Array =>
  new Uint8Array(createHash('sha256').update(`test ${name}`).digest());

export interface Room {
  readonly setup: Uint8Array;
  readonly context: Uint8Array;
  readonly secrets: readonly OwnSecrets[];
  /** the pair seeds of one org, by the other's place */
  pairsOf(self: number): Map<number, Uint8Array>;
  /** what the members of a set open */
  revealsOf(set: readonly number[]): { self: Map<number, Uint8Array>; pairs: PairSeed[] };
}

export function roomOf(n: number, name = 'room'): Room {
  const setup = bytes32(`${name} setup`);
  const context = contextOf(setup, bytes32(`${name} set-up`), []);
  const secrets = Array.from({ length: n }, (_, i) => openSecrets(bytes32(`${name} ${i}`), setup));
  const at = (i: number) => secrets[i] as OwnSecrets;
  const pair = (i: number, j: number) => pairSeed(at(i), setup, i, j, at(j).maskPublic);
  const others = (self: number) => [...secrets.keys()].filter((peer) => peer !== self);
  const pairsOf = (self: number) => new Map(others(self).map((peer) => [peer, pair(self, peer)]));
  const revealsOf = (set: readonly number[]) => {
    const outsiders = [...secrets.keys()].filter((org) => !set.includes(org));
    return {
      self: new Map(set.map((org) => [org, at(org).selfSeed])),
      pairs: set.flatMap((member) =>
        outsiders.map((outsider) => ({ member, outsider, seed: pair(member, outsider) })),
      ),
    };
  };
  return { setup, context, secrets, pairsOf, revealsOf };
}

/** sfc32 (PractRand), seeded: uniform in [0, 1). */
export function seeded(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, 1];
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}
