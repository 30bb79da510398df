import { expect } from 'chai';
import { toBytes } from '../../../aggregation/index.ts';
import {
  contextFor,
  open,
  setHash,
  type Statement,
  type StatementOf,
} from '../../../protocol/index.ts';
import {
  acceptAt,
  addUp,
  certify,
  codeOf,
  countsOf,
  deal,
  errorOf,
  fourOrgs,
  MAIN,
  memoryVault,
  ORGS,
  planOf,
  proposalOf,
  propose,
  readyOf,
  resultOf,
  setUp,
  type Member,
  type Round,
  type World,
} from './four-orgs.ts';
import { clockBoundUs, contributeAll, plainSum, revealAll } from './whole-sum.ts';

type StatementVote = Extract<Statement, { type: 'precommit' }>;

describe('vault', () => {
  let world: World;
  let round: Round;
  let first: Member;

  beforeEach(async () => {
    world = await fourOrgs();
    round = await propose(world);
    first = world.members[0] as Member;
  });

  const asking = (context: Uint8Array) => ({ round: round.terms.round, sum: 'main', context });

  describe('a whole sum', () => {
    it('adds up what four orgs counted, and nothing else', async () => {
      const { context } = await setUp(world, round);
      const contributions = await contributeAll(world, round, context);
      const certificate = await certify(world, round, 'main', context, contributions);
      const reveals = await revealAll(world, round, context, certificate, ORGS);
      const { lanes } = addUp(world, round, context, contributions, reveals);
      expect(lanes.join()).to.equal(plainSum([0, 1, 2, 3]).join());
    });

    it('adds up the three that are in the set when a fourth contributed too late', async () => {
      const { context } = await setUp(world, round);
      const contributions = await contributeAll(world, round, context);
      const set = new Map([...contributions].filter(([org]) => org !== 'Org3'));
      const certificate = await certify(world, round, 'main', context, set);
      const reveals = await revealAll(world, round, context, certificate, ['Org1', 'Org2', 'Org4']);
      const { lanes } = addUp(world, round, context, set, reveals);
      expect(lanes.join()).to.equal(plainSum([0, 1, 3]).join());
      const outside = world.members[2] as Member;
      const request = { ...asking(context), certificate };
      expect(await codeOf(outside.vault.reveal(request))).to.equal('E_NOT_IN_SET');
    });

    it('builds a second sum on the very result of the first that it signed', async () => {
      round = await propose(world, ['main', 'again']);
      const { digest, context } = await setUp(world, round);
      const contributions = await contributeAll(world, round, context);
      const certificate = await certify(world, round, 'main', context, contributions);
      const reveals = await revealAll(world, round, context, certificate, ORGS);
      const { vector } = addUp(world, round, context, contributions, reveals);
      const candidate = open(world.consortium, certificate.candidate) as StatementOf<'candidate'>;
      const result = { set: setHash(context, candidate.message.set), lanes: toBytes(vector) };
      const next = contextFor(planOf(round, 'again'), digest, [result]);
      const request = {
        round: round.terms.round,
        sum: 'again',
        context: next,
        lanes: countsOf(0),
        clockBoundUs,
        earlier: [result],
      };
      expect(await codeOf(first.vault.mask(request))).to.equal('E_TOO_EARLY');
      for (const { vault } of world.members)
        await vault.sign(resultOf(round, 'main', context, result));
      const other = { ...result, lanes: result.lanes.map((byte) => byte ^ 1) };
      expect(await codeOf(first.vault.mask({ ...request, earlier: [other] }))).to.equal(
        'E_EARLIER_SUM',
      );
      expect(await codeOf(first.vault.mask({ ...request, earlier: [] }))).to.equal('E_EARLIER_SUM');
      const seconds = await contributeAll(world, round, next, ORGS, 'again', [result] as never[]);
      const nextCertificate = await certify(world, round, 'again', next, seconds);
      const nextReveals = await revealAll(world, round, next, nextCertificate, ORGS, 'again');
      const { lanes } = addUp(world, round, next, seconds, nextReveals);
      expect(lanes.join()).to.equal(plainSum([0, 1, 2, 3]).join());
    });
  });

  describe('sign', () => {
    const vote = (view: number, fill: number): Statement => ({
      type: 'precommit',
      message: {
        round: round.terms.roundId,
        sum: 'main',
        context: new Uint8Array(32),
        view,
        set: new Uint8Array(32).fill(fill),
      },
    });
    const acceptance = (): Statement => ({
      type: 'acceptance',
      message: {
        round: round.terms.roundId,
        packageVersion: '0.1.0',
        lockfileDigest: new Uint8Array(32),
      },
    });

    it('signs one statement per slot, and gives the same bytes for the same statement', async () => {
      await first.vault.open(round.envelope);
      const signed = await first.vault.sign(vote(0, 1));
      expect(await first.vault.sign(vote(0, 1))).to.deep.equal(signed);
      expect(open(world.consortium, signed)).to.include({ type: 'precommit', signer: 'Org1' });
      const error = await errorOf(first.vault.sign(vote(0, 2)));
      expect(error.code).to.equal('E_CONFLICT');
      expect(error.details?.['slot']).to.equal(`${round.terms.round}/main/precommit/0`);
      await first.vault.sign(vote(1, 2));
    });

    it('does not both accept and decline', async () => {
      await first.vault.sign(acceptance());
      const message = { round: round.terms.roundId, code: 'busy', reason: '' };
      expect(await codeOf(first.vault.sign({ type: 'decline', message }))).to.equal('E_CONFLICT');
    });

    it('makes secrets, contributions and reveals in their own steps only', async () => {
      const { keys, deals, shares } = await deal(world, round);
      const made = [keys[0], deals[0], shares.get('Org2')?.[0]] as Uint8Array[];
      for (const bytes of made) {
        const { type, message } = open(world.consortium, bytes);
        const statement = { type, message } as Statement;
        expect(await codeOf(first.vault.sign(statement)), type).to.equal('E_NOT_SIGNABLE');
      }
      const common = { round: round.terms.roundId, sum: 'main', context: new Uint8Array(32) };
      const set = new Uint8Array(32);
      const others: Statement[] = [
        { type: 'contribution', message: { ...common, lanes: new Uint8Array(8), clockBoundUs } },
        { type: 'reveal', message: { ...common, set, selfSeed: set, pairs: [] } },
        { type: 'shareReveal', message: { ...common, set, pieces: [] } },
      ];
      for (const statement of others)
        expect(await codeOf(first.vault.sign(statement))).to.equal('E_NOT_SIGNABLE');
    });

    it('refuses what has the wrong shape', async () => {
      const short = { ...vote(0, 1).message, context: new Uint8Array(31) };
      const slash = { ...vote(0, 1).message, sum: 'main/x' };
      const nothing = { ...vote(0, 1).message, set: new Uint8Array(0) };
      for (const message of [short, slash, nothing])
        expect(
          await codeOf(first.vault.sign({ type: 'precommit', message } as Statement)),
        ).to.equal('E_MALFORMED');
      const noRound: Statement = {
        type: 'acceptance',
        message: {
          round: new Uint8Array(0),
          packageVersion: '',
          lockfileDigest: new Uint8Array(32),
        },
      };
      expect(await codeOf(first.vault.sign(noRound))).to.equal('E_MALFORMED');
    });

    it('proposes in its own name, and only what keeps the rules', async () => {
      const message = proposalOf();
      const second = world.members[1] as Member;
      expect(await codeOf(second.vault.sign({ type: 'proposal', message }))).to.equal(
        'E_MALFORMED',
      );
      const weak = { ...message, q: 2 };
      expect(await codeOf(first.vault.sign({ type: 'proposal', message: weak }))).to.equal(
        'E_PROPOSAL',
      );
    });

    it('signs Ready under the set-up that it checked, and no other', async () => {
      const dealt = await deal(world, round);
      expect(await codeOf(first.vault.sign(readyOf(round, new Uint8Array(32))))).to.equal(
        'E_TOO_EARLY',
      );
      const digest = await acceptAt(first, round, dealt);
      expect(await codeOf(first.vault.sign(readyOf(round, new Uint8Array(32))))).to.equal(
        'E_OTHER_SETUP',
      );
      await first.vault.sign(readyOf(round, digest));
    });

    it('says nothing of a sum in a round that was never opened here', async () => {
      expect(await codeOf(first.vault.sign(vote(0, 1)))).to.equal('E_TOO_EARLY');
      const { message } = vote(0, 1) as StatementVote;
      const { round: id, sum, context, set: hash } = message;
      const common = { round: id, sum, context };
      const others: Statement[] = [
        { type: 'prevote', message },
        { type: 'candidate', message: { ...common, view: 0, set: [], carried: [] } },
        {
          type: 'result',
          message: { ...common, set: hash, lanesDigest: hash, reportDigest: hash },
        },
      ];
      for (const statement of others)
        expect(await codeOf(first.vault.sign(statement)), statement.type).to.equal('E_TOO_EARLY');
      await first.vault.open(round.envelope);
      await first.vault.sign(vote(0, 1));
    });

    it('votes in the context that it contributed to', async () => {
      const { context } = await setUp(world, round);
      await contributeAll(world, round, context);
      expect(await codeOf(first.vault.sign(vote(0, 1)))).to.equal('E_OTHER_CONTEXT');
    });

    it('votes in no earlier view than it has voted in, and gives what it signed there again', async () => {
      await first.vault.open(round.envelope);
      const before = await first.vault.sign(vote(1, 1));
      await first.vault.sign(vote(4, 1));
      for (const type of ['prevote', 'precommit'] as const)
        for (const view of [0, 3]) {
          const error = await errorOf(first.vault.sign({ ...vote(view, 2), type } as Statement));
          expect(error.code).to.equal('E_OLD_VIEW');
          expect(error.details).to.deep.equal({ view: 4 });
        }
      expect(await first.vault.sign(vote(1, 1))).to.deep.equal(before);
      expect(await codeOf(first.vault.sign(vote(1, 2)))).to.equal('E_CONFLICT');
      const prevote = { ...vote(4, 1), type: 'prevote' } as Statement;
      expect(await first.vault.sign(prevote)).to.be.instanceOf(Uint8Array);
    });

    it('lists what it signed in a round, in order', async () => {
      const accepted = await first.vault.sign(acceptance());
      const keys = await first.vault.open(round.envelope);
      const voted = await first.vault.sign(vote(0, 1));
      expect(await first.vault.signed(round.terms.round)).to.deep.equal([
        round.envelope,
        accepted,
        keys,
        voted,
      ]);
    });
  });

  describe('mask', () => {
    it('masks one vector: the same gives the same bytes, another is refused', async () => {
      const { context } = await setUp(world, round);
      const request = { ...asking(context), lanes: countsOf(0), clockBoundUs };
      const once = await first.vault.mask(request);
      expect(await first.vault.mask(request)).to.deep.equal(once);
      const other = { ...request, lanes: countsOf(1) };
      expect(await codeOf(first.vault.mask(other))).to.equal('E_CONFLICT');
    });

    it('says the same length whatever was counted, and nothing of it', async () => {
      const { context } = await setUp(world, round);
      const lanes = new Float64Array(MAIN.lanes);
      const request = { ...asking(context), clockBoundUs };
      const empty = await first.vault.mask({ ...request, lanes });
      const full = await (world.members[1] as Member).vault.mask({
        ...request,
        lanes: countsOf(1),
      });
      expect(empty.length).to.equal(full.length);
      const { message } = open(world.consortium, empty) as StatementOf<'contribution'>;
      expect(message.lanes.filter((byte) => byte === 0).length).to.be.below(
        message.lanes.length / 64,
      );
    });

    it('refuses before its own Ready is signed', async () => {
      const digest = await acceptAt(first, round, await deal(world, round));
      const context = contextFor(planOf(round), digest, []);
      const request = { ...asking(context), lanes: countsOf(0), clockBoundUs };
      expect(await codeOf(first.vault.mask(request))).to.equal('E_TOO_EARLY');
    });

    it('refuses another context, another sum, another layout and impossible counts', async () => {
      const { context } = await setUp(world, round);
      const request = { ...asking(context), lanes: countsOf(0), clockBoundUs };
      const code = (change: object) => codeOf(first.vault.mask({ ...request, ...change }));
      expect(await code({ context: new Uint8Array(32) })).to.equal('E_OTHER_CONTEXT');
      expect(await code({ sum: 'or1' })).to.equal('E_NO_SUCH_SUM');
      expect(await code({ lanes: new Float64Array(7) })).to.equal('E_MALFORMED');
      expect(await code({ lanes: countsOf(0).with(3, -1) })).to.equal('E_LANE_RANGE');
      expect(await first.vault.mask(request)).to.be.instanceOf(Uint8Array);
    });
  });

  describe('reveal', () => {
    it('obeys the first certificate only', async () => {
      const { context } = await setUp(world, round);
      const all = await contributeAll(world, round, context);
      const three = new Map([...all].filter(([org]) => org !== 'Org4'));
      const one = await certify(world, round, 'main', context, all);
      const other = await certify(world, round, 'main', context, three, 1);
      const request = asking(context);
      const reveal = await first.vault.reveal({ ...request, certificate: one });
      expect(await codeOf(first.vault.reveal({ ...request, certificate: other }))).to.equal(
        'E_OTHER_CERTIFICATE',
      );
      const fewer = { ...one, precommits: one.precommits.slice(1) };
      expect(await first.vault.reveal({ ...request, certificate: fewer })).to.deep.equal(reveal);
    });

    it('opens the seeds that it shares with members outside the set, and no others', async () => {
      const { context } = await setUp(world, round);
      const all = await contributeAll(world, round, context);
      const three = new Map([...all].filter(([org]) => org !== 'Org4'));
      const certificate = await certify(world, round, 'main', context, three);
      const request = { ...asking(context), certificate };
      const { message } = open(
        world.consortium,
        await first.vault.reveal(request),
      ) as StatementOf<'reveal'>;
      expect(message.pairs.map(({ org }) => org)).to.deep.equal(['Org4']);
    });

    it('opens nothing without q signatures, or in another context', async () => {
      const { context } = await setUp(world, round);
      const certificate = await certify(
        world,
        round,
        'main',
        context,
        await contributeAll(world, round, context),
      );
      const request = { ...asking(context), certificate };
      const few = { ...certificate, precommits: certificate.precommits.slice(0, 2) };
      expect(await codeOf(first.vault.reveal({ ...request, certificate: few }))).to.equal(
        'E_CERTIFICATE',
      );
      const elsewhere = { ...request, context: new Uint8Array(32) };
      expect(await codeOf(first.vault.reveal(elsewhere))).to.equal('E_OTHER_CONTEXT');
    });

    it('opens nothing when it did not contribute', async () => {
      const { context } = await setUp(world, round);
      const contributions = await contributeAll(world, round, context, ORGS.slice(1));
      const certificate = await certify(world, round, 'main', context, contributions);
      const request = { ...asking(context), certificate };
      expect(await codeOf(first.vault.reveal(request))).to.equal('E_NOT_IN_SET');
    });

    it('opens nothing when the set names a contribution that it never made', async () => {
      const { context } = await setUp(world, round);
      const contributions = await contributeAll(world, round, context);
      contributions.set('Org1', contributions.get('Org2') as Uint8Array);
      const certificate = await certify(world, round, 'main', context, contributions);
      const request = { ...asking(context), certificate };
      expect(await codeOf(first.vault.reveal(request))).to.equal('E_OTHER_CONTRIBUTION');
    });
  });

  describe('wipe', () => {
    it('leaves nothing that could mask or open, and keeps what was signed', async () => {
      const { context, keys } = await setUp(world, round);
      const contributions = await contributeAll(world, round, context);
      const certificate = await certify(world, round, 'main', context, contributions);
      const { round: id } = round.terms;
      const signed = await first.vault.signed(id);
      await first.vault.wipe(id);
      await first.vault.wipe(id);
      const request = { round: id, sum: 'main', context };
      const codes = await Promise.all([
        codeOf(first.vault.open(round.envelope)),
        codeOf(first.vault.deal(id, keys)),
        codeOf(first.vault.mask({ ...request, lanes: countsOf(0), clockBoundUs })),
        codeOf(first.vault.reveal({ ...request, certificate })),
      ]);
      expect(new Set(codes)).to.deep.equal(new Set(['E_WIPED']));
      expect(await first.vault.signed(id)).to.deep.equal(signed);
    });

    it('does nothing for a round that it does not know', async () => {
      await first.vault.wipe(round.terms.round);
      expect(await first.vault.open(round.envelope)).to.be.instanceOf(Uint8Array);
    });
  });

  it('signs nothing for a consortium without its key, and no manifest either', async () => {
    const stranger = { org: 'Org9', vault: memoryVault('Org9') };
    expect(await codeOf(stranger.vault.use(world.text))).to.equal('E_NOT_A_MEMBER');
    const { manifest } = world.consortium;
    expect(await codeOf(stranger.vault.signManifest(manifest))).to.equal('E_NOT_A_MEMBER');
    expect(await codeOf(stranger.vault.open(round.envelope))).to.equal('E_TOO_EARLY');
  });

  it('knows its own org by its key', async () => {
    expect(await first.vault.use(world.text)).to.equal('Org1');
  });
});
