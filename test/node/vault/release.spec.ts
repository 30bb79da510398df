import { expect } from 'chai';
import { interpolate, lagrangeAtZero, maskKeysOf, pairSeed } from '../../../aggregation/index.ts';
import { open, type Messages, type Missing, type StatementOf } from '../../../protocol/index.ts';
import { openJournal } from '../../../node/vault/journal.ts';
import {
  certify,
  codeOf,
  consortiumOf,
  countsOf,
  errorOf,
  fourOrgs,
  identityFor,
  memoryVault,
  ORGS,
  planOf,
  propose,
  setUp,
  type Member,
  type Round,
  type World,
} from './four-orgs.ts';

describe('the shares that a vault opens for others', () => {
  let world: World;
  let round: Round;
  let context: Uint8Array;
  let keys: Uint8Array[];
  let contributions: Map<string, Uint8Array>;

  beforeEach(async () => {
    world = await fourOrgs();
    round = await propose(world);
    ({ context, keys } = await setUp(world, round));
    contributions = new Map();
    for (const [i, { org, vault }] of world.members.entries())
      contributions.set(org, await vault.mask({ ...asking(), lanes: countsOf(i), clockBoundUs: 900 })); // prettier-ignore
  });

  const asking = () => ({ round: round.terms.round, sum: 'main', context });
  const at = (org: string) => world.members.find((one) => one.org === org) as Member;
  const certifying = (orgs: readonly string[], view = 0) => {
    const set = new Map([...contributions].filter(([org]) => orgs.includes(org)));
    return certify(world, round, 'main', context, set, view);
  };
  const releaseAt = (
    org: string,
    certificate: Messages['Certificate'],
    missing: Partial<Missing>,
  ) =>
    at(org).vault.release({
      ...asking(),
      certificate,
      missing: { self: [], sigma: [], ...missing },
    });
  const statementOf = <T extends 'shareReveal' | 'reveal' | 'keys'>(bytes: Uint8Array) =>
    open(world.consortium, bytes) as StatementOf<T>;
  const piecesOf = (bytes: Uint8Array) =>
    statementOf<'shareReveal'>(bytes).message.pieces.map(({ dealer, kind }) => [dealer, kind]);

  /** What three holders' shares of this dealer rebuild. */
  async function rebuilt(
    holders: readonly string[],
    dealer: string,
    certificate: Messages['Certificate'],
    missing: Partial<Missing>,
  ): Promise<Uint8Array> {
    const shares: Uint8Array[] = [];
    for (const org of holders) {
      const { message } = statementOf<'shareReveal'>(await releaseAt(org, certificate, missing));
      shares.push(message.pieces.find((piece) => piece.dealer === dealer)!.share);
    }
    const xs = holders.map((org) => ORGS.indexOf(org) + 1);
    return interpolate(lagrangeAtZero(xs), shares);
  }

  it('rebuild the self seed of a member of the set that says nothing', async () => {
    const certificate = await certifying(ORGS);
    const missing = { self: ['Org4'] };
    const seed = await rebuilt(['Org1', 'Org2', 'Org3'], 'Org4', certificate, missing);
    const own = await at('Org4').vault.reveal({ ...asking(), certificate });
    expect(seed).to.deep.equal(statementOf<'reveal'>(own).message.selfSeed);
  });

  it('rebuild the mask key of who is outside the set, which gives its own share too', async () => {
    const certificate = await certifying(['Org1', 'Org2', 'Org3']);
    const missing = { self: ['Org3'], sigma: ['Org4'] };
    const sigma = await rebuilt(['Org1', 'Org2', 'Org4'], 'Org4', certificate, missing);
    const { setup } = planOf(round);
    const { maskPublic } = statementOf<'keys'>(keys[2]!).message.sums[0]!;
    const seed = pairSeed({ maskKeys: maskKeysOf(sigma, setup) }, setup, 3, 2, maskPublic);
    const own = await at('Org3').vault.reveal({ ...asking(), certificate });
    const { pairs } = statementOf<'reveal'>(own).message;
    expect(pairs.map(({ org }) => org)).to.deep.equal(['Org4']);
    expect(pairs[0]!.seed).to.deep.equal(seed);
    // once asked, it gives its first answer again
    expect(piecesOf(await releaseAt('Org4', certificate, missing))).to.deep.equal([
      ['Org3', 1],
      ['Org4', 2],
    ]);
  });

  it('are never two kinds of one org: the certificate says which', async () => {
    const certificate = await certifying(['Org1', 'Org2', 'Org3']);
    for (const [missing, org] of [
      [{ self: ['Org4'] }, 'Org4'],
      [{ sigma: ['Org3'] }, 'Org3'],
      [{ self: ['Org3'], sigma: ['Org3'] }, 'Org3'],
      [{ self: ['Org4'], sigma: ['Org4'] }, 'Org4'],
      [{ self: ['Org9'] }, 'Org9'],
      [{ sigma: ['Org9'] }, 'Org9'],
    ] as const) {
      const error = await errorOf(releaseAt('Org1', certificate, missing));
      expect(error.code).to.equal('E_BOTH_KINDS');
      expect(error.details).to.deep.equal({ org });
    }
    expect(piecesOf(await releaseAt('Org1', certificate, { sigma: ['Org4'] }))).to.deep.equal([
      ['Org4', 2],
    ]);
  });

  it('are not its own self share, nor anything that nobody lacks', async () => {
    const certificate = await certifying(ORGS);
    expect(
      piecesOf(await releaseAt('Org1', certificate, { self: ['Org1', 'Org2'] })),
    ).to.deep.equal([['Org2', 1]]);
    expect(piecesOf(await releaseAt('Org2', certificate, {}))).to.deep.equal([]);
  });

  it('are said once: asked for more, the vault gives the same bytes again', async () => {
    const certificate = await certifying(ORGS);
    const once = await releaseAt('Org1', certificate, { self: ['Org4'] });
    expect(await releaseAt('Org1', certificate, { self: ['Org4'] })).to.deep.equal(once);
    expect(await releaseAt('Org1', certificate, { self: ['Org3', 'Org4'] })).to.deep.equal(once);
  });

  it('are opened under the first certificate only, whichever way it was obeyed', async () => {
    const one = await certifying(ORGS);
    const other = await certifying(['Org1', 'Org2', 'Org3'], 1);
    await at('Org1').vault.reveal({ ...asking(), certificate: one });
    expect(await codeOf(releaseAt('Org1', other, { self: ['Org3'] }))).to.equal(
      'E_OTHER_CERTIFICATE',
    );
    await releaseAt('Org2', one, { self: ['Org4'] });
    expect(await codeOf(at('Org2').vault.reveal({ ...asking(), certificate: other }))).to.equal(
      'E_OTHER_CERTIFICATE',
    );
    await releaseAt('Org1', one, { self: ['Org4'] });
  });

  it('are opened by who is not in the set, and by who never contributed', async () => {
    contributions.delete('Org1');
    const certificate = await certifying(ORGS);
    expect(piecesOf(await releaseAt('Org1', certificate, { self: ['Org2'] }))).to.deep.equal([
      ['Org2', 1],
    ]);
  });

  it('stay closed without a certificate, in another context, for another sum or too early', async () => {
    const certificate = await certifying(ORGS);
    const { vault } = at('Org1');
    const request = { ...asking(), certificate, missing: { self: ['Org4'], sigma: [] } };
    const code = (change: object) => codeOf(vault.release({ ...request, ...change }));
    const few = { ...certificate, precommits: certificate.precommits.slice(1, 3) };
    expect(await code({ certificate: few })).to.equal('E_CERTIFICATE');
    expect(await code({ context: new Uint8Array(32) })).to.equal('E_OTHER_CONTEXT');
    expect(await code({ sum: 'or1' })).to.equal('E_NO_SUCH_SUM');
    expect(await code({ earlier: [{ set: context, lanes: context }] })).to.equal('E_EARLIER_SUM');
    expect(await code({ round: '0'.repeat(64) })).to.equal('E_TOO_EARLY');
    const next = await propose(world);
    await vault.open(next.envelope);
    expect(await code({ round: next.terms.round })).to.equal('E_TOO_EARLY');
  });

  it('can not be opened any more once the round is wiped; what was opened is still told', async () => {
    const certificate = await certifying(ORGS);
    const said = await releaseAt('Org1', certificate, { self: ['Org4'] });
    for (const org of ['Org1', 'Org2']) await at(org).vault.wipe(round.terms.round);
    expect(await releaseAt('Org1', certificate, { self: ['Org4'] })).to.deep.equal(said);
    expect(await codeOf(releaseAt('Org2', certificate, { self: ['Org4'] }))).to.equal('E_WIPED');
  });

  it('are the same after a restart, whether or not they were said before', async () => {
    const identity = identityFor('Org1');
    const journal = openJournal(':memory:', identity.journalKeys);
    const before = { org: 'Org1', vault: memoryVault('Org1', journal) };
    const rest = ORGS.slice(1).map((org) => ({ org, vault: memoryVault(org) }));
    world = await consortiumOf([before, ...rest]);
    round = await propose(world);
    ({ context } = await setUp(world, round));
    contributions = new Map();
    for (const [i, { org, vault }] of world.members.entries())
      contributions.set(org, await vault.mask({ ...asking(), lanes: countsOf(i), clockBoundUs: 900 })); // prettier-ignore
    const certificate = await certifying(ORGS);
    const restart = () => {
      world = {
        ...world,
        members: [{ org: 'Org1', vault: memoryVault('Org1', journal) }, ...rest],
      };
    };
    restart();
    const said = await releaseAt('Org1', certificate, { self: ['Org2', 'Org4'] });
    restart();
    expect(await releaseAt('Org1', certificate, { self: ['Org2', 'Org4'] })).to.deep.equal(said);
    expect(piecesOf(said)).to.deep.equal([
      ['Org2', 1],
      ['Org4', 1],
    ]);
  });
});
