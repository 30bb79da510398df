/**
 * The README, followed word for word: every command line in it is typed, in the terminal that the text before it names,
 * from `npm pack` to the auditor's verdict, with real processes. What a person types at a prompt comes from a file here.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { openTerminal, type Terminal, type Typed } from './terminal.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ORGS = ['1', '2', '3', '4'];
const TEN_MINUTES_MS = 600_000;

interface Block {
  /** the bold words before it: whose terminal it is */
  readonly where: string;
  readonly lines: readonly string[];
}

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const BLOCKS: readonly Block[] = [...README.matchAll(/([^\n]*)\n\n```sh\n([^`]*)```/g)].map(
  ([, before = '', text = '']) => ({
    where: /\*\*([^*]+?)\.?\*\*/.exec(before)?.[1] ?? '',
    lines: text.trim().split('\n'),
  }),
);
/** What is typed in the clone before the package is made. */
const IN_CLONE = BLOCKS.filter(({ where }) => where === '').flatMap(({ lines }) => lines);
const BY_HAND = BLOCKS.filter(({ where }) => where !== '');
/** A peer or a ledger stays; its last words then. */
const STAYS = /Ctrl-C (ends|stops) it/;
const stays = (line: string) => /network |^npx bench-node --/.test(line);
/** A question on the terminal is answered with yes. */
const answered = (line: string) => line.replace(/--show-disclosure$/, '$& --yes');

describe('the README', function () {
  this.timeout(TEN_MINUTES_MS);

  it('has commands for a clone, of which CI runs what cannot run here', () => {
    const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');
    expect(IN_CLONE).to.deep.equal([
      ...['npm ci', 'npm run demo', 'npm test'],
      'npm run demo -- --sut ethereum',
    ]);
    for (const line of ['npm ci', 'npm test']) expect(ci).to.contain(line);
  });

  for (const line of IN_CLONE.filter((one) => one.startsWith('npm run')))
    it(`shows a report with ${line}`, function () {
      const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: ROOT, encoding: 'utf8' });
      if (stderr.includes('no Anvil')) {
        console.log('      skipped: no Anvil (optional dependency, or anvil on PATH)');
        return this.skip();
      }
      expect(status, stderr).to.equal(0);
      expect(stderr).to.contain('verified by  4 of 4');
      expect(stderr).to.contain('copy rejected: signatures: ');
    });
});

describe('a round by hand, from the package, as the README says it', function () {
  this.timeout(TEN_MINUTES_MS);
  let home: string;
  const terminals: Terminal[] = [];
  let made: Terminal;
  let elsewhere: Terminal;
  let ledger: Terminal;
  let orgs: Terminal[];
  let reason: string | undefined;
  let startedMs: number;

  before(function () {
    if (spawnSync('npm', ['ping']).status !== 0) {
      reason = 'no npm registry to install the dependencies from';
      console.log(`      skipped: ${reason}`);
      return this.skip();
    }
    home = mkdtempSync(join(tmpdir(), 'hushmark-readme-'));
    const passphrase = join(home, 'passphrase');
    writeFileSync(passphrase, 'what a person types\n', { mode: 0o600 });
    const setting = (name: string) =>
      execFileSync('npm', ['config', 'get', name], { encoding: 'utf8' }).trim();
    const own = Object.entries(process.env).filter(([name]) => !/^(npm_|hushmark_)/i.test(name));
    const env = {
      ...Object.fromEntries(own),
      HOME: home,
      HUSHMARK_PASSPHRASE_FILE: passphrase,
      // npm's own settings are the machine's, wherever its user's home is
      NPM_CONFIG_USERCONFIG: setting('userconfig'),
      NPM_CONFIG_CACHE: setting('cache'),
      NPM_CONFIG_PREFER_OFFLINE: 'true',
    };
    const open = (cwd: string) => {
      const terminal = openTerminal(cwd, env);
      terminals.push(terminal);
      return terminal;
    };
    made = open(ROOT);
    elsewhere = open(home);
    const folder = join(home, 'trade');
    const late = () => {
      ledger = open(folder);
      orgs = ORGS.map(() => open(folder));
    };
    openRest = late;
    startedMs = performance.now();
  });
  let openRest: () => void;
  after(async () => {
    // the peers before what they drive
    await Promise.all(terminals.map((terminal) => terminal.close()));
    if (home) rmSync(home, { recursive: true, force: true });
  });

  const enter = async (terminal: Terminal, line: string): Promise<Typed> => {
    if (stays(line)) return { code: 0, said: await terminal.leave(line, STAYS) };
    const typed = await terminal.type(answered(line));
    expect(typed.code, `${line}\n${typed.said}`).to.equal(0);
    return typed;
  };
  /** Org1's lines, as the other three type them. */
  const asOrg = (line: string, n: string) =>
    /(Org|400|705)1$/.test(line) ? line.replace(/1$/, n) : line;
  const everyOrg = (line: string) =>
    Promise.all(orgs.map((terminal, i) => enter(terminal, asOrg(line, ORGS[i] ?? ''))));

  /** Where each block is typed; a block of the README in another place is not known here. */
  const places: Record<string, (line: string) => Promise<unknown>> = {
    'In the clone': (line) => enter(made, line),
    'In an empty folder': async (line) => {
      await enter(elsewhere, line);
      if (line.startsWith('npm install')) openRest();
    },
    "The ledger's terminal": (line) => enter(ledger, line),
    "Each org's terminal": everyOrg,
    "Org1's terminal": (line) => enter(orgs[0] as Terminal, line),
    'Another terminal': (line) =>
      line.includes('doctor') ? whenConnected(line) : enter(elsewhere, line),
    'The others': (line) => enter(elsewhere, line),
    Everybody: (line) => enter(elsewhere, line),
    'An auditor': (line) => enter(elsewhere, line),
  };
  const said = new Map<string, string>();

  /** As a person does: looks again until everything is well. */
  async function whenConnected(line: string): Promise<Typed> {
    for (;;) {
      const typed = await enter(elsewhere, line);
      if (/members +all 3 others are connected/.test(typed.said)) return typed;
    }
  }

  for (const { where, lines } of BY_HAND)
    for (const line of lines)
      it(`${where}: ${line}`, async () => {
        const place = places[where];
        if (!place)
          throw new Error(`the README speaks of "${where}", which this test does not know`);
        const typed = await place(line);
        if (typed && !Array.isArray(typed)) said.set(line, (typed as Typed).said);
      });

  it('ends with a report of four that the auditor has verified, in less than ten minutes', () => {
    const of = (command: string) =>
      [...said]
        .filter(([line]) => line.includes(command))
        .map(([, text]) => text)
        .join('\n');
    expect(of('watch')).to.contain('verified by 4 of 4: Org1, Org2, Org3, Org4');
    expect(of('report --org')).to.contain('4 of 4 members contributed');
    expect(of('where-am-i')).to.contain('Org1 is one of 4 contributors');
    expect(of('ledger show')).to.contain('summed with Org1, Org2, Org3, Org4');
    expect(of('--show-disclosure')).to.contain('What leaves this machine');
    expect(of('audit verify')).to.match(/verified: round [0-9a-f]{64} of Trade, signed by 4 of 4/);
    expect(performance.now() - startedMs).to.be.below(TEN_MINUTES_MS);
  });
});
