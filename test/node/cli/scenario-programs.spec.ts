/** The commands that start programs of scenarios/, as they are typed: a ledger, and the sample workload on it. */
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { EXIT } from '../../../node/exit-codes.ts';
import { parseScenario } from '../../../node/scenario-file.ts';
import { freePorts } from '../../../scenarios/demo/bench-node.ts';
import { findAnvil } from '../../../scenarios/networks/anvil.ts';
import { errorOf, openDesk, type Desk } from './bench-node.ts';

/** Whether somebody listens there. */
function answers(endpoint: string): Promise<boolean> {
  const [host = '', port] = endpoint.split(':');
  return new Promise((resolve) => {
    const socket = connect(Number(port), host);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

describe('bench-node network', function () {
  this.timeout(30_000);
  let desk: Desk;
  beforeEach(() => (desk = openDesk()));
  afterEach(() => desk.clear());

  it('starts a ledger, says where each org finds its peer, and ends all of it at Ctrl-C', async () => {
    const { child, said } = desk.start('network', 'ledger', '--orgs', 'A,B', '--port=0', '--json');
    const started = JSON.parse(await said('"endpoints"')) as {
      endpoints: Record<string, string>;
      pid: number;
    };
    const { A = '', B = '' } = started.endpoints;
    expect(await answers(A)).to.equal(true);
    expect(await answers(B)).to.equal(true);
    child.kill('SIGINT');
    expect(await once(child, 'close')).to.deep.equal([0, null]);
    expect(await answers(A)).to.equal(false);
    expect(() => process.kill(started.pid, 0)).to.throw('ESRCH');
  });

  it('says on which port it cannot listen, and starts nothing', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    try {
      const ran = await desk.run('network', 'ledger', '--orgs', 'A', '--port', `${port}`, '--json');
      expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.unavailable, 'E_TEST_NETWORK']);
      expect(errorOf(ran).message).to.contain(`127.0.0.1:${port}`);
    } finally {
      taken.close();
    }
  });

  it('gives the orgs ports that follow each other', async () => {
    const [port] = (await freePorts(1)) as [number];
    const { child, said } = desk.start('network', 'ledger', '--orgs', 'A,B,C', '--port', `${port}`);
    try {
      expect(await said(' A ')).to.contain(`127.0.0.1:${port}`);
      expect(await said(' C ')).to.contain(`127.0.0.1:${port + 2}`);
    } finally {
      child.kill('SIGTERM');
      await once(child, 'close');
    }
  });
});

describe('bench-node example', function () {
  this.timeout(30_000);
  let desk: Desk;
  beforeEach(async () => {
    desk = openDesk();
    await desk.run('init', '--org', 'Org1', '--passphrase-file', desk.passphrase);
  });
  afterEach(() => desk.clear());
  const home = (...path: string[]) => join(desk.path('.hushmark/Org1'), ...path);
  const example = (...args: string[]) => desk.run('example', ...args, '--org', 'Org1');

  it('writes a workspace for the own peer, and a scenario that can be proposed', async () => {
    const { code, stdout } = await example('ledger', '--endpoint', '127.0.0.1:7051', '--tps', '12');
    expect(code).to.equal(EXIT.ok);
    expect(stdout).to.contain(home('workspace')).and.to.contain(home('scenario.yaml'));
    const network = parse(readFileSync(home('workspace/network.yaml'), 'utf8'));
    expect(network.ledger.endpoint).to.equal('127.0.0.1:7051');
    const [load] = parse(readFileSync(home('workspace/benchmark.yaml'), 'utf8')).test.rounds;
    expect(load.rateControl.opts.tps).to.equal(12);
    const scenario = parseScenario(readFileSync(home('scenario.yaml'), 'utf8'));
    expect(scenario).to.include({ name: 'asset-transfer' });
    expect(scenario.workload.class).to.equal(load.label);
    expect(statSync(home('scenario.yaml')).mode & 0o777).to.equal(0o600);
  });

  it('gives each org a contract id that nobody can guess', async () => {
    const ids = new Set<string>();
    for (const name of ['a', 'b']) {
      const dir = desk.path(name);
      const as = ['--org', 'Org1', '--home', dir, '--passphrase-file', desk.passphrase];
      await desk.run('init', ...as);
      const made = await desk.run('example', 'ledger', '--endpoint', 'h:1', ...as, '--json');
      ids.add((JSON.parse(made.stdout) as { contractId: string }).contractId);
    }
    expect(ids.size).to.equal(2);
  });

  it('replaces nothing, writes nothing for an endpoint that is none, and needs a home', async () => {
    const cases: [args: string[], code: string][] = [
      [['ledger', '--endpoint', 'ws://127.0.0.1:7051'], 'E_USAGE'],
      [['ethereum', '--endpoint', '127.0.0.1:8545'], 'E_USAGE'],
      [['fabric', '--endpoint', '127.0.0.1:7051'], 'E_USAGE'],
      [['ledger'], 'E_USAGE'],
    ];
    for (const [args, code] of cases) {
      const ran = await example(...args, '--json');
      expect([args, errorOf(ran).code]).to.deep.equal([args, code]);
    }
    expect(readdirSync(home('workspace'))).to.deep.equal([]);
    expect(existsSync(home('scenario.yaml'))).to.equal(false);
    await example('ledger', '--endpoint', '127.0.0.1:7051');
    const before = readFileSync(home('workspace/network.yaml'), 'utf8');
    const again = await example('ledger', '--endpoint', '127.0.0.1:7052', '--json');
    expect([again.code, errorOf(again).code]).to.deep.equal([EXIT.cantCreate, 'E_FILE_EXISTS']);
    expect(readFileSync(home('workspace/network.yaml'), 'utf8')).to.equal(before);
    const none = await desk.run(
      'example',
      'ledger',
      '--endpoint',
      'h:1',
      '--org',
      'Org9',
      '--json',
    );
    expect(errorOf(none).code).to.equal('E_NO_HOME');
  });

  it('makes accounts for a chain, which the test chain gives a balance', async function () {
    if (findAnvil() === undefined) {
      console.log('      skipped: no Anvil (optional dependency, or anvil on PATH)');
      return this.skip();
    }
    const { child, said } = desk.start('network', 'anvil', '--port', '0', '--json');
    try {
      const { endpoints } = JSON.parse(await said('"endpoints"'));
      const made = await example('ethereum', '--endpoint', endpoints.all, '--fund', '--json');
      const { addresses } = JSON.parse(made.stdout) as { addresses: string[] };
      expect(addresses).to.have.length(8);
      const response = await fetch(endpoints.all.replace(/^ws/, 'http'), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          ...{ jsonrpc: '2.0', id: 1, method: 'eth_getBalance' },
          params: [addresses[0], 'latest'],
        }),
      });
      const { result } = (await response.json()) as { result: string };
      expect(BigInt(result) > 0n).to.equal(true);
      expect(statSync(home('workspace/accounts.json')).mode & 0o777).to.equal(0o600);
    } finally {
      child.kill('SIGINT');
      await once(child, 'close');
    }
  });

  it('says so when nobody gives the accounts a balance, and leaves nothing behind', async () => {
    const ran = await example('ethereum', '--endpoint', 'http://127.0.0.1:9', '--fund', '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.unavailable, 'E_TEST_NETWORK']);
    expect(readdirSync(home('workspace'))).to.deep.equal([]);
    expect(existsSync(home('scenario.yaml'))).to.equal(false);
  });
});
