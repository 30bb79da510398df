/**
 * What the adversary can compute. It sees every message, holds the secrets and shares of the liars, and knows:
 *
 *   b_i   when i revealed it, or when a threshold of its self shares is known (the liars' own ones and released ones)
 *   s_ij  when i or j is a liar, when one of them revealed it, or when a threshold of sigma shares of i or j is known
 *   y_i   every contribution that was sent
 *
 * A sent contribution is a linear equation: y = x + PRG(b) ± Σ PRG(s_ij), with one unknown for each x and for each
 * keystream that is not known. What remains when the keystreams are eliminated are all the linear combinations of honest
 * vectors that can be computed. Allowed is, for each sum, the one over the honest members of the first certified set,
 * which has q members and two honest ones at least; of vectors that stood in one such sum no other one is allowed.
 */
import type { Verified } from '../../protocol/statement.ts';
import type { CertifiedSet } from '../../protocol/round/state.ts';
import { hex } from '../../protocol/digest.ts';
import type { World } from './world.ts';

/** Coefficients modulo a prime, by unknown. */
type Row = Map<string, number>;

/** A prime below 2^26, so that products are exact. */
const PRIME = 67_108_859;
const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;

function inverse(value: number): number {
  let [power, base, left] = [1, modulo(value), PRIME - 2];
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) power = (power * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return power;
}

export interface Knowledge {
  /** An honest org's word is out. What of it the adversary can use now, if anything, in words. */
  learn(message: Verified): string | null;
  /** A set was certified, the first one of its sum here. */
  allow(sum: string, set: CertifiedSet['set']): string | null;
}

/** @param vectorOf names the data that an honest contribution hides */
export function createKnowledge(
  world: World,
  liars: ReadonlySet<string>,
  vectorOf: (contribution: Verified) => string,
): Knowledge {
  const { roster, product } = world;
  const honest = (org: string) => !liars.has(org);
  const contributions = new Map<string, Extract<Verified, { type: 'contribution' }>>();
  /** in hex: two sums that use one seed are opened together */
  const opened = new Set<string>();
  const holders = new Map<string, Set<string>>();
  const allowed: { sum: string; row: Row }[] = [];

  const { threshold = world.q } = world.options;
  const canRebuild = (secret: Uint8Array) =>
    new Set([...liars, ...(holders.get(hex(secret)) ?? [])]).size >= threshold;
  function isSelfKnown(sum: string, org: string): boolean {
    const { selfSeed } = world.secretsOf(org, sum);
    return opened.has(hex(selfSeed)) || canRebuild(selfSeed);
  }
  const isSigmaKnown = (sum: string, org: string) => canRebuild(world.secretsOf(org, sum).sigma);
  const isPairKnown = (sum: string, a: string, b: string) =>
    !honest(a) ||
    !honest(b) ||
    opened.has(hex(world.pairSeed(sum, a, b))) ||
    isSigmaKnown(sum, a) ||
    isSigmaKnown(sum, b);

  /** Names a keystream by its first lane: two that are the same number have one name. */
  const names = namesOf(world);
  function keystream(
    key: string,
    label: string,
    context: Uint8Array,
    seed: () => Uint8Array,
    orgs: number[],
  ): string {
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = `prg/${product.mask.keystream(context, seed(), 1, label, ...orgs).join()}`;
    names.set(key, name);
    return name;
  }

  function equation(contribution: Extract<Verified, { type: 'contribution' }>): Row {
    const { sum, context } = contribution.message;
    const org = contribution.signer;
    const self = roster.indexOf(org);
    const row: Row = new Map();
    const add = (unknown: string, sign: number) =>
      row.set(unknown, modulo((row.get(unknown) ?? 0) + sign));
    add(`x/${vectorOf(contribution)}`, 1);
    const place = `${sum}/${hex(context)}/${org}`;
    const own = () => world.secretsOf(org, sum).selfSeed;
    if (!isSelfKnown(sum, org)) add(keystream(place, 'self mask', context, own, [self]), 1);
    roster.forEach((peer, at) => {
      if (peer === org || isPairKnown(sum, org, peer)) return;
      const orgs = [Math.min(self, at), Math.max(self, at)];
      const seed = () => world.pairSeed(sum, org, peer);
      const name = keystream(`${place}/${peer}`, 'pair mask', context, seed, orgs);
      add(name, self < at ? 1 : -1);
    });
    return row;
  }

  /** The combinations of vectors that are known, once the keystreams are eliminated. */
  function known(): Row[] {
    const rows = withoutLonely([...contributions.values()].map(equation));
    return eliminate(rows, (unknown) => unknown.startsWith('prg/'));
  }

  function flaw(): string | null {
    for (const row of known()) {
      const rest = reduce(
        row,
        allowed.map(({ row: one }) => one),
      );
      if (rest.size > 0) return describe(rest);
    }
    return null;
  }

  return {
    learn(message) {
      switch (message.type) {
        case 'contribution':
          contributions.set(message.id, message);
          return flaw();
        case 'reveal': {
          const { sum, pairs } = message.message;
          opened.add(hex(world.secretsOf(message.signer, sum).selfSeed));
          for (const { org } of pairs) opened.add(hex(world.pairSeed(sum, message.signer, org)));
          return flaw();
        }
        case 'shareReveal': {
          const { sum, pieces } = message.message;
          for (const { dealer, kind } of pieces) {
            const { selfSeed, sigma } = world.secretsOf(dealer, sum);
            const key = hex(kind === 1 ? selfSeed : sigma);
            holders.set(key, (holders.get(key) ?? new Set()).add(message.signer));
          }
          return flaw();
        }
        default:
          return null;
      }
    },
    allow(sum, set) {
      if (allowed.some((one) => one.sum === sum)) return null;
      const members = set.filter(({ org }) => honest(org));
      if (set.length < world.q || members.length < 2)
        return `a set of ${set.map(({ org }) => org).join()} was certified`;
      const listed = members.flatMap(({ contribution }) => {
        const found = contributions.get(hex(contribution));
        return found ? [`x/${vectorOf(found)}`] : [];
      });
      const spent = listed.some((x) => allowed.some(({ row }) => row.has(x)));
      allowed.push({ sum, row: new Map(spent ? [] : listed.map((x) => [x, 1])) });
      return flaw();
    },
  };
}

const nameMaps = new WeakMap<World, Map<string, string>>();

function namesOf(world: World): Map<string, string> {
  const names = nameMaps.get(world) ?? new Map<string, string>();
  nameMaps.set(world, names);
  return names;
}

/** Drops what has an unknown keystream that no other equation has: nothing follows from it. */
function withoutLonely(rows: readonly Row[]): Row[] {
  for (let left = [...rows]; ;) {
    const uses = new Map<string, number>();
    for (const row of left)
      for (const unknown of row.keys()) uses.set(unknown, (uses.get(unknown) ?? 0) + 1);
    const kept = left.filter(
      (row) => ![...row.keys()].some((u) => u.startsWith('prg/') && uses.get(u) === 1),
    );
    if (kept.length === left.length) return kept;
    left = kept;
  }
}

/** Gauss: the rows in which none of these unknowns is left. */
function eliminate(rows: readonly Row[], isUnwanted: (unknown: string) => boolean): Row[] {
  let left = rows.map((row) => new Map([...row].filter(([, value]) => value !== 0)));
  for (;;) {
    const pivot = left.find((row) => [...row.keys()].some(isUnwanted));
    if (!pivot) return left.filter(({ size }) => size > 0);
    const unknown = [...pivot.keys()].find(isUnwanted) as string;
    left = left.filter((row) => row !== pivot).map((row) => without(row, unknown, pivot));
  }
}

/** What of a row is no combination of others. */
function reduce(row: Row, others: readonly Row[]): Row {
  const basis: { unknown: string; row: Row }[] = [];
  const reduced = (one: Row) =>
    basis.reduce((left, { unknown, row: by }) => without(left, unknown, by), one);
  for (const other of others) {
    const next = reduced(other);
    const [unknown] = next.keys();
    if (unknown !== undefined) basis.push({ unknown, row: next });
  }
  return reduced(row);
}

/** The row with one unknown taken out by another row that has it. */
function without(row: Row, unknown: string, by: Row): Row {
  const value = row.get(unknown);
  if (value === undefined) return row;
  const factor = (value * inverse(by.get(unknown) as number)) % PRIME;
  const next = new Map(row);
  for (const [other, coefficient] of by) {
    const sum = modulo((next.get(other) ?? 0) - factor * coefficient);
    if (sum === 0) next.delete(other);
    else next.set(other, sum);
  }
  return next;
}

const describe = (row: Row) =>
  `the adversary can compute ${[...row]
    .map(([x, value]) => `${value > PRIME / 2 ? value - PRIME : value}·${x.slice(2)}`)
    .join(' + ')}`;
