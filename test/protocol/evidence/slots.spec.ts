/** Two statements for one slot, of every kind that members hear: a file that convicts their author, and nobody else. */
import { expect } from 'chai';
import { verifyEvidence } from '../../../protocol/evidence/verify.ts';
import { decode, encode } from '../../../protocol/schema/codec.ts';
import {
  slotOf,
  STATEMENTS,
  type StatementType,
  type Verified,
} from '../../../protocol/statement.ts';
import { said } from '../consortium.ts';
import { accusedIn, ran } from './accused.ts';
import { four, TWICE_SAID } from './cases.ts';
import { evidence, refused } from './pieces.ts';

const { consortium } = four;

describe('evidence of two statements for one slot', () => {
  for (const { what, options, org, means } of TWICE_SAID)
    describe(what, () => {
      const room = ran(four, options);
      const all = accusedIn(room);
      const accused = all.filter(({ accusation }) => accusation.lie === 'equivocation');

      it('names who signed both, from each member that heard them', () => {
        expect(accused).to.have.length.above(0);
        expect(new Set(all.map(({ accusation }) => accusation.org))).to.deep.equal(new Set([org]));
        for (const { evidence: found } of accused) {
          const verdict = verifyEvidence(found!.bytes, consortium);
          expect(verdict).to.include({ lie: 'equivocation', org, round: room.terms.round });
          expect(verdict.means).to.match(means);
        }
      });

      it('convicts nobody by one of the two, by one of them twice, or under another name', () => {
        const parts = decode('Evidence', accused[0]!.evidence!.bytes);
        const [a, b] = parts.envelopes as [Uint8Array, Uint8Array];
        for (const envelopes of [[a], [b], [a, a], [b, b], [a, b, b]])
          refused(four, encode('Evidence', { ...parts, envelopes }));
        for (const other of four.orgs.filter((one) => one !== org))
          refused(four, encode('Evidence', { ...parts, org: other }));
      });
    });

  it('covers each type of statement but those of which nobody hears a second one', () => {
    const covered = TWICE_SAID.map(({ what }) => what.replace('two of ', ''));
    // two proposals are two rounds, and an abort or a decline ends one
    const never: StatementType[] = ['proposal', 'abort', 'decline'];
    expect([...covered, ...never].sort()).to.deep.equal(Object.keys(STATEMENTS).sort());
  });

  it('is proven for an acceptance beside a decline, and for two aborts, too', () => {
    const { round } = ran(four).terms;
    const id = Buffer.from(round, 'hex');
    const say = <T extends 'decline' | 'abort'>(type: T, reason: string) =>
      said(four, 'B', type, { round: id, code: 'busy', reason } as never);
    const acceptance = ran(four).sent.find((s) => s.type === 'acceptance' && s.signer === 'B');
    const pairs: [Verified, Verified][] = [
      [acceptance!, say('decline', 'no')],
      [say('abort', 'one'), say('abort', 'two')],
    ];
    for (const pair of pairs) {
      const file = evidence({ lie: 'equivocation', org: 'B' }, pair);
      expect(verifyEvidence(file, consortium)).to.include({ org: 'B', round });
      expect(new Set(pair.map((one) => slotOf(consortium.digest, one))).size).to.equal(1);
    }
  });
});
