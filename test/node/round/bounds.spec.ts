import { expect } from 'chai';
import { NodeError } from '../../../node/errors.ts';
import { createEarly } from '../../../node/round/early.ts';
import { roundIdOf } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../../protocol/consortium.ts';
import { BUILD, T0 } from '../../protocol/proposal.ts';
import { orgRounds, proposalBy, type Choice, type OrgRounds } from './org-rounds.ts';

describe('the rounds of a peer', () => {
  const world = consortiumOf(4);
  let org: OrgRounds;
  const begin = (choice: Choice = {}) => (org = orgRounds(world, choice));
  afterEach(() => org.end());

  const acceptance = (by: string, round: Uint8Array) =>
    said(world, by, 'acceptance', { round, ...BUILD });

  it('refuse a proposal that lies further ahead than the longest round, and take it later', () => {
    begin();
    const far = proposalBy(world, 'B', 1, 600_000);
    expect(org.receive(far)).to.equal(false);
    expect(org.warnings[0]?.code).to.equal('E_SCENARIO');
    org.clock.ms += 5_000;
    expect(org.receive(far)).to.equal(true);
  });

  it('leave room for everybody else when one org opens as many as it can', () => {
    begin();
    const taken = Array.from({ length: 12 }, (_, i) => org.receive(proposalBy(world, 'B', i)));
    expect(taken.filter(Boolean)).to.have.lengthOf(8);
    expect(org.warnings.map(({ code }) => code)).to.include('E_PEER_BUSY');
    expect(org.receive(proposalBy(world, 'C', 100))).to.equal(true);
  });

  it('take a proposal that found no room once there is some', () => {
    begin();
    for (let i = 0; i < 8; i++) org.receive(proposalBy(world, 'B', i));
    const ninth = proposalBy(world, 'B', 9, 8_000);
    expect(org.receive(ninth)).to.equal(false);
    org.clock.ms += 6_000;
    // the first eight have expired
    for (const driver of org.rounds.all()) driver.dispatch({ kind: 'tick', nowMs: org.clock.ms });
    expect(org.receive(ninth)).to.equal(true);
  });

  it('take again what the disk did not, and look only once at a proposal that is wrong', () => {
    let broken = true;
    begin({
      change: (store) => ({
        ...store,
        add(envelope) {
          if (broken) throw new NodeError('E_JOURNAL', 'the disk is full');
          store.add(envelope);
        },
      }),
    });
    const proposal = proposalBy(world, 'B', 1);
    expect(org.receive(proposal)).to.equal(false);
    broken = false;
    expect(org.receive(proposal)).to.equal(true);

    broken = true;
    const word = acceptance('C', roundIdOf(world.consortium.digest, proposal.message));
    for (let i = 0; i < 2; i++) expect(org.receive(word)).to.equal(false);
    expect(org.rounds.isRefused(word.id)).to.equal(false);
    broken = false;
    expect(org.receive(word)).to.equal(true);

    const inOthersName = said(world, 'C', 'proposal', proposalBy(world, 'B', 2).message);
    const before = org.warnings.length;
    for (let i = 0; i < 3; i++) expect(org.receive(inOthersName)).to.equal(false);
    expect(org.warnings).to.have.lengthOf(before + 1);
    expect(org.rounds.isRefused(inOthersName.id)).to.equal(true);
  });

  it('hold what comes before its proposal', () => {
    begin();
    const proposal = proposalBy(world, 'B', 1);
    const early = acceptance('C', roundIdOf(world.consortium.digest, proposal.message));
    expect(org.receive(early)).to.equal(false);
    expect(org.receive(proposal)).to.equal(true);
    expect(org.store.has(early.id)).to.equal(true);
  });

  it('hold the early word of one org however much another sends', () => {
    begin();
    const proposal = proposalBy(world, 'B', 1);
    for (let i = 0; i < 200; i++) org.receive(acceptance('D', new Uint8Array(32).fill(i)));
    const early = acceptance('C', roundIdOf(world.consortium.digest, proposal.message));
    org.receive(early);
    org.receive(proposal);
    expect(org.store.has(early.id)).to.equal(true);
  });

  it('close and drop a round some minutes after its closing instant', () => {
    begin();
    const proposal = proposalBy(world, 'B', 1);
    org.receive(proposal);
    const { closingMs } = proposal.message.schedule;
    org.clock.ms = closingMs + 60_000;
    org.rounds.sweep();
    expect(org.rounds.all()).to.have.lengthOf(1);
    org.clock.ms = closingMs + 5 * 60_000;
    org.rounds.sweep();
    expect(org.rounds.all()).to.deep.equal([]);
    expect(org.dropped.map(({ terms }) => terms.proposal.proposer)).to.deep.equal(['B']);
    expect(org.load.closed).to.equal(1);
    // and does not begin it again
    expect(org.receive(proposal)).to.equal(true);
    expect(org.rounds.all()).to.deep.equal([]);
  });
});

describe('statements before their proposal', () => {
  const world = consortiumOf(4);
  const word = (by: string, i: number) =>
    said(world, by, 'acceptance', { round: new Uint8Array(32).fill(i), ...BUILD });

  it('count once however often they come', () => {
    const early = createEarly();
    for (let i = 0; i < 100; i++) expect(early.hold('r', word('B', 1), T0)).to.equal(true);
    expect(early.take('r', T0)).to.have.lengthOf(1);
    expect(early.take('r', T0)).to.deep.equal([]);
  });

  it('have room for 64 of each signer', () => {
    const early = createEarly();
    for (let i = 0; i < 64; i++) expect(early.hold('r', word('B', i), T0)).to.equal(true);
    expect(early.hold('r', word('B', 64), T0)).to.equal(false);
    expect(early.hold('r', word('C', 64), T0)).to.equal(true);
  });

  it('have room for a mebibyte of each signer', () => {
    const early = createEarly();
    const large = (by: string, i: number) => ({ ...word(by, i), bytes: new Uint8Array(400_000) });
    expect([0, 1, 2].map((i) => early.hold('r', large('B', i), T0))).to.deep.equal([true, true, false]); // prettier-ignore
    expect(early.hold('r', large('C', 0), T0)).to.equal(true);
  });

  it('are dropped after a minute', () => {
    const early = createEarly();
    early.hold('r', word('B', 1), T0);
    early.hold('r', word('C', 1), T0 + 30_000);
    expect(early.take('r', T0 + 60_001).map(({ signer }) => signer)).to.deep.equal(['C']);
  });
});
