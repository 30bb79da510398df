/** How a vault deals its secrets and holds the deals of the others against its own: keys, deals, shares. */
import { expect } from 'chai';
import {
  contextFor,
  open,
  sameBytes,
  seal,
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
  identityFor,
  ORGS,
  planOf,
  propose,
  readyOf,
  setUp,
  type Member,
  type Round,
  type SetUp,
  type World,
} from './four-orgs.ts';
import { clockBoundUs, contributeAll, plainSum, revealAll } from './whole-sum.ts';

describe('a vault in the set-up', () => {
  let world: World;
  let round: Round;
  let first: Member;

  beforeEach(async () => {
    world = await fourOrgs();
    round = await propose(world);
    first = world.members[0] as Member;
  });

  it('gives the same keys, deal, shares and digest when asked again', async () => {
    const { vault } = first;
    const dealt = await deal(world, round);
    expect(await vault.open(round.envelope)).to.deep.equal(dealt.keys[0]);
    expect((await vault.deal(round.terms.round, dealt.keys)).deal).to.deep.equal(dealt.deals[0]);
    const digest = await acceptAt(first, round, dealt);
    const reversed = { ...dealt, deals: dealt.deals.toReversed() };
    expect(await acceptAt(first, round, reversed)).to.deep.equal(digest);
  });

  it('draws fresh keys for each round', async () => {
    const other = await propose(world);
    const keysIn = async (envelope: Uint8Array) =>
      (open(world.consortium, await first.vault.open(envelope)) as StatementOf<'keys'>).message
        .sums;
    expect(await keysIn(round.envelope)).to.not.deep.equal(await keysIn(other.envelope));
  });

  it('goes in order', async () => {
    const { round: id } = round.terms;
    expect(await codeOf(first.vault.deal(id, []))).to.equal('E_TOO_EARLY');
    await first.vault.open(round.envelope);
    expect(await codeOf(first.vault.accept(id, [], []))).to.equal('E_TOO_EARLY');
  });

  it('deals to keys of the whole roster, each once, and to one set of keys only', async () => {
    const keys = await Promise.all(world.members.map(({ vault }) => vault.open(round.envelope)));
    const { round: id } = round.terms;
    const missing = await errorOf(first.vault.deal(id, keys.slice(0, 3)));
    expect(missing).to.include({ code: 'E_BAD_KEYS' });
    expect(missing.details?.['org']).to.equal('Org4');
    const twice = [...keys, keys[1] as Uint8Array];
    expect(await codeOf(first.vault.deal(id, twice))).to.equal('E_BAD_KEYS');
    await first.vault.deal(id, keys);
    const other = forged('Org2', keys[1] as Uint8Array, 'keys', ({ message }) => ({
      ...message,
      sums: message.sums.map((sum) => ({ ...sum, sealPublic: sum.maskPublic })),
    }));
    const swapped = keys.with(1, other);
    expect(await codeOf(first.vault.deal(id, swapped))).to.equal('E_CONFLICT');
  });

  it('names who sent a key that gives no secret', async () => {
    const keys = await Promise.all(world.members.map(({ vault }) => vault.open(round.envelope)));
    const zero = forged('Org3', keys[2] as Uint8Array, 'keys', ({ message }) => ({
      ...message,
      sums: message.sums.map((sum) => ({ ...sum, maskPublic: new Uint8Array(32) })),
    }));
    const error = await errorOf(first.vault.deal(round.terms.round, keys.with(2, zero)));
    expect(error.code).to.equal('E_BAD_KEYS');
    expect(error.details?.['org']).to.equal('Org3');
  });

  it('deals to no key that its org did not sign', async () => {
    const keys = await Promise.all(world.members.map(({ vault }) => vault.open(round.envelope)));
    const { type, message } = open(world.consortium, keys[2] as Uint8Array);
    const statement = { type, message } as Statement;
    const { sign } = identityFor('Org2');
    const unsigned = seal(world.consortium.digest, 'Org3', statement, sign);
    const asked = first.vault.deal(round.terms.round, keys.with(2, unsigned));
    expect(await codeOf(asked)).to.equal('E_BAD_SIGNATURE');
  });

  it('says nothing in a set-up of others after its node showed it a deal that nobody signed', async () => {
    const dealt = await deal(world, round);
    const { type, message } = open(world.consortium, dealt.deals[2] as Uint8Array);
    const statement = { type, message } as Statement;
    const { sign } = identityFor('Org2');
    const unsigned = seal(world.consortium.digest, 'Org3', statement, sign);
    const mine = await acceptAt(first, round, { ...dealt, deals: dealt.deals.with(2, unsigned) });
    const theirs = await acceptAt(world.members[1] as Member, round, dealt);
    expect(sameBytes(mine, theirs)).to.equal(false);
    expect(await codeOf(first.vault.sign(readyOf(round, theirs)))).to.equal('E_OTHER_SETUP');
    const context = contextFor(planOf(round), theirs, []);
    await first.vault.sign(readyOf(round, mine));
    const request = {
      ...{ round: round.terms.round, sum: 'main', context },
      lanes: countsOf(0),
      clockBoundUs,
    };
    expect(await codeOf(first.vault.mask(request))).to.equal('E_OTHER_CONTEXT');
  });

  it('still deals to the right keys after others were refused', async () => {
    const keys = await Promise.all(world.members.map(({ vault }) => vault.open(round.envelope)));
    const wrong = forged('Org3', keys[2] as Uint8Array, 'keys', ({ message }) => ({
      ...message,
      sums: message.sums.map((sum) => ({ ...sum, sealPublic: new Uint8Array(32) })),
    }));
    await errorOf(first.vault.deal(round.terms.round, keys.with(2, wrong)));
    const { context } = await setUp(world, round);
    const contributions = await contributeAll(world, round, context);
    const certificate = await certify(world, round, 'main', context, contributions);
    const reveals = await revealAll(world, round, context, certificate, ORGS);
    const { lanes } = addUp(world, round, context, contributions, reveals);
    expect(lanes.join()).to.equal(plainSum([0, 1, 2, 3]).join());
  });

  describe('a bad dealer', () => {
    let dealt: SetUp;
    beforeEach(async () => {
      dealt = await deal(world, round);
    });
    const flip = (hash: Uint8Array) => hash.map((byte) => byte ^ 1);
    const dealOf = (
      org: number,
      change: (sum: StatementOf<'deal'>['message']['sums'][number]) => object,
    ): SetUp => ({
      ...dealt,
      deals: dealt.deals.with(
        org,
        forged(ORGS[org] as string, dealt.deals[org] as Uint8Array, 'deal', ({ message }) => ({
          ...message,
          sums: message.sums.map((sum) => ({ ...sum, ...change(sum) })),
        })),
      ),
    });
    const at = (list: readonly Uint8Array[], i: number) =>
      list.with(i, flip(list[i] as Uint8Array));

    it('is named for a wrong hash of a seed that it shares with us', async () => {
      const bad = dealOf(2, ({ pairHashes }) => ({ pairHashes: at(pairHashes, 0) }));
      const error = await errorOf(acceptAt(first, round, bad));
      expect(error).to.include({ code: 'E_BAD_DEAL' });
      expect(error.details).to.deep.equal({ org: 'Org3' });
    });

    it('is named with the other one when two deals contradict each other', async () => {
      const bad = dealOf(2, ({ pairHashes }) => ({ pairHashes: at(pairHashes, 1) }));
      const error = await errorOf(acceptAt(first, round, bad));
      expect(error.details).to.deep.equal({ orgs: ['Org2', 'Org3'] });
    });

    for (const list of ['selfShareHashes', 'sigmaShareHashes'] as const)
      it(`is named for a share that is not the one in its ${list}`, async () => {
        const bad = dealOf(1, (sum) => ({ [list]: at(sum[list], 0) }));
        const error = await errorOf(acceptAt(first, round, bad));
        expect(error.details).to.deep.equal({ org: 'Org2' });
        await acceptAt(world.members[2] as Member, round, dealt);
      });

    it('is named for hashes of the wrong number or length', async () => {
      const few = dealOf(1, ({ pairHashes }) => ({ pairHashes: pairHashes.slice(1) }));
      const long = dealOf(3, () => ({ selfHash: new Uint8Array(33) }));
      expect((await errorOf(acceptAt(first, round, few))).details).to.deep.equal({ org: 'Org2' });
      expect((await errorOf(acceptAt(first, round, long))).details).to.deep.equal({
        org: 'Org4',
      });
    });

    it('is named for shares that do not open, or are missing', async () => {
      const mine = dealt.shares.get('Org1') as Uint8Array[];
      const broken = forged('Org4', mine[2] as Uint8Array, 'shares', ({ message }) => ({
        ...message,
        sums: message.sums.map(({ sum, sealed }) => ({ sum, sealed: flip(sealed) })),
      }));
      const error = await errorOf(
        first.vault.accept(round.terms.round, dealt.deals, mine.with(2, broken)),
      );
      expect(error.details).to.deep.equal({ org: 'Org4' });
      const missing = await errorOf(
        first.vault.accept(round.terms.round, dealt.deals, mine.slice(1)),
      );
      expect(missing.details).to.deep.equal({ org: 'Org2' });
    });

    it('can not speak for this org', async () => {
      const own = dealOf(0, () => ({ selfHash: new Uint8Array(32) }));
      expect(await codeOf(acceptAt(first, round, own))).to.equal('E_CONFLICT');
    });
  });

  /** What a lying member can sign with its own key. */
  function forged<T extends 'keys' | 'deal' | 'shares'>(
    org: string,
    envelope: Uint8Array,
    type: T,
    change: (statement: StatementOf<T>) => object,
  ): Uint8Array {
    const message = change(open(world.consortium, envelope) as StatementOf<T>);
    const statement = { type, message } as unknown as Statement;
    return seal(world.consortium.digest, org, statement, identityFor(org).sign);
  }
});
