import { expect } from 'chai';
import fc from 'fast-check';
import {
  addInto,
  decodeLanes,
  encodeLanes,
  mainLayout,
  maskVector,
  toBytes,
  unmask,
  type OwnSecrets,
} from '../../aggregation/index.ts';
import { expectCode } from './expect-code.ts';
import { bytes32, roomOf, seeded, type Room } from './room.ts';

const layout = mainLayout();

/** Small counts, most of them zero, as a real org has. */
function countsOf(org: number, lanes = layout.lanes): Float64Array {
  const random = seeded(org + 1);
  return Float64Array.from({ length: lanes }, () =>
    random() < 0.8 ? 0 : Math.floor(random() * 1e6),
  );
}

const maskOf = (room: Room, org: number, x: Int32Array, context = room.context) =>
  maskVector(context, x, org, (room.secrets[org] as OwnSecrets).selfSeed, room.pairsOf(org));

/** Chi-squared of the bytes against the uniform distribution: 255 degrees of freedom. */
function chiSquared(vector: Int32Array): number {
  const bytes = toBytes(vector);
  const seen = new Float64Array(256);
  for (const byte of bytes) seen[byte]! += 1;
  const each = bytes.length / 256;
  return seen.reduce((sum, n) => sum + (n - each) ** 2 / each, 0);
}

/** 255 +- 8 standard deviations: the seeds are fixed, so that this can not fail by chance. */
const looksUniform = (vector: Int32Array) => Math.abs(chiSquared(vector) - 255) < 181;

function plainSum(orgs: readonly number[], lanes = layout.lanes): Float64Array {
  const sum = new Float64Array(lanes);
  for (const org of orgs) countsOf(org, lanes).forEach((count, lane) => (sum[lane]! += count));
  return sum;
}

describe('masks', () => {
  it('cancel when all contribute', () => {
    const room = roomOf(4);
    const set = [0, 1, 2, 3];
    const contributions = new Map(
      set.map((org) => [org, maskOf(room, org, encodeLanes(countsOf(org)))]),
    );
    const { self, pairs } = room.revealsOf(set);
    expect(pairs).to.deep.equal([]);
    const before = set.map((org) => contributions.get(org)!.slice());
    const sum = unmask(room.context, contributions, self, pairs);
    expect(
      set.map((org) => contributions.get(org)),
      'what came is left as it was',
    ).to.deep.equal(before);
    expect(decodeLanes(sum, layout, 4)).to.deep.equal(plainSum(set));
  });

  it('cancel for any set, whoever is missing', () => {
    const rooms = [3, 4, 5, 6, 7].map((n) => roomOf(n));
    const cases = fc
      .constantFrom(...rooms)
      .chain((room) =>
        fc.tuple(
          fc.constant(room),
          fc.shuffledSubarray([...room.secrets.keys()], { minLength: 1 }),
        ),
      );
    fc.assert(
      fc.property(cases, ([room, set]) => {
        const masked = set.map(
          (org) => [org, maskOf(room, org, encodeLanes(countsOf(org, 9)))] as const,
        );
        const { self, pairs } = room.revealsOf(set);
        const sum = unmask(room.context, new Map(masked), self, pairs);
        const plain = encodeLanes(plainSum(set, 9));
        expect([...sum]).to.deep.equal([...plain]);
      }),
      { numRuns: 40 },
    );
  });

  it('leave every proper subset noise, with all self masks taken off', () => {
    const room = roomOf(4);
    const all = [0, 1, 2, 3];
    const unhidden = (set: readonly number[]) => {
      const masked = new Map(
        set.map((org) => [org, maskOf(room, org, encodeLanes(countsOf(org)))]),
      );
      return unmask(room.context, masked, room.revealsOf(set).self, []);
    };
    for (let subset = 1; subset < 15; subset++) {
      const set = all.filter((org) => subset & (1 << org));
      const sum = unhidden(set);
      expect(looksUniform(sum), `set ${set}`).to.equal(true);
      expectCode('E_IMPLAUSIBLE', () => decodeLanes(sum, layout, set.length));
    }
    expect(looksUniform(unhidden(all)), 'the test itself sees a sum').to.equal(false);
  });

  it('leave the sum noise while one self seed is missing', () => {
    const room = roomOf(3);
    const sum = new Int32Array(2 * layout.lanes);
    for (const org of [0, 1, 2]) addInto(sum, maskOf(room, org, encodeLanes(countsOf(org))));
    const nearly = unmask(
      room.context,
      new Map([[0, sum]]),
      new Map([[0, room.secrets[0]!.selfSeed]]),
      [],
    );
    expect(looksUniform(nearly)).to.equal(true);
  });

  it('do not cancel when one org has another context', () => {
    const room = roomOf(3);
    const contributions = new Map(
      [0, 1, 2].map((org) => {
        const context = org === 2 ? bytes32('another layout') : room.context;
        return [org, maskOf(room, org, encodeLanes(countsOf(org)), context)] as const;
      }),
    );
    const { self, pairs } = room.revealsOf([0, 1, 2]);
    const sum = unmask(room.context, contributions, self, pairs);
    expect(looksUniform(sum)).to.equal(true);
    expectCode('E_IMPLAUSIBLE', () => decodeLanes(sum, layout, 3));
  });

  it('hide an empty vector as well as a full one, and leave the vector as it was', () => {
    const room = roomOf(3);
    const empty = new Int32Array(2 * layout.lanes);
    const masked = maskOf(room, 1, empty);
    expect(looksUniform(masked)).to.equal(true);
    expect(empty.every((word) => word === 0)).to.equal(true);
    expect(maskOf(room, 1, empty)).to.deep.equal(masked);
  });

  it('hold where every lane of every org is full', () => {
    const room = roomOf(16);
    const set = [...room.secrets.keys()];
    const full = encodeLanes(new Float64Array(layout.lanes).fill(2 ** 40 - 1));
    const contributions = new Map(set.map((org) => [org, maskOf(room, org, full)]));
    const sum = unmask(room.context, contributions, room.revealsOf(set).self, []);
    const most = new Float64Array(layout.lanes).fill(16 * (2 ** 40 - 1));
    expect(decodeLanes(sum, layout, 16)).to.deep.equal(most);
  });

  it('refuse to mask with oneself, with nobody, or under a context or seed of another length', () => {
    const x = new Int32Array(4);
    const [context, seed] = [bytes32('context'), bytes32('seed')];
    const pairs = new Map([[1, seed]]);
    const oneself = () => maskVector(context, x, 1, seed, pairs);
    expect(expectCode('E_ORG_INDEX', oneself).details).to.deep.equal({ self: 1 });
    expectCode('E_ORG_INDEX', () => maskVector(context, x, 0, seed, new Map()));
    expectCode('E_LENGTH', () => maskVector(context.subarray(1), x, 0, seed, pairs));
    expectCode('E_LENGTH', () => maskVector(context, x, 0, seed.subarray(1), pairs));
    expectCode('E_LENGTH', () =>
      maskVector(context, x, 0, seed, new Map([[1, new Uint8Array(0)]])),
    );
  });

  it('refuse to come off with other seeds than those of the set', () => {
    const room = roomOf(4);
    const set = [0, 1, 2];
    const contributions = new Map(set.map((org) => [org, maskOf(room, org, new Int32Array(2))]));
    const { self, pairs } = room.revealsOf(set);
    const refused = (selfSeeds: Map<number, Uint8Array>, pairSeeds: typeof pairs) =>
      expectCode('E_REVEALS', () => unmask(room.context, contributions, selfSeeds, pairSeeds));
    const [one, ...rest] = pairs as [(typeof pairs)[number]];
    refused(new Map([...self].slice(1)), pairs);
    refused(new Map([...self, [3, bytes32('seed')]]), pairs);
    refused(new Map([...[...self].slice(1), [3, bytes32('seed')]]), pairs);
    refused(self, rest);
    refused(self, [...pairs, one]);
    refused(self, [one, one, one]);
    refused(self, [...rest, { ...one, outsider: 1 }]);
    refused(self, [...rest, { ...one, member: 3, outsider: 3 }]);
    expectCode('E_REVEALS', () => unmask(room.context, new Map(), new Map(), []));
    const uneven = new Map(contributions).set(1, new Int32Array(4));
    expectCode('E_LENGTH', () => unmask(room.context, uneven, self, pairs));
  });
});
