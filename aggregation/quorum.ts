/**
 * The one number q of a round: signatures of a certificate, Shamir's threshold and the least number of contributors
 * (Bonawitz et al. 2017, malicious model: 2q > n + f, so no f orgs collect both kinds of share of anybody).
 */
import { AggregationError } from './errors.ts';

export const LEAST_ORGS = 3;
export const MOST_ORGS = 256;

/** floor((n + f) / 2) + 1 for n orgs of which f may be faulty. */
export function quorum(n: number, f: number): number {
  return Math.floor((n + f) / 2) + 1;
}

/**
 * Refuses sizes that protect nobody: 3 <= n <= 256, f >= 1, q <= n, and q - f >= 2, so that at least two honest orgs
 * stand in every sum. The last one is f <= n - 2; q <= n alone would let two liars of three learn the third.
 * @throws AggregationError E_SIZE
 */
export function assertSize(n: number, f: number): void {
  const refuse = (message: string): never => {
    throw new AggregationError('E_SIZE', message, { n, f });
  };
  if (!Number.isInteger(n) || n < LEAST_ORGS || n > MOST_ORGS)
    refuse(`a round has ${LEAST_ORGS} to ${MOST_ORGS} orgs, not ${n}`);
  if (!Number.isInteger(f) || f < 1) refuse('tolerate at least one faulty member');
  if (f > n - 2) refuse(`tolerate at most ${n - 2} faulty members of ${n}`);
}
