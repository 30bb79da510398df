/** One consortium, two manifests: what was signed under the older one is not heard under the one that follows it. */
import { expect } from 'chai';
import { openChain } from '../../../protocol/manifest-chain.ts';
import {
  open,
  roundIdOf,
  type Statement,
  type StatementType,
} from '../../../protocol/statement.ts';
import { STATEMENTS } from '../../../protocol/statement.ts';
import { chainManifests } from '../../golden/chain.ts';
import { consortiumOf, said, signerOf, type TestConsortium } from '../../protocol/consortium.ts';
import { refusalBy } from '../../protocol/refusal.ts';
import { transcriptOf } from '../../protocol/round/transcript.ts';
import { orgRounds, proposalBy, type OrgRounds } from './org-rounds.ts';

const founding = consortiumOf(4);
const texts = chainManifests(founding);
const [older, middle, newer] = openChain([texts['1']!, texts['2']!, texts['3']!]).map(
  (consortium): TestConsortium => ({
    ...founding,
    consortium,
    signers: new Map([...consortium.orgs].map((org) => [org, signerOf(org)])),
  }),
) as [TestConsortium, TestConsortium, TestConsortium];

describe('what was signed under an older manifest of the chain', () => {
  const script = transcriptOf();
  const types = Object.keys(STATEMENTS) as StatementType[];

  for (const type of types)
    it(`is refused under the later one, and the other way round: ${type}`, () => {
      const { message } = script.said(script.peer, type) as Statement;
      for (const [from, to] of [
        [older, newer],
        [newer, older],
        [middle, newer],
      ] as const) {
        const bytes = said(from, 'B', type, message as never).bytes;
        expect(open(from.consortium, bytes).signer).to.equal('B');
        expect(refusalBy(() => open(to.consortium, bytes)).code).to.equal('E_BAD_SIGNATURE');
      }
    });

  it('is no word of a member at all, when it came later', () => {
    const proposal = proposalBy(newer, 'E', 1);
    expect(refusalBy(() => open(older.consortium, proposal.bytes)).code).to.equal('E_NOT_A_MEMBER');
  });

  it('is about another round, though all terms are the same', () => {
    const { message } = proposalBy(older, 'B', 1);
    const ids = [older, middle, newer].map(({ consortium }) =>
      roundIdOf(consortium.digest, message).toString('hex'),
    );
    expect(new Set(ids).size).to.equal(3);
  });

  describe('at a running peer', () => {
    let org: OrgRounds;
    beforeEach(() => (org = orgRounds(newer)));
    afterEach(() => org.end());

    it('opens no round, and is told of by its code', () => {
      expect(org.receive(proposalBy(older, 'B', 1))).to.equal(false);
      expect(org.warnings.map(({ code }) => code)).to.deep.equal(['E_BAD_SIGNATURE']);
      expect(org.rounds.all()).to.deep.equal([]);
      expect(org.receive(proposalBy(newer, 'B', 1))).to.equal(true);
    });

    it('changes nothing in a round under the later one', () => {
      const proposal = proposalBy(newer, 'B', 1);
      org.receive(proposal);
      const [driver] = org.rounds.all();
      const round = roundIdOf(newer.consortium.digest, proposal.message);
      const decline = { round, code: 'other', reason: 'signed a year ago' };
      expect(org.receive(said(older, 'C', 'decline', decline))).to.equal(false);
      expect(org.warnings.at(-1)?.code).to.equal('E_BAD_SIGNATURE');
      expect(driver?.state().phase).to.equal('proposed');
      org.receive(said(newer, 'C', 'decline', decline));
      expect(driver?.state().phase).to.equal('rejected');
    });
  });
});
