/** What a peer opens of the envelopes that a list of contributors carries: its coordinator chooses them. */
import { expect } from 'chai';
import { coordinatorOf, setHash } from '../../../protocol/agreement.ts';
import type { Payload, Verified } from '../../../protocol/statement.ts';
import { roundIdOf } from '../../../protocol/statement.ts';
import { consortiumOf, said, type TestConsortium } from '../../protocol/consortium.ts';
import { BUILD } from '../../protocol/proposal.ts';
import { orgRounds, proposalBy, type OrgRounds } from './org-rounds.ts';

describe('a list of contributors that carries votes', () => {
  const plain = consortiumOf(4);
  const proposal = proposalBy(plain, 'B', 1);
  const round = roundIdOf(plain.consortium.digest, proposal.message);
  const context = new Uint8Array(32).fill(5);
  const about = { round, sum: 'main', context };
  const set = plain.orgs.map((org) => ({ org, contribution: new Uint8Array(32).fill(6) }));
  const hash = setHash(context, set);
  let verified = 0;
  let org: OrgRounds;

  /** Nobody's signature is verified without a look at the consortium's keys. */
  const counting = (): TestConsortium => {
    const keys = new Map(plain.consortium.keys);
    const get = (one: string) => ((verified += 1), plain.consortium.keys.get(one));
    return { ...plain, consortium: { ...plain.consortium, keys: Object.assign(keys, { get }) } };
  };
  beforeEach(() => {
    org = orgRounds(counting());
    org.receive(proposal);
    verified = 0;
  });
  afterEach(() => org.end());

  const by = (view: number) =>
    coordinatorOf(org.rounds.of(round.toString('hex')).state().terms, context, view);
  const list = (signer: string, view: number, choice: Partial<Payload<'candidate'>>) =>
    said(plain, signer, 'candidate', { ...about, view, set, carried: [], ...choice });
  const vote = (signer: string, choice: Partial<Payload<'prevote'>> = {}) =>
    said(plain, signer, 'prevote', { ...about, view: 0, set: hash, ...choice });
  const bytesOf = (messages: readonly Verified[]) => messages.map(({ bytes }) => bytes);

  it('is heard with them, and none that is here already is verified again', () => {
    const votes = plain.orgs.map((one) => vote(one));
    org.receive(votes[2] as Verified);
    expect(org.receive(list(by(1), 1, { carried: bytesOf(votes) }))).to.equal(true);
    for (const { id } of votes) expect(org.store.has(id)).to.equal(true);
    expect(verified).to.equal(5);
  });

  it('is refused as a whole for anything else in it, and nothing of that is opened', () => {
    const deep = Array.from({ length: 30 }).reduce<Verified>(
      (inner) => list(by(1), 1, { carried: [inner.bytes] }),
      list(by(1), 1, {}),
    );
    const all = plain.orgs.map((one) => vote(one));
    const flaws: Record<string, readonly Verified[]> = {
      'a list that carries a list, and so on': [deep],
      'a statement of another type': [said(plain, 'C', 'acceptance', { round, ...BUILD })],
      'a precommit': [said(plain, 'C', 'precommit', { ...about, view: 0, set: hash })],
      'more than one vote of each': [...all, vote('D', { set: new Uint8Array(32) })],
      'two votes of one member': [vote('D'), vote('D', { view: 1 })],
      'a good one and a list': [vote('C'), deep],
      'a vote in the same view': [vote('D', { view: 2 })],
      'a vote for another list': [vote('D', { set: new Uint8Array(32) })],
      'a vote about another sum': [vote('D', { sum: 'other' })],
      'a vote under another context': [vote('D', { context: new Uint8Array(32) })],
      'a vote in another round': [vote('D', { round: new Uint8Array(32) })],
    };
    for (const [name, carried] of Object.entries(flaws)) {
      verified = 0;
      const before = org.store.idsOf(round.toString('hex'));
      const refused = list(by(2), 2, { carried: bytesOf(carried) });
      for (let i = 0; i < 3; i++) expect(org.receive(refused), name).to.equal(false);
      expect(
        org.warnings.splice(0).map(({ code }) => code),
        name,
      ).to.deep.equal(['E_MALFORMED']);
      expect(verified, name).to.equal(1);
      expect(org.store.idsOf(round.toString('hex')), name).to.deep.equal(before);
    }
  });

  it('is not looked into when its own form or author is wrong, nor verified again when it comes again', () => {
    const carried = bytesOf(plain.orgs.map((one) => vote(one)));
    const other = plain.orgs.find((one) => one !== by(1)) as string;
    const wrong: [string, Verified][] = [
      ['E_NOT_COORDINATOR', list(other, 1, { carried })],
      ['E_MALFORMED', list(by(1), 1, { carried, set: [] })],
      ['E_MALFORMED', list(by(1_000), 1_000, { carried })],
      ['E_MALFORMED', list(by(1), 1, { carried, sum: 'other' })],
    ];
    for (const [code, one] of wrong) {
      verified = 0;
      for (let i = 0; i < 3; i++) expect(org.receive(one)).to.equal(false);
      expect(org.warnings.map((warning) => warning.code)).to.deep.equal([code]);
      expect(verified).to.equal(1);
      org.warnings.length = 0;
    }
  });

  it('is opened as far as the first vote that is forged, and no vote of it is heard', () => {
    const forged = said(consortiumOf(4, {}, 'other keys'), 'B', 'prevote', {
      ...about,
      view: 0,
      set: hash,
    });
    const votes = [vote('A'), forged, vote('C'), vote('D')];
    expect(org.receive(list(by(1), 1, { carried: bytesOf(votes) }))).to.equal(false);
    expect(verified).to.equal(3);
    expect(org.warnings.map(({ code }) => code)).to.deep.equal(['E_BAD_SIGNATURE']);
    for (const { id } of votes) expect(org.store.has(id)).to.equal(false);
  });

  it('waits unopened for a proposal that is not here yet', () => {
    const later = proposalBy(plain, 'B', 2);
    const of = { round: roundIdOf(plain.consortium.digest, later.message) };
    const votes = plain.orgs.map((one) => vote(one, of));
    const again = list(by(1), 1, { ...of, carried: bytesOf(votes) });
    org.receive(again);
    expect(verified).to.equal(1);
    org.receive(later);
    for (const { id } of [again, ...votes]) expect(org.store.has(id)).to.equal(true);
  });
});
