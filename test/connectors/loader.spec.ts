import { expect } from 'chai';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  BUILT_IN_CONNECTORS,
  ConnectorBase,
  loadConnector,
  loadWorkload,
} from '../../connectors/index.ts';

describe('loader', () => {
  let workspace: string;
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  };
  const failure = (promise: Promise<unknown>): Promise<unknown> =>
    promise.catch((error: unknown) => error);

  beforeEach(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'hushmark-loader-'));
    await write('package.json', '{"type":"commonjs"}');
  });
  afterEach(() => rm(workspace, { recursive: true }));

  const caliperConnector = `'use strict';
    const { ConnectorBase, TxStatus } = require('@hyperledger/caliper-core');
    class Mine extends ConnectorBase {
      constructor(index) { super(index, 'mine'); }
      async _sendSingleRequest() { const s = new TxStatus('1'); s.SetStatusSuccess(); return s; }
    }
    module.exports.ConnectorFactory = async (index) => new Mine(index);`;

  it('loads a connector written for Caliper by relative and by absolute path', async () => {
    await write('mine.js', caliperConnector);
    for (const spec of ['./mine.js', 'mine.js', join(workspace, 'mine.js')]) {
      const connector = await (await loadConnector(spec, workspace))(2);
      expect([connector.getType(), connector.getWorkerIndex()]).to.deep.equal(['mine', 2]);
      expect(connector).to.be.instanceOf(ConnectorBase);
      expect(await connector.sendRequests({})).to.have.nested.property('status.status', 'success');
    }
  });

  it('loads a package of the workspace, CommonJS or ESM', async () => {
    await write('node_modules/sut-cjs/package.json', '{"name":"sut-cjs","main":"./main.js"}');
    await write('node_modules/sut-cjs/main.js', caliperConnector);
    const esm = { name: '@scope/sut', type: 'module', exports: { import: './main.js' } };
    await write('node_modules/@scope/sut/package.json', JSON.stringify(esm));
    await write(
      'node_modules/@scope/sut/main.js',
      `import { ConnectorBase } from '@hyperledger/caliper-core';
       export const ConnectorFactory = async (index) => new ConnectorBase(index, 'esm');`,
    );
    const types = [];
    for (const spec of ['sut-cjs', '@scope/sut']) {
      types.push((await (await loadConnector(spec, workspace))(0)).getType());
    }
    expect(types).to.deep.equal(['mine', 'esm']);
  });

  it('answers to the deep paths of Caliper with the classes themselves', async () => {
    await write(
      'deep.js',
      `const Base = require('@hyperledger/caliper-core/lib/common/core/connector-base');
       const TxStatus = require('@hyperledger/caliper-core/lib/common/core/transaction-status.js');
       module.exports.ConnectorFactory = async (index) =>
         new (class extends Base { status() { return new TxStatus('x'); } })(index, 'deep');`,
    );
    const connector = await (await loadConnector('./deep.js', workspace))(0);
    const status = (connector as unknown as { status(): { GetID(): string } }).status();
    expect([connector.getType(), status.GetID()]).to.deep.equal(['deep', 'x']);
  });

  const missing: [spec: string, message: string][] = [
    [
      './none.js',
      'connector file "./none.js" is not installed in the workspace: correct caliper.blockchain in the network file',
    ],
    [
      'caliper-nothing',
      'connector package "caliper-nothing" is not installed in the workspace: run "npm install caliper-nothing" in the workspace',
    ],
    [
      'legder',
      'connector "legder" is not installed in the workspace: use one of ledger, ethereum, a ./path.js, or a package',
    ],
  ];
  for (const [spec, message] of missing) {
    it(`says that ${spec} is not installed, and what to do`, async () => {
      const error = await failure(loadConnector(spec, workspace));
      expect(error).to.include({ code: 'E_CONNECTOR_NOT_INSTALLED', message });
    });

    it(`says of ${spec} what its page says`, async () => {
      const page = await readFile(new URL('../../docs/connectors/README.md', import.meta.url));
      expect(String(page)).to.include(`\`${message}\``);
    });
  }

  it('knows the built-in connectors by name, whatever the workspace holds under it', async () => {
    for (const spec of BUILT_IN_CONNECTORS) {
      await write(`node_modules/${spec}/package.json`, `{"name":"${spec}","main":"./main.js"}`);
      await write(`node_modules/${spec}/main.js`, 'throw new Error("taken from the workspace");');
      expect(await loadConnector(spec, workspace)).to.be.a('function');
    }
    expect(BUILT_IN_CONNECTORS).to.deep.equal(['ledger', 'ethereum', 'null']);
  });

  it('does not take a missing dependency of a connector for a missing connector', async () => {
    await write('mine.js', `require('nothing-here');`);
    const error = await failure(loadConnector('./mine.js', workspace));
    expect(error).to.have.property('message').that.includes('nothing-here');
    expect(error).not.to.have.property('code', 'E_CONNECTOR_NOT_INSTALLED');
  });

  it('names the wrong casing of a factory', async () => {
    await write('mine.js', 'module.exports.connectorFactory = () => {};');
    const error = await failure(loadConnector('./mine.js', workspace));
    expect(error).to.include({ code: 'E_CONNECTOR_SHAPE' });
    expect(error).to.have.property('message').that.includes('rename its "connectorFactory"');
  });

  it('loads a workload module written for Caliper', async () => {
    await write(
      'workload.js',
      `const { WorkloadModuleBase, CaliperUtils } = require('@hyperledger/caliper-core');
       const logger = CaliperUtils.getLogger('w');
       class W extends WorkloadModuleBase { async submitTransaction() { logger.debug('x'); return 'sent'; } }
       module.exports.createWorkloadModule = () => new W();`,
    );
    const workload = (await loadWorkload('./workload.js', workspace))();
    const adapter = new ConnectorBase(0, 'none');
    await workload.initializeWorkloadModule(1, 2, 3, { a: 4 }, adapter, { b: 5 });
    expect(workload).to.deep.include({
      ...{ workerIndex: 1, totalWorkers: 2, roundIndex: 3 },
      ...{ roundArguments: { a: 4 }, sutContext: { b: 5 } },
    });
    expect(await workload.submitTransaction()).to.equal('sent');
    await workload.cleanupWorkloadModule();
  });

  it('names a workload module that does not exist, or has the wrong shape', async () => {
    const none = await failure(loadWorkload('./none.js', workspace));
    expect(none).to.include({ code: 'E_WORKLOAD_NOT_FOUND' });
    await write('shape.js', 'module.exports.run = () => {};');
    const shape = await failure(loadWorkload('./shape.js', workspace));
    expect(shape).to.include({ code: 'E_WORKLOAD_SHAPE' });
  });
});
