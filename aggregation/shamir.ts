/**
 * Shamir's secret sharing (CACM 22(11), 1979) over the prime field of ed25519's group order l = 2^252 + ...
 * Org `index` has x = index + 1. Elements are 32 bytes, little-endian, canonical (below l).
 */
import { Field, FpInvertBatch } from '@noble/curves/abstract/modular.js';
import { derive, need32 } from './digest.ts';
import { AggregationError } from './errors.ts';
import { MOST_ORGS } from './quorum.ts';

/** RFC 8032 §5.1: the order of the group. */
export const FIELD_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const field = Field(FIELD_ORDER, { isLE: true });

/** One piece of a secret. */
export interface Point {
  /** index of its holder + 1: 1..256 */
  readonly x: number;
  /** 32 bytes */
  readonly share: Uint8Array;
}

/** Whether these bytes are an element of the field in its one encoding. */
export function isElement(bytes: Uint8Array): boolean {
  return bytes.length === 32 && littleEndian(bytes) < FIELD_ORDER;
}

/**
 * Splits a secret so that any q of n shares rebuild it and q - 1 say nothing.
 * @param secret an element: 32 bytes below l
 * @param coefficientSeed 32 bytes, of this secret only: the same seed gives the same shares again
 * @returns n shares, by index
 * @throws AggregationError E_BAD_SHARE for a secret outside of the field, E_SIZE, E_LENGTH
 */
export function split(
  secret: Uint8Array,
  q: number,
  n: number,
  coefficientSeed: Uint8Array,
): Uint8Array[] {
  if (!(q >= 2 && q <= n && n <= MOST_ORGS))
    throw new AggregationError('E_SIZE', 'share with 2 <= q <= n <= 256', { q, n });
  const polynomial = [elementOf(secret, 'this secret')];
  need32(coefficientSeed, 'a seed of coefficients');
  for (let degree = 1; degree < q; degree++) {
    // 512 bits modulo l: the bias is below 2^-259
    const wide = derive(coefficientSeed, 64, 'coefficient', degree);
    polynomial.push(littleEndian(wide) % FIELD_ORDER);
    wide.fill(0);
  }
  return Array.from({ length: n }, (_, index) => field.toBytes(valueAt(polynomial, index + 1)));
}

/** Horner's rule. */
function valueAt(polynomial: readonly bigint[], x: number): bigint {
  const at = BigInt(x);
  return polynomial.reduceRight((sum, coefficient) => (sum * at + coefficient) % FIELD_ORDER, 0n);
}

/**
 * Lagrange's coefficients at zero for holders `xs`: compute them once per set of holders, use them for every secret.
 * @throws AggregationError E_ORG_INDEX for an x outside of 1..256 or twice
 */
export function lagrangeAtZero(xs: readonly number[]): bigint[] {
  if (
    new Set(xs).size !== xs.length ||
    xs.some((x) => !(Number.isInteger(x) && x >= 1 && x <= MOST_ORGS))
  )
    throw new AggregationError('E_ORG_INDEX', 'take one share of each holder', { xs });
  const points = xs.map(BigInt);
  const tops = points.map((x) => productOf(points, x, (other) => other));
  const bottoms = points.map((x) => productOf(points, x, (other) => other - x));
  const inverses = FpInvertBatch(field, bottoms);
  return tops.map((top, i) => field.mul(top, inverses[i] as bigint));
}

/** The product over all points but `x`. */
function productOf(
  points: readonly bigint[],
  x: bigint,
  factor: (other: bigint) => bigint,
): bigint {
  return points.reduce(
    (product, other) => (other === x ? product : field.mul(product, field.create(factor(other)))),
    1n,
  );
}

/**
 * One secret from shares in the order of the coefficients. The caller holds the result against its hash.
 * @throws AggregationError E_BAD_SHARE, E_LENGTH
 */
export function interpolate(
  coefficients: readonly bigint[],
  shares: readonly Uint8Array[],
): Uint8Array {
  if (coefficients.length !== shares.length)
    throw new AggregationError('E_LENGTH', 'give one share for each coefficient');
  const secret = coefficients.reduce(
    (sum, coefficient, i) => sum + coefficient * elementOf(shares[i] as Uint8Array, 'a share'),
    0n,
  );
  return field.toBytes(secret % FIELD_ORDER);
}

/**
 * The secret behind the first q points.
 * @throws AggregationError E_TOO_FEW_SHARES, E_BAD_SHARE, E_ORG_INDEX
 */
export function combine(points: readonly Point[], q: number): Uint8Array {
  if (points.length < q)
    throw new AggregationError('E_TOO_FEW_SHARES', `${q} shares rebuild this secret`, {
      have: points.length,
    });
  const used = points.slice(0, q);
  return interpolate(
    lagrangeAtZero(used.map(({ x }) => x)),
    used.map(({ share }) => share),
  );
}

function elementOf(bytes: Uint8Array, what: string): bigint {
  if (!isElement(bytes))
    throw new AggregationError('E_BAD_SHARE', `${what} is no element of the field`);
  return littleEndian(bytes);
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`);
}
