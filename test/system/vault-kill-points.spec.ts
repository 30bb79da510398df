/**
 * A vault in its own process, on a real disk, that dies by SIGKILL right before and right after each of its commits. It is
 * started again, asked again, and may never have said two things.
 */
import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { homeOf, type Home } from '../../node/home/paths.ts';
import type { startVault, VaultClient } from '../../node/vault/client.ts';
import type { ReleaseRequest, Vault } from '../../node/vault/vault.ts';
import { encodeLanes, interpolate, lagrangeAtZero, toBytes } from '../../aggregation/index.ts';
import {
  coordinatorOf,
  open as openEnvelope,
  setHash,
  termsOf,
  type Messages,
  type StatementOf,
} from '../../protocol/index.ts';
import { patchedCopy, type Patch } from '../../scenarios/demo/faults/patched-copy.ts';
import {
  addUp,
  agree,
  certify,
  consortiumOf,
  countsOf,
  memoryVault,
  ORGS,
  proposalOf,
  resultOf,
  setUp,
  type Member,
  type Round,
  type Voting,
  type World,
} from '../node/vault/four-orgs.ts';

type Side = 'before' | 'after';

type Dealt = Awaited<ReturnType<Vault['deal']>>;
const envelopesIn = (answer: Uint8Array | Dealt) =>
  answer instanceof Uint8Array ? [answer] : [answer.deal, ...answer.shares];
/** What gives envelopes away. */
const SAYS = new Set<keyof Vault>(['sign', 'open', 'deal', 'mask', 'reveal', 'release']);

const PASSPHRASE = 'correct horse battery staple';
const FATE = 'fate.json';

/** The commit at which it dies stands in a file beside the journal. */
const MORTAL: readonly Patch[] = [
  {
    file: 'node/vault/journal',
    find: "import { closeSync, openSync } from 'node:fs';",
    put: "import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';",
  },
  {
    file: 'node/vault/journal',
    find: `db.exec('COMMIT');
    return result;`,
    put: `const file = db.location().replace(/[^/]*$/, '${FATE}');
    const fate = JSON.parse(readFileSync(file, 'utf8'));
    fate.commits += 1;
    writeFileSync(file, JSON.stringify(fate));
    const dies = (side) => fate.dieAt === fate.commits && fate.side === side;
    if (dies('before')) process.kill(process.pid, 'SIGKILL');
    db.exec('COMMIT');
    if (dies('after')) process.kill(process.pid, 'SIGKILL');
    return result;`,
  },
];

describe('a vault that is killed next to a commit', function () {
  this.timeout(300_000);
  let dir: string;
  let home: Home;
  let start: () => Promise<VaultClient>;
  let vault: VaultClient;
  let world: World;
  let deaths = 0;
  /** every envelope that it gave away */
  let given: Uint8Array[] = [];

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-mortal-'));
    const program = await patchedCopy(join(dir, 'patched'), MORTAL);
    const client = join(dirname(program), 'vault', 'client.ts');
    const patched = (await import(pathToFileURL(client).href)) as {
      startVault: typeof startVault;
      createIdentity: (options: { home: Home; passphrase: string }) => Promise<unknown>;
    };
    home = homeOf({ home: join(dir, 'home') });
    await patched.createIdentity({ home, passphrase: PASSPHRASE });
    start = () => patched.startVault({ home, passphrase: PASSPHRASE });
    decide({ dieAt: 0, side: 'before' });
    vault = await start();
    const members = ORGS.map((org) => ({
      org,
      vault: org === 'Org1' ? lasting() : memoryVault(org),
    }));
    world = await consortiumOf(members);
  });
  after(async () => {
    await vault?.close();
    rmSync(dir, { recursive: true, force: true });
  });

  const fateFile = () => join(dirname(home.vault.journal), FATE);
  function decide(fate: { dieAt: number; side: Side }): void {
    writeFileSync(fateFile(), JSON.stringify({ ...fate, commits: 0 }));
  }
  const commits = () =>
    (JSON.parse(readFileSync(fateFile(), 'utf8')) as { commits: number }).commits;

  /** Whoever asks it asks again when it died, as a node does that is started again. */
  function lasting(): Vault {
    const ask =
      (method: keyof Vault) =>
      async (...args: unknown[]) => {
        const call = () => (vault[method] as (...all: unknown[]) => Promise<unknown>)(...args);
        const answer = await call().catch(async (error: { code?: string }) => {
          if (error.code !== 'E_VAULT_DIED') throw error;
          deaths += 1;
          vault = await start();
          if (method !== 'use' && world) await vault.use(world.text);
          return call();
        });
        if (SAYS.has(method)) given.push(...envelopesIn(answer as Uint8Array | Dealt));
        return answer;
      };
    const methods = [
      'use',
      'signManifest',
      'sign',
      'signed',
      'comparable',
      'permit',
      'open',
      'deal',
      'accept',
      'mask',
      'reveal',
      'release',
      'wipe',
    ] as const;
    return {
      publicKey: vault.publicKey,
      ...Object.fromEntries(methods.map((method) => [method, ask(method)])),
    } as unknown as Vault;
  }

  /** A round of other work each time, as far as everybody has contributed. */
  async function contributed(workload: string) {
    const [own] = world.members as [Member];
    const message = { ...proposalOf(), workload };
    const envelope = await own.vault.sign({ type: 'proposal', message });
    const round: Round = { terms: termsOf(world.consortium, message), envelope };
    const { context } = await setUp(world, round);
    const asking = { round: round.terms.round, sum: 'main', context };
    const contributions = new Map<string, Uint8Array>();
    for (const [i, { org, vault: one }] of world.members.entries())
      contributions.set(org, await one.mask({ ...asking, lanes: countsOf(i), clockBoundUs: 9 }));
    const leaderOf = (view: number) => coordinatorOf(round.terms, context, view);
    return { own, round, context, asking, contributions, leaderOf, commits: commits() };
  }
  type Contributed = Awaited<ReturnType<typeof contributed>>;

  /** From the certificate to the wiped secrets; the sum must be true. Who is silent has its self seed rebuilt. */
  async function opened(
    { own, round, context, asking, contributions }: Contributed,
    certificate: Messages['Certificate'],
    silent: readonly string[] = [],
  ): Promise<void> {
    const talking = world.members.filter(({ org }) => !silent.includes(org));
    const reveals = new Map<string, Uint8Array>();
    for (const { org, vault: one } of talking)
      reveals.set(org, await one.reveal({ ...asking, certificate }));
    const rebuilt = new Map<string, Uint8Array>();
    for (const dealer of silent)
      rebuilt.set(dealer, await selfSeedOf(dealer, talking, { ...asking, certificate }));
    const { lanes } = addUp(world, round, context, contributions, reveals, rebuilt);
    expect(lanes[5]).to.equal(1000 + 2000 + 3000 + 4000 + 4 * 5);
    const candidate = openEnvelope(world.consortium, certificate.candidate);
    const { set } = (candidate as StatementOf<'candidate'>).message;
    const result = { set: setHash(context, set), lanes: toBytes(encodeLanes(lanes)) };
    await own.vault.sign(resultOf(round, 'main', context, result));
    const signed = new Set((await own.vault.signed(round.terms.round)).map(hexOf));
    for (const bytes of given)
      expect(signed.has(hexOf(bytes)), 'it stands by what it gave').to.equal(true);
    await own.vault.wipe(round.terms.round);
  }

  /** What the shares of these holders rebuild. */
  async function selfSeedOf(
    dealer: string,
    holders: readonly Member[],
    request: Omit<ReleaseRequest, 'missing'>,
  ): Promise<Uint8Array> {
    const shares: Uint8Array[] = [];
    for (const { vault: one } of holders) {
      const released = await one.release({ ...request, missing: { self: [dealer], sigma: [] } });
      const { message } = openEnvelope(world.consortium, released) as StatementOf<'shareReveal'>;
      const [piece] = message.pieces;
      expect(message.pieces.map((one) => one.dealer)).to.deep.equal([dealer]);
      shares.push(piece!.share);
    }
    const places = holders.map(({ org }) => ORGS.indexOf(org) + 1);
    return interpolate(lagrangeAtZero(places), shares);
  }

  /** In the view that Org1 leads, so that each round has the same commits. @returns how many came before its votes */
  async function wholeRound(workload: string): Promise<number> {
    const begun = await contributed(workload);
    const { round, context, contributions, leaderOf } = begun;
    const view = [0, 1, 2, 3].find((one) => leaderOf(one) === 'Org1') as number;
    await opened(begun, await certify(world, round, 'main', context, contributions, view));
    return begun.commits;
  }

  /** A view is lost, Org1 leads the next one and shows the votes of the first; one org is silent once it contributed. @returns likewise */
  async function longRound(workload: string): Promise<number> {
    const begun = await contributed(workload);
    const { round, context, contributions, leaderOf } = begun;
    const next = [1, 2, 3, 4].find((one) => leaderOf(one) === 'Org1') as number;
    const lost = next - 1;
    const silent = ORGS.find((org) => org !== 'Org1' && org !== leaderOf(lost)) as string;
    const voters = world.members.filter(({ org }) => org !== silent);
    const voteIn = (voting: Voting) =>
      agree(world, round, 'main', context, contributions, { voters, ...voting });
    const { prevotes: carried } = await voteIn({ view: lost });
    expect(carried).to.have.length(3);
    const { candidate, precommits } = await voteIn({ view: next, carried });
    await opened(begun, { candidate, precommits }, [silent]);
    return begun.commits;
  }
  const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

  /** Every round begins alike: the second kind dies from its first vote on. */
  for (const [what, round, from, last] of [
    ['a true sum', wholeRound, 1, 13],
    ['a true sum, with a view lost and an org rebuilt', longRound, 7, 16],
  ] as const)
    it(`stands by every word: the same bytes again, and ${what}`, async () => {
      given = [];
      decide({ dieAt: 0, side: 'before' });
      expect(await round(`nobody dies: ${what}`), 'what its votes follow').to.equal(6);
      expect(commits(), 'durable writes of one vault in a round').to.equal(last);
      for (let dieAt = from; dieAt <= last; dieAt++)
        for (const side of ['before', 'after'] as const) {
          [deaths, given] = [0, []];
          decide({ dieAt, side });
          await round(`${side} ${dieAt}: ${what}`);
          expect(deaths, `killed ${side} commit ${dieAt}`).to.equal(1);
        }
      console.log(`      killed before and after each of the commits ${from} to ${last}`);
    });
});
