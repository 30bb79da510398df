import { expect } from 'chai';
import { begin, step, termsOf, type RoundState } from '../../../protocol/index.ts';
import { overlapping } from '../../../node/round/overlap.ts';
import { consortiumOf, said } from '../../protocol/consortium.ts';
import { proposalOf, type proposed, T0 } from '../../protocol/proposal.ts';

const world = consortiumOf(4);

/** Org A's state of a round whose instants are shifted, accepted by it or not. */
function roundAt(shiftMs: number, accepted: boolean, nonce: number): RoundState {
  const proposal = proposalOf(world, { nonce });
  const schedule = Object.fromEntries(
    Object.entries(proposal.schedule).map(([k, v]) => [
      k,
      k.endsWith('Ms') && v > T0 / 2 ? v + shiftMs : v,
    ]),
  ) as unknown as typeof proposal.schedule;
  const sums = proposal.sums.map((s) => ({
    ...s,
    cutMs: s.cutMs + shiftMs,
    voteByMs: s.voteByMs + shiftMs,
  }));
  const message = { ...proposal, schedule, sums };
  const terms = termsOf(world.consortium, message);
  const state = begin(
    terms,
    said(world, 'A', 'proposal', message) as ReturnType<typeof proposed>,
    'A',
    T0,
  );
  if (!accepted) return state;
  const build = { packageVersion: '1', lockfileDigest: new Uint8Array(32) };
  const own = said(world, 'A', 'acceptance', { round: terms.roundId, ...build });
  return step(state, { kind: 'message', nowMs: T0, message: own }).state;
}

describe('loads at once', () => {
  const next = roundAt(0, false, 1).terms;

  it('are found when this org accepted the other round', () => {
    const other = roundAt(1000, true, 2);
    expect(overlapping(next, [other], 'A')).to.equal(other.terms.round);
  });

  it('do not matter when it did not, when the round is over, or when it is the same', () => {
    const other = roundAt(1000, true, 2);
    expect(overlapping(next, [roundAt(1000, false, 2)], 'A')).to.equal(null);
    expect(overlapping(next, [{ ...other, phase: 'aborted' }], 'A')).to.equal(null);
    expect(overlapping(other.terms, [other], 'A')).to.equal(null);
  });

  it('are none when one begins after the other has drained', () => {
    expect(overlapping(next, [roundAt(3_600_000, true, 2)], 'A')).to.equal(null);
    expect(overlapping(next, [roundAt(-3_600_000, true, 2)], 'A')).to.equal(null);
  });
});
