/**
 * A node that was taken over asks its vault for anything, 10,000 times: genuine requests of two rounds in any order, with
 * parts exchanged, forged, or replaced by whatever the channel carries. The vault lives on, says nothing twice in two
 * ways, opens nothing without a certificate, and gives no secret away.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import { expect } from 'chai';
import { openSecrets } from '../../aggregation/index.ts';
import { writeKey } from '../../node/home/keystore.ts';
import { homeOf, type Home } from '../../node/home/paths.ts';
import { startVault } from '../../node/vault/client.ts';
import { identityOf } from '../../node/vault/identity-key.ts';
import { openJournal } from '../../node/vault/journal.ts';
import type { Answer } from '../../node/vault/messages.ts';
import { SIGNABLE } from '../../node/vault/signable.ts';
import { open, slotOf, type Verified } from '../../protocol/index.ts';
import {
  certify,
  consortiumOf,
  countsOf,
  memoryVault,
  ORGS,
  propose,
  setUp,
  type World,
} from '../node/vault/four-orgs.ts';
import { hostileRequests, type Certified, type Known } from './hostile-requests.ts';
import { findMarksIn } from './marks.ts';

const PASSPHRASE = 'correct horse battery staple';
const SEED = createHash('sha256').update('Org1').digest();
const PROCESS = fileURLToPath(new URL('../../node/vault/process.ts', import.meta.url));
const REQUESTS_IN_ALL = 10_000;
const AT_ONCE = 100;

describe('a hostile node', function () {
  this.timeout(240_000);
  let dir: string;
  let home: Home;
  let world: World;
  /** certified and revealed */
  let done: Certified;
  /** contributed to, and nothing more */
  let held: Known;
  let child: ChildProcess;
  const answers: { asked: unknown; answer: Answer }[] = [];

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-hostile-'));
    home = homeOf({ home: dir });
    mkdirSync(dirname(home.vault.identityKey), { recursive: true, mode: 0o700 });
    await writeKey(home.vault.identityKey, SEED, PASSPHRASE, 'identity');
    await liveTwoRounds();
    child = fork(PROCESS, {
      cwd: home.vault.dir,
      serialization: 'advanced',
      env: {},
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const { identityKey, journal } = home.vault;
    const start = { passphrase: PASSPHRASE, identityKey, journal };
    await ask([
      { id: 1, method: 'start', args: start },
      { id: 2, method: 'use', args: { consortium: world.text } },
    ]);
    for (const { answer } of answers) expect(answer).to.have.property('ok');
    // what Node itself would say on such a channel: it passes handles, of which there are none here
    for (const cmd of ['NODE_HANDLE_ACK', 'NODE_HANDLE_NACK', 'NODE_HANDLE'])
      child.send({ cmd, type: 'forged' });
    const requests = hostileRequests(REQUESTS_IN_ALL, { world, done, held, start });
    for (let at = 0; at < requests.length; at += AT_ONCE)
      await ask(requests.slice(at, at + AT_ONCE));
  });
  after(async () => {
    if (child?.exitCode === null) {
      child.disconnect();
      await once(child, 'exit');
    }
    rmSync(dir, { recursive: true, force: true });
  });

  async function liveTwoRounds(): Promise<void> {
    const vault = await startVault({ home, passphrase: PASSPHRASE });
    try {
      const vaults = ORGS.map((org, i) => ({ org, vault: i === 0 ? vault : memoryVault(org) }));
      world = await consortiumOf(vaults);
      const first = await contributed();
      // before anything is opened: after that, another round of the same work has to name this one
      held = await contributed();
      const certificate = await certify(
        world,
        first.round,
        'main',
        first.context,
        first.contributions,
      );
      const { round } = first.round.terms;
      await vault.reveal({ round, sum: 'main', context: first.context, certificate });
      done = { ...first, certificate };
    } finally {
      await vault.close();
    }
  }

  async function contributed(): Promise<Known> {
    const round = await propose(world);
    const { keys, deals, shares, context } = await setUp(world, round);
    const contributions = new Map<string, Uint8Array>();
    const common = { round: round.terms.round, sum: 'main', context };
    for (const [i, { org, vault }] of world.members.entries())
      contributions.set(
        org,
        await vault.mask({ ...common, lanes: countsOf(i), clockBoundUs: 100 }),
      );
    return { round, context, keys, deals, shares: shares.get('Org1') ?? [], contributions };
  }

  /** In order, one answer for each. */
  async function ask(requests: readonly unknown[]): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let heard = 0;
    const onMessage = (answer: unknown) => {
      answers.push({ asked: requests[heard], answer: answer as Answer });
      if (++heard === requests.length) resolve();
    };
    const onExit = () => reject(new Error('the vault died'));
    child.on('message', onMessage).once('exit', onExit);
    for (const request of requests) child.send(request as never);
    await promise;
    child.off('message', onMessage).off('exit', onExit);
  }

  const bytesIn = (value: unknown): Uint8Array[] => {
    if (value instanceof Uint8Array) return [value];
    if (value === null || typeof value !== 'object') return [];
    return Object.values(value).flatMap(bytesIn);
  };
  const verified = new Map<string, Verified>();
  /** Everything that it signed, as the other orgs would read it. */
  const opened = (): Verified[] =>
    answers.flatMap(({ asked, answer }) => {
      const { method } = asked as { method?: string };
      if (!('ok' in answer) || ['start', 'accept', 'signManifest'].includes(method ?? ''))
        return [];
      return bytesIn(answer.ok).map((bytes) => {
        const key = Buffer.from(bytes).toString('base64');
        const found = verified.get(key) ?? open(world.consortium, bytes);
        verified.set(key, found);
        return found;
      });
    });

  it('gets an answer to each request, and no vault that breaks', () => {
    expect(answers).to.have.length(REQUESTS_IN_ALL + 2);
    expect(child.exitCode).to.equal(null);
    const codes = answers.map(({ answer }) => ('error' in answer ? answer.error.code : 'ok'));
    const counted = Object.fromEntries(
      [...Map.groupBy(codes, (c) => c)].map(([c, all]) => [c, all.length]),
    );
    expect(counted).to.not.have.property('E_INTERNAL');
    // it got as far as the rules: most is refused by them, not by the form
    expect(counted).to.include.all.keys(
      'ok',
      'E_MALFORMED',
      'E_CONFLICT',
      'E_NOT_SIGNABLE',
      'E_OTHER_CONTEXT',
      'E_CERTIFICATE',
      'E_OTHER_SETUP',
      'E_BAD_KEYS',
      'E_BAD_DEAL',
      'E_TOO_EARLY',
      'E_NO_SUCH_SUM',
      'E_LANE_RANGE',
    );
    expect(counted['ok']).to.be.above(500);
    expect(counted['E_MALFORMED']).to.be.below(0.6 * REQUESTS_IN_ALL);
  });

  it('gets own statements only, and one for each slot', () => {
    const slots = new Map<string, string>();
    for (const statement of opened()) {
      expect(statement.signer).to.equal('Org1');
      const slot = slotOf(world.consortium.digest, statement);
      expect(slots.get(slot) ?? statement.id, slot).to.equal(statement.id);
      slots.set(slot, statement.id);
    }
    expect(slots.size).to.be.above(20);
  });

  it('gets no contribution but the one, and nothing opened without a certificate', () => {
    const made = opened().filter(({ type }) => !(SIGNABLE as readonly string[]).includes(type));
    const ofHeld = made.filter(
      ({ message }) =>
        'round' in message && Buffer.compare(message.round, held.round.terms.roundId) === 0,
    );
    const contributions = ofHeld.filter(({ type }) => type === 'contribution');
    const own = open(world.consortium, held.contributions.get('Org1') as Uint8Array);
    expect(new Set(contributions.map(({ id }) => id))).to.deep.equal(new Set([own.id]));
    expect(ofHeld.filter(({ type }) => type === 'reveal')).to.deep.equal([]);
    expect(made.filter(({ type }) => type === 'reveal').length).to.be.above(0);
    expect(made.map(({ type }) => type)).to.not.include('shareReveal');
  });

  it('makes no certificate of what its own org said', async () => {
    const { roundId, round } = held.round.terms;
    const own = opened().filter(
      ({ message }) => 'round' in message && Buffer.compare(message.round, roundId) === 0,
    );
    const of = (type: string) =>
      own
        .filter((one) => one.type === type)
        .map(({ bytes }) => bytes)
        .slice(0, 12);
    expect(of('precommit').length).to.be.above(0);
    const asked = of('candidate').flatMap((candidate) =>
      of('precommit').map((precommit) => ({
        id: 1,
        method: 'reveal',
        args: {
          round,
          sum: 'main',
          context: held.context,
          certificate: { candidate, precommits: [precommit, precommit, precommit] },
        },
      })),
    );
    expect(asked.length).to.be.above(0);
    const before = answers.length;
    await ask(asked);
    for (const { answer } of answers.slice(before))
      expect(answer).to.have.nested.property('error.code');
  });

  it('gets no secret: no key, no seed, nothing that comes from one', async () => {
    child.disconnect();
    await once(child, 'exit');
    const { journalKeys } = identityOf(SEED);
    const journal = openJournal(home.vault.journal, journalKeys);
    const seeds = [done, held].map(({ round: { terms } }) => ({
      setup: terms.sums[0]?.setup as Uint8Array,
      seed: journal.seed(terms.round, 'main') as Buffer,
    }));
    journal.close();
    const secrets = seeds.flatMap(({ seed, setup }, i) => {
      const { selfSeed, sigma, selfCoefficients, sigmaCoefficients } = openSecrets(seed, setup);
      // what was revealed under a certificate is public
      return [seed, sigma, selfCoefficients, sigmaCoefficients, ...(i === 0 ? [] : [selfSeed])];
    });
    secrets.push(SEED, journalKeys.chain, journalKeys.seeds, Buffer.from(PASSPHRASE));
    const said = answers.map(({ answer }, i) => ({
      name: `answer ${i}`,
      bytes: serialize(answer),
    }));
    expect(findMarksIn(secrets, said)).to.deep.equal([]);
    // the search finds what is there
    const revealed = openSecrets(seeds[0]!.seed, seeds[0]!.setup).selfSeed;
    expect(findMarksIn([revealed], said).length).to.be.above(0);
    expect(findMarksIn([randomBytes(32)], said)).to.deep.equal([]);
  });
});
