import { expect } from 'chai';
import type { Command } from 'commander';
import { createOutput } from '../../../node/cli/output.ts';
import { createProgram } from '../../../node/cli/program.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import { errorOf, openDesk, type Desk } from './bench-node.ts';

const silent = { write: () => {} };

/** Every command, the groups too, without commander's own `help`. */
function commandsOf(command: Command): Command[] {
  return [command, ...command.commands.flatMap(commandsOf)];
}

function helpOf(command: Command): string {
  let text = '';
  command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
  return text;
}

describe('the command line', () => {
  let desk: Desk;
  before(() => {
    desk = openDesk();
  });
  after(() => desk.clear());

  for (const command of commandsOf(createProgram(createOutput(false, silent, silent), () => {}))) {
    it(`shows an example with the help of ${command.name()}`, () => {
      const help = helpOf(command);
      expect(help).to.match(/\nExample:\n {2}bench-node /);
      expect(help)
        .to.contain('Usage: bench-node')
        .and.to.contain(command.description().slice(0, 20));
    });
  }

  it('prints help on stdout and ends well, with --help and without anything', async () => {
    for (const args of [[], ['--help'], ['init', '--help']]) {
      const { code, stdout, stderr } = await desk.run(...args);
      expect([code, stderr]).to.deep.equal([EXIT.ok, '']);
      expect(stdout).to.contain('Usage: bench-node');
    }
  });

  it('prints its version', async () => {
    expect((await desk.run('--version')).stdout).to.match(/^\d+\.\d+\.\d+\n$/);
  });

  const mistakes: [args: string[], help: string][] = [
    [['init', '--bogus'], 'bench-node init --help'],
    [['consortium', 'sign'], 'bench-node consortium sign --help'],
    [['consortium', 'create', '--name', 'T'], 'bench-node consortium create --help'],
    [['consortium'], 'bench-node consortium --help'],
    [['audit', 'verify', 'x.bundle'], 'bench-node audit verify --help'],
    [['propose', 's.yaml', '--run-seconds', 'soon'], 'bench-node propose --help'],
    [['status', 'now'], 'bench-node status --help'],
    [['frobnicate'], 'bench-node --help'],
    [['--passphrase-fd', 'three', 'status'], 'bench-node --help'],
  ];
  for (const [args, help] of mistakes) {
    it(`answers "${args.join(' ')}" with E_USAGE, exit code 64 and where to read on`, async () => {
      const ran = await desk.run(...args, '--json');
      expect([ran.code, ran.stdout]).to.deep.equal([EXIT.usage, '']);
      expect(errorOf(ran).code).to.equal('E_USAGE');
      expect(errorOf(ran).message).to.contain(`\`${help}\``);
    });
  }

  const typos: [args: string[], meant: string][] = [
    [['wach'], 'watch'],
    [['--org', 'Org1', 'reprot'], 'report'],
    [['consortium', 'sgin', 'x.json'], 'sign'],
    [['init', '--listn', '/ip4/127.0.0.1/tcp/4001'], '--listen'],
  ];
  for (const [args, meant] of typos) {
    it(`guesses what "${args.join(' ')}" was meant to be, in one line`, async () => {
      const { code, stderr } = await desk.run(...args);
      expect(code).to.equal(EXIT.usage);
      expect(stderr).to.match(/^E_USAGE: [^\n]+\n$/);
      expect(stderr).to.contain(`(did you mean ${meant}?)`);
    });
  }

  it('guesses nothing where nothing is near', async () => {
    const { stderr } = await desk.run('frobnicate');
    expect(stderr).to.match(/^E_USAGE: unknown command 'frobnicate': see `bench-node --help`\n$/);
  });

  for (const args of [['--help'], ['demo', '--help'], ['completion', 'bash']])
    it(`ends quietly when nobody reads on: bench-node ${args.join(' ')} | head`, async () => {
      const { code, stderr } = await desk.runUnread(...args);
      expect([code, stderr]).to.deep.equal([EXIT.ok, '']);
    });

  it('prints an error as one line for people, as one JSON object with --json', async () => {
    const home = desk.path('nowhere');
    const plain = await desk.run('status', '--home', home);
    expect(plain.stderr).to.match(/^E_NO_HOME: .*nowhere is no home.*`bench-node init.*\n$/);
    const ran = await desk.run('--json', 'status', '--home', home);
    expect(ran).to.include({ code: EXIT.noInput, stdout: '' });
    expect(Object.keys(JSON.parse(ran.stderr) as object)).to.deep.equal(['error']);
    expect(errorOf(ran)).to.include({ code: 'E_NO_HOME' });
  });

  it('refuses a Node that is too old with one sentence, before anything else is loaded', async () => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.19.0'}})`;
    const { code, stdout, stderr } = await desk.runWith(['--import', old], 'status');
    expect([code, stdout]).to.deep.equal([EXIT.unavailable, '']);
    expect(stderr).to.match(/^E_NODE_VERSION: .*22\.18.*20\.19\.0.*\n$/);
    const asked = await desk.runWith(['--import', old], 'status', '--json');
    expect(errorOf(asked).code).to.equal('E_NODE_VERSION');
  });

  it('prints a completion script, and nothing for a shell that it does not know', async () => {
    const { code, stdout, stderr } = await desk.run('completion', 'bash');
    expect([code, stderr]).to.deep.equal([EXIT.ok, '']);
    expect(stdout).to.contain('complete -o default');
    const other = await desk.run('completion', 'cmd', '--json');
    expect([other.code, errorOf(other).code, other.stdout]).to.deep.equal([64, 'E_USAGE', '']);
  });

  it('hands the flags after `demo` to the demo, and its exit code back', async () => {
    const help = await desk.run('demo', '--help');
    expect(help.code).to.equal(EXIT.ok);
    expect(help.stdout).to.contain('--orgs');
    const { code, stderr } = await desk.run('demo', '--orgs', 'many');
    expect(code).not.to.equal(EXIT.ok);
    expect(stderr).to.contain('many');
  });

  it('loads neither the network nor the control server for help', async () => {
    const traced = `data:text/javascript,import{registerHooks}from'node:module';registerHooks({load(u,c,n){if(/libp2p|fastify|valibot|viem/.test(u))console.error('loaded',u);return n(u,c)}})`;
    for (const args of [['--help'], ['propose', '--help'], ['--version']])
      expect((await desk.runWith(['--import', traced], ...args)).stderr).to.equal('');
  });
});
