import { expect } from 'chai';
import fc from 'fast-check';
import {
  combine,
  FIELD_ORDER,
  interpolate,
  isElement,
  lagrangeAtZero,
  split,
  type Point,
} from '../../aggregation/index.ts';
import { expectCode } from './expect-code.ts';
import { bytes32 } from './room.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const element = (value: bigint): Uint8Array =>
  new Uint8Array(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse());
const elements = fc.bigInt({ min: 0n, max: FIELD_ORDER - 1n }).map(element);
const pointsOf = (shares: readonly Uint8Array[]): Point[] =>
  shares.map((share, index) => ({ x: index + 1, share }));

describe('Shamir shares', () => {
  it('rebuild the secret from any q of n, in any order', () => {
    const cases = fc
      .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 0, max: 6 }))
      .chain(([q, more]) =>
        fc.tuple(
          fc.constant(q),
          fc.shuffledSubarray([...Array(q + more).keys()], { minLength: q, maxLength: q }),
          fc.constant(q + more),
          elements,
        ),
      );
    fc.assert(
      fc.property(cases, ([q, holders, n, secret]) => {
        const points = pointsOf(split(secret, q, n, bytes32('coefficients')));
        const some = holders.map((holder) => points[holder] as Point);
        expect(hex(combine(some, q))).to.equal(hex(secret));
      }),
    );
  });

  it('beyond the first q are not looked at', () => {
    const points = pointsOf(split(element(42n), 3, 5, bytes32('coefficients')));
    const [a, b, c] = points as [Point, Point, Point];
    const beyond = { x: 4, share: new Uint8Array(32).fill(255) };
    expect(hex(combine([a, b, c, beyond, { ...c, x: 5 }], 3))).to.equal(hex(element(42n)));
  });

  it('rebuild something else from q - 1 and from a forged share', () => {
    const secret = element(42n);
    const points = pointsOf(split(secret, 4, 6, bytes32('coefficients')));
    expect(hex(combine(points.slice(0, 3), 3))).not.to.equal(hex(secret));
    const forged = [...points.slice(0, 3), { x: 4, share: element(7n) }];
    expect(hex(combine(forged, 4))).not.to.equal(hex(secret));
  });

  it('leave every secret possible to q - 1 holders: some last share leads to it', () => {
    const [one, two] = split(element(1n), 3, 5, bytes32('coefficients')) as [
      Uint8Array,
      Uint8Array,
    ];
    const rest = lagrangeAtZero([1, 2, 3]);
    const guess = 987654321n;
    const known = BigInt(`0x${hex(interpolate(rest.slice(0, 2), [one, two]).toReversed())}`);
    let inverse = 1n;
    for (let [base, e] = [rest[2] as bigint, FIELD_ORDER - 2n]; e > 0n; e >>= 1n) {
      if (e & 1n) inverse = (inverse * base) % FIELD_ORDER;
      base = (base * base) % FIELD_ORDER;
    }
    const missing = ((((guess - known) * inverse) % FIELD_ORDER) + FIELD_ORDER) % FIELD_ORDER;
    const points = pointsOf([one, two, element(missing)]);
    expect(hex(combine(points, 3))).to.equal(hex(element(guess)));
  });

  it('lie on the polynomial of the seed: the same again for the same, others for another', () => {
    const shares = (name: string) => split(element(5n), 3, 5, bytes32(name)).map(hex);
    expect(shares('a')).to.deep.equal(shares('a'));
    expect(new Set([...shares('a'), ...shares('b')]).size).to.equal(10);
  });

  it('share the ends of the field', () => {
    for (const value of [0n, 1n, FIELD_ORDER - 1n]) {
      const points = pointsOf(split(element(value), 3, 4, bytes32('coefficients')));
      expect(hex(combine(points, 3))).to.equal(hex(element(value)));
    }
  });

  it('work at the most orgs with one set of coefficients for many secrets', () => {
    const [n, q] = [256, 171];
    const secrets = [element(1n), element(FIELD_ORDER - 2n)];
    const shares = secrets.map((secret, i) => split(secret, q, n, bytes32(i)));
    const coefficients = lagrangeAtZero(Array.from({ length: q }, (_, i) => n - i));
    secrets.forEach((secret, i) => {
      const last = (shares[i] as Uint8Array[]).slice(n - q).toReversed();
      expect(hex(interpolate(coefficients, last))).to.equal(hex(secret));
    });
  });

  it('refuse what is no element of the field, as secret and as share', () => {
    const bad = [
      element(FIELD_ORDER),
      new Uint8Array(32).fill(255),
      new Uint8Array(31),
      new Uint8Array(0),
    ];
    for (const bytes of bad) {
      expect(isElement(bytes)).to.equal(false);
      expectCode('E_BAD_SHARE', () => split(bytes, 2, 3, bytes32('c')));
      expectCode('E_BAD_SHARE', () => combine(pointsOf([element(1n), bytes]), 2));
    }
  });

  it('refuse too few, twins, strangers and sizes without a threshold', () => {
    const points = pointsOf(split(element(1n), 3, 4, bytes32('c')));
    const [first, second] = points as [Point, Point];
    expect(expectCode('E_TOO_FEW_SHARES', () => combine([first, second], 3)).details).to.deep.equal(
      { have: 2 },
    );
    expectCode('E_ORG_INDEX', () => combine([first, second, first], 3));
    for (const x of [0, 257, 1.5, NaN])
      expect(expectCode('E_ORG_INDEX', () => lagrangeAtZero([1, x])).details).to.deep.equal({
        xs: [1, x],
      });
    for (const [q, n] of [
      [1, 3],
      [4, 3],
      [3, 257],
    ] as const)
      expect(
        expectCode('E_SIZE', () => split(element(1n), q, n, bytes32('c'))).details,
      ).to.deep.equal({ q, n });
    expectCode('E_LENGTH', () => split(element(1n), 2, 3, new Uint8Array(8)));
    expectCode('E_LENGTH', () => interpolate([1n], []));
  });
});
