/** Rounds of the same work have the same contributors: each vault remembers what it opened, and holds later rounds to it. */
import { expect } from 'chai';
import { openJournal, type Journal } from '../../../node/vault/journal.ts';
import { joinParts, splitParts } from '../../../node/vault/parts.ts';
import {
  decode,
  encode,
  hex,
  open,
  setHash,
  termsOf,
  workloadDigest,
  type ComparableRound,
  type Payload,
  type StatementOf,
} from '../../../protocol/index.ts';
import {
  certify,
  codeOf,
  consortiumOf,
  countsOf,
  errorOf,
  identityFor,
  memoryVault,
  ORGS,
  proposalOf,
  setUp,
  type Member,
  type Round,
  type World,
} from './four-orgs.ts';

describe('the rounds that a vault remembers', () => {
  let world: World;
  let first: Member;
  let journal: Journal;
  /** slots that the first vault read from its journal, and prefixes of all that it read at once */
  let read: string[];

  /** As the first org's journal, with what was read of it. */
  const watched = (): Journal => ({
    ...journal,
    get(slot) {
      read.push(slot);
      return journal.get(slot);
    },
    under(prefix) {
      read.push(prefix);
      return journal.under(prefix);
    },
  });

  beforeEach(async () => {
    read = [];
    journal = openJournal(':memory:', identityFor('Org1').journalKeys);
    world = await consortiumOf(
      ORGS.map((org) => ({ org, vault: memoryVault(org, org === 'Org1' ? watched() : undefined) })),
    );
    first = world.members[0] as Member;
  });

  async function proposing(change: Partial<Payload<'proposal'>> = {}): Promise<Round> {
    const message = { ...proposalOf(), ...change };
    const envelope = await first.vault.sign({ type: 'proposal', message });
    return { terms: termsOf(world.consortium, message), envelope };
  }

  /** A round of these contributors, opened by all of them. */
  async function opened(orgs: readonly string[] = ORGS, change = {}): Promise<ComparableRound> {
    const round = await proposing(change);
    const { context } = await setUp(world, round);
    const asking = { round: round.terms.round, sum: 'main', context };
    const contributions = new Map<string, Uint8Array>();
    for (const [i, { org, vault }] of world.members.entries())
      if (orgs.includes(org))
        contributions.set(
          org,
          await vault.mask({ ...asking, lanes: countsOf(i), clockBoundUs: 9 }),
        );
    const certificate = await certify(world, round, 'main', context, contributions);
    for (const { org, vault } of world.members)
      if (orgs.includes(org)) await vault.reveal({ ...asking, certificate });
    const { message } = open(world.consortium, certificate.candidate) as StatementOf<'candidate'>;
    const set = setHash(context, message.set);
    return { round: round.terms.roundId, contributors: [...orgs], set };
  }

  const remembered = (org = 'Org1', change: Partial<Payload<'proposal'>> = {}) =>
    (world.members.find((one) => one.org === org) as Member).vault.comparable(
      workloadDigest({ ...proposalOf(), ...change }),
    );

  it('are those that it opened something for, with their contributors and set', async () => {
    expect(await remembered()).to.deep.equal([]);
    const before = await opened();
    const [found, ...more] = await remembered();
    expect(more).to.deep.equal([]);
    expect(found?.contributors).to.deep.equal(before.contributors);
    expect(Buffer.from(found!.round)).to.deep.equal(Buffer.from(before.round));
    expect(Buffer.from(found!.set)).to.deep.equal(Buffer.from(before.set));
  });

  describe('are read back', () => {
    /** Slots that were read of rounds that are not this one, from `vault:<round>/`, and of all rounds at once. */
    const readOfOthers = (own: Uint8Array) =>
      read.filter((slot) => slot.startsWith('vault:') && !slot.includes(hex(own)));

    it('once, however many sums are opened after them: no certificate and no proposal twice', async () => {
      const set = await opened();
      for (let i = 0; i < 3; i++) await opened(ORGS, { comparables: [set] });
      expect(await remembered()).to.have.length(4);
      read.length = 0;
      const last = await opened(ORGS, { comparables: [set] });
      expect(read).to.include(`vault:${hex(last.round)}/certificate/main`);
      expect(readOfOthers(last.round)).to.deep.equal([]);
      expect(await remembered()).to.have.length(5);
    });

    it('after a restart: of each the proposal, and the certificate only when its work is asked for', async () => {
      const other = await opened(ORGS, { workload: 'other' });
      const before = await opened();
      const again = memoryVault('Org1', watched());
      read.length = 0;
      expect(await again.comparable(workloadDigest(proposalOf()))).to.deep.equal([before]);
      expect(read).to.have.members([
        `vault:${hex(other.round)}/opened`,
        `vault:${hex(before.round)}/opened`,
        `vault:${hex(before.round)}/certificate/main`,
      ]);
    });

    it('without another look at a signature: the chain of the journal vouches for them', async () => {
      const before = await opened();
      const unsigned: Journal = {
        ...journal,
        get(slot) {
          const content = journal.get(slot);
          if (!content || !slot.includes('/certificate/')) return content;
          const [set, bytes] = splitParts(content) as [Uint8Array, Uint8Array];
          const { candidate } = decode('Certificate', bytes);
          return joinParts([set, encode('Certificate', { candidate, precommits: [] })]);
        },
      };
      const again = memoryVault('Org1', unsigned);
      expect(await again.comparable(workloadDigest(proposalOf()))).to.deep.equal([before]);
    });
  });

  it('are none of who opened nothing for them', async () => {
    await opened(['Org1', 'Org2', 'Org3']);
    expect(await remembered('Org1')).to.have.length(1);
    expect(await remembered('Org4')).to.deep.equal([]);
  });

  it('are of the same ledger, work and grid only', async () => {
    await opened();
    expect(await remembered('Org1', { workload: 'other' })).to.deep.equal([]);
    expect(await remembered('Org1', { sutType: 'fabric' })).to.deep.equal([]);
    expect(await remembered('Org1', { description: 'in other words' })).to.have.length(1);
  });

  it('are remembered after their secrets are erased', async () => {
    const before = await opened();
    await first.vault.wipe(Buffer.from(before.round).toString('hex'));
    expect(await remembered()).to.have.length(1);
  });

  it('can not be passed over: such a round is neither permitted nor opened', async () => {
    const before = await opened();
    const { envelope } = await proposing();
    for (const act of ['permit', 'open'] as const) {
      const error = await errorOf(first.vault[act](envelope));
      expect(error.code).to.equal('E_DIFFERENCING');
      expect(error.details?.['round']).to.equal(Buffer.from(before.round).toString('hex'));
      expect(error.details?.['contributors']).to.deep.equal(ORGS);
    }
  });

  it('are taken into account by a proposal that lists them', async () => {
    const before = await opened();
    const listing = await proposing({ comparables: [before] });
    await first.vault.permit(listing.envelope);
    expect(await first.vault.open(listing.envelope)).to.be.instanceOf(Uint8Array);
    const other = await proposing({ comparables: [{ ...before, set: new Uint8Array(32) }] });
    expect(await codeOf(first.vault.permit(other.envelope))).to.equal('E_DIFFERENCING');
  });

  it('can not be left out of the list of an exception, nor be told otherwise there', async () => {
    const before = await opened();
    const exception = 'Org4 has left';
    const silent = await proposing({ exception });
    const lying = await proposing({
      exception,
      comparables: [{ ...before, contributors: ['Org1', 'Org2', 'Org3'] }],
    });
    for (const { envelope } of [silent, lying])
      for (const act of ['permit', 'open'] as const) {
        const error = await errorOf(first.vault[act](envelope));
        expect(error.code).to.equal('E_DIFFERENCING');
        expect(error.details?.['round']).to.equal(hex(before.round));
        expect(error.message).to.contain('an exception is one to what it lists');
      }
  });

  it('do not stand in the way of an exception that lists them, nor of other work', async () => {
    const before = await opened(ORGS.slice(0, 3));
    const excepted = await proposing({ exception: 'Org4 has left', comparables: [before] });
    await first.vault.permit(excepted.envelope);
    const other = await proposing({ workload: 'other' });
    await first.vault.permit(other.envelope);
  });

  describe('that went on at the same time', () => {
    interface Begun {
      readonly round: Round;
      readonly context: Uint8Array;
    }
    const begun = async (change: Partial<Payload<'proposal'>> = {}): Promise<Begun> => {
      const round = await proposing(change);
      return { round, context: (await setUp(world, round)).context };
    };
    /** What a sum of these contributors gives to the first of them, and to who asks for its shares. */
    async function openedIn({ round, context }: Begun, orgs: readonly string[]) {
      const asking = { round: round.terms.round, sum: 'main', context };
      const contributions = new Map<string, Uint8Array>();
      for (const [i, { org, vault }] of world.members.entries())
        if (orgs.includes(org))
          contributions.set(
            org,
            await vault.mask({ ...asking, lanes: countsOf(i), clockBoundUs: 9 }),
          );
      const certificate = await certify(world, round, 'main', context, contributions);
      const missing = { self: [orgs.at(-1) as string], sigma: [] };
      const outcome = (work: Promise<unknown>) =>
        work.then(
          () => 'opened',
          (error: { code: string }) => error.code,
        );
      return [
        await outcome(first.vault.reveal({ ...asking, certificate })),
        await outcome(first.vault.release({ ...asking, certificate, missing })),
      ];
    }

    it('open nothing of the second one when its set is another', async () => {
      const [one, other] = [await begun(), await begun()];
      expect(await openedIn(one, ORGS)).to.deep.equal(['opened', 'opened']);
      expect(await openedIn(other, ORGS.slice(0, 3))).to.deep.equal([
        'E_DIFFERENCING',
        'E_DIFFERENCING',
      ]);
      expect(await remembered()).to.have.length(1);
    });

    it('open both when they have one set, or an exception', async () => {
      const [one, other] = [await begun(), await begun()];
      expect(await openedIn(one, ORGS)).to.deep.equal(['opened', 'opened']);
      expect(await openedIn(other, ORGS)).to.deep.equal(['opened', 'opened']);
      const comparables = await remembered();
      const excepted = await begun({
        exception: 'Org4 has left',
        comparables: comparables as never,
      });
      expect(await openedIn(excepted, ORGS.slice(0, 3))).to.deep.equal(['opened', 'opened']);
    });

    it('open nothing of one with an exception whose list could not name the other one', async () => {
      const [one, excepted] = [await begun(), await begun({ exception: 'Org4 has left' })];
      expect(await openedIn(one, ORGS)).to.deep.equal(['opened', 'opened']);
      expect(await openedIn(excepted, ORGS.slice(0, 3))).to.deep.equal([
        'E_DIFFERENCING',
        'E_DIFFERENCING',
      ]);
      expect(await remembered()).to.have.length(1);
    });
  });

  it('bind by the proposal that lists them also who remembers none', async () => {
    const listed = {
      round: Buffer.alloc(32, 3),
      contributors: [...ORGS],
      set: Buffer.alloc(32, 4),
    };
    const round = await proposing({ comparables: [listed] });
    const { context } = await setUp(world, round);
    const asking = { round: round.terms.round, sum: 'main', context };
    const contributions = new Map<string, Uint8Array>();
    for (const [i, { org, vault }] of world.members.slice(0, 3).entries())
      contributions.set(org, await vault.mask({ ...asking, lanes: countsOf(i), clockBoundUs: 9 }));
    const certificate = await certify(world, round, 'main', context, contributions);
    expect(await remembered()).to.deep.equal([]);
    expect(await codeOf(first.vault.reveal({ ...asking, certificate }))).to.equal('E_DIFFERENCING');
  });

  it('do not stand in the way of themselves: a restarted peer opens its round again', async () => {
    const round = await proposing();
    const { context } = await setUp(world, round);
    const asking = { round: round.terms.round, sum: 'main', context };
    const contributions = new Map<string, Uint8Array>();
    for (const [i, { org, vault }] of world.members.entries())
      contributions.set(org, await vault.mask({ ...asking, lanes: countsOf(i), clockBoundUs: 9 }));
    const certificate = await certify(world, round, 'main', context, contributions);
    await first.vault.reveal({ ...asking, certificate });
    expect(await first.vault.open(round.envelope)).to.be.instanceOf(Uint8Array);
  });
});
