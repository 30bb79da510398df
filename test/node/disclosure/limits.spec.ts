/** The largest round: 256 members whose names are as long as names may be. Everything that is said in it fits its limit. */
import { expect } from 'chai';
import { plannedStatements } from '../../../node/disclosure/statements.ts';
import { toList, type ComparableRound } from '../../../protocol/differencing.ts';
import { createManifest, manifestDigest } from '../../../protocol/manifest.ts';
import { encodePayload, STATEMENTS } from '../../../protocol/statement.ts';
import { termsOf } from '../../../protocol/terms.ts';
import { consortiumOf, manyCards, POLICY } from '../../protocol/consortium.ts';
import { BUILD, proposalOf } from '../../protocol/proposal.ts';

const { orgs, cards } = manyCards(256);
const manifest = createManifest('Many', cards, POLICY);
const consortium = { digest: manifestDigest(manifest), manifest, orgs };
const proposal = {
  ...proposalOf({ ...consortiumOf(4), orgs }, { roster: orgs }),
  scenario: 's'.repeat(64),
  description: '語'.repeat(1000),
};

const earlier = (fill: number, contributors: readonly string[]): ComparableRound => ({
  round: new Uint8Array(32).fill(fill),
  contributors,
  set: new Uint8Array(32).fill(fill),
});
const oneSet = Array.from({ length: 100 }, (_, i) => earlier(i, orgs));
const manySets = Array.from({ length: 20 }, (_, i) => earlier(i, orgs.toSpliced(i, 1)));

describe('a round of 256 members', () => {
  const rows: [what: string, remembered: readonly ComparableRound[], exception: string][] = [
    ['no earlier one', [], ''],
    ['a hundred earlier ones of one set', oneSet, ''],
    ['twenty earlier ones of other sets, and an exception', manySets, '語'.repeat(500)],
  ];
  for (const [what, remembered, exception] of rows)
    it(`says nothing that is over its limit, with ${what}`, () => {
      const listed = toList(remembered, exception);
      expect(listed.at(-1)).to.deep.equal(remembered.at(-1));
      const comparables = listed.map((one) => ({ ...one }));
      const terms = termsOf(consortium, { ...proposal, comparables, exception });
      const planned = plannedStatements(terms, proposal.proposer, BUILD);
      expect(new Set(planned.map(({ statement }) => statement.type))).to.have.property(
        'size',
        Object.keys(STATEMENTS).length,
      );
      for (const { statement } of planned)
        expect(encodePayload(statement).length, statement.type).to.be.at.most(
          STATEMENTS[statement.type].limit,
        );
    });
});
