import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import fc from 'fast-check';
import { encodePayload, open, type Statement } from '../../../protocol/index.ts';
import { homeOf, type Home } from '../../../node/home/paths.ts';
import { createIdentity, startVault, type VaultClient } from '../../../node/vault/client.ts';
import { type Answer, REQUESTS } from '../../../node/vault/messages.ts';
import {
  addUp,
  certify,
  codeOf,
  consortiumOf,
  countsOf,
  errorOf,
  memoryVault,
  ORGS,
  propose,
  setUp,
  type World,
} from './four-orgs.ts';

const PASSPHRASE = 'correct horse battery staple';

describe('vault process', function () {
  this.timeout(30_000);
  let dir: string;
  let home: Home;
  let running: VaultClient[];

  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-vault-'));
  });
  after(() => rmSync(dir, { recursive: true }));

  beforeEach(async () => {
    running = [];
    home = homeOf({ home: mkdtempSync(join(dir, 'home-')) });
    await createIdentity({ home, passphrase: PASSPHRASE });
  });
  afterEach(async () => {
    await Promise.all(running.map((vault) => vault.close()));
  });

  async function start(): Promise<VaultClient> {
    const vault = await startVault({ home, passphrase: PASSPHRASE });
    running.push(vault);
    return vault;
  }
  /** A consortium whose first org has its vault in a process. */
  const worldWith = (vault: VaultClient): Promise<World> =>
    consortiumOf(ORGS.map((org, i) => ({ org, vault: i === 0 ? vault : memoryVault(org) })));

  async function kill(vault: VaultClient): Promise<void> {
    process.kill(vault.pid as number, 'SIGKILL');
    expect(await vault.ended).to.have.property('code', 'E_VAULT_DIED');
  }

  it('takes its part in a whole sum', async () => {
    const vault = await start();
    const world = await worldWith(vault);
    const round = await propose(world);
    const { context } = await setUp(world, round);
    const contributions = new Map<string, Uint8Array>();
    const clockBoundUs = 900;
    const common = { round: round.terms.round, sum: 'main', context };
    for (const [i, member] of world.members.entries())
      contributions.set(
        member.org,
        await member.vault.mask({ ...common, lanes: countsOf(i), clockBoundUs }),
      );
    const certificate = await certify(world, round, 'main', context, contributions);
    const reveals = new Map<string, Uint8Array>();
    for (const member of world.members)
      reveals.set(member.org, await member.vault.reveal({ ...common, certificate }));
    const { lanes } = addUp(world, round, context, contributions, reveals);
    expect(lanes[5]).to.equal(1000 + 2000 + 3000 + 4000 + 4 * 5);
    expect(await vault.signed(round.terms.round)).to.have.length.greaterThan(8);
  });

  it('gives after a SIGKILL and a restart the very bytes that it gave before', async () => {
    const before = await start();
    const world = await worldWith(before);
    const round = await propose(world);
    const { keys, deals, context } = await setUp(world, round);
    const { round: id } = round.terms;
    const request = { round: id, sum: 'main', context, lanes: countsOf(0), clockBoundUs: 900 };
    const contribution = await before.mask(request);
    await kill(before);

    const after = await start();
    expect(after.publicKey).to.deep.equal(before.publicKey);
    expect(await codeOf(after.mask({ ...request, lanes: countsOf(1) }))).to.equal('E_CONFLICT');
    expect(await after.mask(request)).to.deep.equal(contribution);
    await after.use(world.text);
    expect(await after.open(round.envelope)).to.deep.equal(keys[0]);
    expect((await after.deal(id, keys)).deal).to.deep.equal(deals[0]);
    const contributions = new Map([['Org1', contribution]]);
    for (const [i, { org, vault }] of world.members.entries())
      if (i > 0) contributions.set(org, await vault.mask({ ...request, lanes: countsOf(i) }));
    const members = world.members.map((one, i) => (i === 0 ? { ...one, vault: after } : one));
    const certificate = await certify({ ...world, members }, round, 'main', context, contributions);
    const reveal = await after.reveal({ round: id, sum: 'main', context, certificate });
    expect(open(world.consortium, reveal)).to.include({ type: 'reveal', signer: 'Org1' });
  });

  it('refuses after a restart what contradicts what it signed before', async () => {
    const before = await start();
    const world = await worldWith(before);
    const { terms, envelope } = await propose(world);
    await before.open(envelope);
    const vote = (set: number): Statement => ({
      type: 'prevote',
      message: {
        round: terms.roundId,
        sum: 'main',
        context: new Uint8Array(32),
        view: 3,
        set: new Uint8Array(32).fill(set),
      },
    });
    const signed = await before.sign(vote(1));
    await kill(before);
    const after = await start();
    await after.use(world.text);
    expect(await codeOf(after.sign(vote(2)))).to.equal('E_CONFLICT');
    expect(await after.sign(vote(1))).to.deep.equal(signed);
  });

  it('lets every promise settle when its process dies', async () => {
    const vault = await start();
    const asked = [vault.signed('0'.repeat(64)), vault.signed('1'.repeat(64))];
    process.kill(vault.pid as number, 'SIGKILL');
    const codes = await Promise.all(
      asked.map((one) =>
        one.then(
          () => 'answered',
          (e) => e.code,
        ),
      ),
    );
    for (const code of codes) expect(code).to.be.oneOf(['answered', 'E_VAULT_DIED']);
    await vault.ended;
    expect(await codeOf(vault.signed('0'.repeat(64)))).to.equal('E_VAULT_DIED');
  });

  it('answers what it was asked before it closes, and nothing after', async () => {
    const vault = await start();
    const asked = vault.signed('0'.repeat(64));
    await vault.close();
    expect(await asked).to.deep.equal([]);
    expect(await vault.ended).to.equal(null);
    expect(await codeOf(vault.signed('0'.repeat(64)))).to.equal('E_VAULT_DIED');
  });

  it('does not start with a wrong passphrase, without a key, or twice on one home', async () => {
    const wrong = await errorOf(startVault({ home, passphrase: 'wrong' }));
    expect(wrong.code).to.equal('E_WRONG_PASSPHRASE');
    expect(wrong.message).to.not.include(PASSPHRASE);
    const empty = homeOf({ home: mkdtempSync(join(dir, 'empty-')) });
    await createIdentity({ home: empty, passphrase: PASSPHRASE });
    rmSync(empty.vault.identityKey);
    expect(await codeOf(startVault({ home: empty, passphrase: PASSPHRASE }))).to.equal('E_NO_FILE');
    await start();
    expect(await codeOf(startVault({ home, passphrase: PASSPHRASE }))).to.equal('E_VAULT_BUSY');
  });

  it('takes the passphrase as bytes too', async () => {
    running.push(await startVault({ home, passphrase: Buffer.from(PASSPHRASE) }));
  });

  it('never makes a second identity in one home', async () => {
    expect(await codeOf(createIdentity({ home, passphrase: 'x' }))).to.equal('E_FILE_EXISTS');
  });

  it('keeps all its files for their owner alone', async () => {
    await worldWith(await start());
    const names = readdirSync(home.vault.dir, { recursive: true }) as string[];
    expect(names).to.have.length.greaterThan(2);
    for (const name of names) {
      const found = statSync(join(home.vault.dir, name));
      expect(found.mode & 0o077, name).to.equal(0);
      expect(found.mode & 0o700, name).to.equal(found.isDirectory() ? 0o700 : 0o600);
    }
    expect(statSync(home.vault.dir).mode & 0o777).to.equal(0o700);
  });

  it('has no secret in its arguments or its environment, and is confined', async function () {
    if (!existsSync('/proc/self/cmdline')) {
      console.log('      skipped: arguments are read from /proc');
      return this.skip();
    }
    const { pid } = await start();
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const env = readFileSync(`/proc/${pid}/environ`, 'utf8');
    expect(args.join()).to.not.include(PASSPHRASE);
    expect(env).to.not.include(PASSPHRASE);
    const names = env.split('\0').map((one) => one.split('=')[0]);
    const allowed = [
      'NODE_CHANNEL_FD',
      'NODE_CHANNEL_SERIALIZATION_MODE',
      'TZ',
      'LANG',
      'LC_ALL',
      '',
    ];
    expect(names.filter((name) => !allowed.includes(name as string))).to.deep.equal([]);
    expect(args).to.include('--permission');
    const writable = args.filter((arg) => arg.startsWith('--allow-fs-write'));
    expect(writable).to.deep.equal([`--allow-fs-write=${home.vault.dir}/*`]);
    expect(args.filter((arg) => /allow-(child|worker|addons|wasi)/.test(arg))).to.deep.equal([]);
  });

  describe('whatever comes over its channel', () => {
    let child: ChildProcess;
    let answers: Answer[];
    let heard: (() => void) | undefined;

    beforeEach(() => {
      const entry = fileURLToPath(new URL('../../../node/vault/process.ts', import.meta.url));
      child = fork(entry, {
        cwd: home.vault.dir,
        serialization: 'advanced',
        env: {},
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      answers = [];
      child.on('message', (answer) => {
        answers.push(answer as unknown as Answer);
        heard?.();
      });
    });
    afterEach(async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    });

    async function answersTo(messages: readonly unknown[]): Promise<Answer[]> {
      answers = [];
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      heard = () => answers.length >= messages.length && resolve();
      child.once('exit', () => reject(new Error('the process died')));
      for (const message of messages) child.send(message as never);
      if (messages.length > 0) await promise;
      return answers;
    }
    const unlock = () => ({
      id: 1,
      method: 'start',
      args: {
        passphrase: PASSPHRASE,
        identityKey: home.vault.identityKey,
        journal: home.vault.journal,
      },
    });
    const refused = (all: readonly Answer[]) =>
      all.forEach((answer) => expect(answer).to.have.nested.property('error.code'));

    /** Values that the channel can carry, of every kind; null and undefined are sent within an array. */
    const anything = fc
      .anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
      })
      .map((value) =>
        ['object', 'string', 'number', 'boolean'].includes(typeof value)
          ? (value ?? [value])
          : [value],
      )
      .filter((value) => {
        try {
          structuredClone(value);
          return typeof value !== 'symbol' && typeof value !== 'function';
        } catch {
          return false;
        }
      });

    it('is refused with a code before the vault is open, and it lives on', async () => {
      const garbage = fc.sample(anything, { numRuns: 300, seed: 7 });
      refused(await answersTo(garbage));
      refused(await answersTo([{ id: 1, method: 'signed', args: { round: '0'.repeat(64) } }]));
      expect(await answersTo([unlock()]))
        .to.have.nested.property('[0].ok')
        .of.length(32);
    });

    it('is refused with a code when it is not exactly a request, and gets no signature', async () => {
      await answersTo([unlock()]);
      const round = '0'.repeat(64);
      const context = new Uint8Array(32);
      const payload = encodePayload({
        type: 'abort',
        message: { round: new Uint8Array(32), code: 'x', reason: '' },
      });
      const sound: Record<string, Record<string, unknown>> = {
        start: unlock().args,
        use: { consortium: '{}' },
        signManifest: { manifest: '{}' },
        sign: { type: 'abort', payload },
        open: { proposal: payload },
        deal: { round, keys: [payload] },
        accept: { round, deals: [payload], shares: [payload] },
        mask: {
          round,
          sum: 'main',
          context,
          lanes: new Float64Array(4),
          clockBoundUs: 900,
          earlier: [],
        },
        reveal: {
          round,
          sum: 'main',
          context,
          certificate: { candidate: payload, precommits: [] },
        },
        release: {
          round,
          sum: 'main',
          context,
          certificate: { candidate: payload, precommits: [] },
          missing: { self: ['Org2'], sigma: [] },
          earlier: [],
        },
        permit: { proposal: payload },
      };
      const wrong = fc.sample(anything, { numRuns: 40, seed: 8 });
      const messages = Object.entries(sound).flatMap(([method, args]) => [
        { id: 2, method, args },
        { id: 2, method, args: { ...args, more: 1 } },
        ...Object.keys(args).flatMap((field) =>
          wrong.map((value) => ({ id: 3, method, args: { ...args, [field]: [value, value] } })),
        ),
        ...wrong.map((value) => ({ id: 4, method, args: value })),
        ...wrong.map((value) => ({ id: value, method, args })),
      ]);
      for (const method of ['constructor', '__proto__', 'toString', 'close', ''])
        messages.push({ id: 5, method, args: {} });
      const all = await answersTo(messages);
      refused(all);
      expect(Object.keys(REQUESTS)).to.include.members(Object.keys(sound));
      const codes = new Set(all.map((one) => ('error' in one ? one.error.code : '')));
      expect(codes).to.not.include('E_INTERNAL');
      const [last] = await answersTo([{ id: 6, method: 'signed', args: { round } }]);
      expect(last).to.deep.equal({ id: 6, ok: [] });
    });

    it('gets no signature when any one bit of a statement is not as encoded', async () => {
      const vault = await start();
      const { text } = await worldWith(vault);
      await vault.close();
      await answersTo([unlock(), { id: 2, method: 'use', args: { consortium: text } }]);
      const payload = encodePayload({
        type: 'ready',
        message: { round: new Uint8Array(32), setupDigest: new Uint8Array(32), clockBoundUs: 1 },
      });
      const flipped = Array.from({ length: payload.length * 8 }, (_, bit) =>
        payload.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
      );
      const messages = flipped.map((one) => ({
        id: 3,
        method: 'sign',
        args: { type: 'ready', payload: one },
      }));
      refused(await answersTo(messages));
    });

    it('ends with the channel', async () => {
      await answersTo([unlock()]);
      const exit = once(child, 'exit');
      child.disconnect();
      expect(await exit).to.deep.equal([0, null]);
    });

    it('outlives Ctrl-C, which is for the node', async () => {
      await answersTo([unlock()]);
      child.kill('SIGINT');
      const [answer] = await answersTo([
        { id: 2, method: 'signed', args: { round: '0'.repeat(64) } },
      ]);
      expect(answer).to.deep.equal({ id: 2, ok: [] });
    });
  });
});
