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
import type { Vault } from '../../node/vault/vault.ts';
import { encodeLanes, toBytes } from '../../aggregation/index.ts';
import {
  coordinatorOf,
  open as openEnvelope,
  setHash,
  termsOf,
  type StatementOf,
} from '../../protocol/index.ts';
import { patchedCopy, type Patch } from '../../scenarios/demo/faults/patched-copy.ts';
import {
  addUp,
  certify,
  consortiumOf,
  countsOf,
  memoryVault,
  ORGS,
  proposalOf,
  resultOf,
  setUp,
  type Round,
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

  /** A whole round of other work each time, from the proposal to the wiped secrets; its sum must be true. */
  async function wholeRound(workload: string): Promise<void> {
    const [own] = world.members as [World['members'][number]];
    const message = { ...proposalOf(), workload };
    const envelope = await own.vault.sign({ type: 'proposal', message });
    const round: Round = { terms: termsOf(world.consortium, message), envelope };
    const { context } = await setUp(world, round);
    const asking = { round: round.terms.round, sum: 'main', context };
    const contributions = new Map<string, Uint8Array>();
    for (const [i, { org, vault: one }] of world.members.entries())
      contributions.set(org, await one.mask({ ...asking, lanes: countsOf(i), clockBoundUs: 9 }));
    // the view that Org1 leads, so that each round has the same commits
    const leads = (view: number) => coordinatorOf(round.terms, context, view) === 'Org1';
    const view = ORGS.map((_, i) => i).find(leads) as number;
    const certificate = await certify(world, round, 'main', context, contributions, view);
    const reveals = new Map<string, Uint8Array>();
    for (const { org, vault: one } of world.members)
      reveals.set(org, await one.reveal({ ...asking, certificate }));
    const { lanes } = addUp(world, round, context, contributions, reveals);
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
  const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

  it('stands by every word: the same bytes again, and a true sum', async () => {
    decide({ dieAt: 0, side: 'before' });
    await wholeRound('nobody dies');
    const all = commits();
    expect(all, 'durable writes of one vault in a round').to.be.at.least(13);
    for (let dieAt = 1; dieAt <= all; dieAt++)
      for (const side of ['before', 'after'] as const) {
        [deaths, given] = [0, []];
        decide({ dieAt, side });
        await wholeRound(`${side} ${dieAt}`);
        expect(deaths, `killed ${side} commit ${dieAt}`).to.equal(1);
      }
    console.log(`      ${all} commits, killed before and after each`);
  });
});
