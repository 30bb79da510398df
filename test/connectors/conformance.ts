/** What every built-in connector does: one list of behaviours, run on a real SUT with the asset-transfer contract. */
import { expect } from 'chai';
import type {
  BlockCommit,
  Connector,
  ConnectorFactory,
  ConnectorSetup,
  TxStatus,
} from '../../connectors/index.ts';

export interface ConformanceWorld {
  factory: ConnectorFactory;
  setup: ConnectorSetup;
  contractId: string;
  /** The same network file with an endpoint at which nobody listens. */
  unreachable: unknown;
  /** A network file with a wrong key, and the name of that key. */
  wrong: { network: unknown; key: string };
  stop(): Promise<void>;
}

export function describeConformance(start: () => Promise<ConformanceWorld>): void {
  let world: ConformanceWorld;
  let worker: Connector;
  let args: object;

  before(async () => {
    world = await start();
    const manager = await world.factory(-1, world.setup);
    await manager.init();
    await manager.installSmartContract();
    await manager.installSmartContract();
    [args] = (await manager.prepareWorkerArguments(1)) as [object];
    await manager.releaseContext();
    worker = await world.factory(0, world.setup);
    await worker.getContext(0, args);
    const opened = await one(invoke('open', [0, 10, 1000]));
    expect(opened.GetErrMsg()).to.deep.equal([]);
  });
  after(async () => {
    await worker?.releaseContext();
    await world?.stop();
  });

  const invoke = (contractFunction: string, contractArguments: unknown[], readOnly = false) =>
    Object.freeze({ contractId: world.contractId, contractFunction, contractArguments, readOnly });
  const one = async (request: object) => (await worker.sendRequests(request)) as TxStatus;
  const many = async (requests: object[]) => (await worker.sendRequests(requests)) as TxStatus[];

  it('has a short name and the index that its factory was given', async () => {
    expect(worker.getType()).to.match(/^[a-z]+$/);
    expect(worker.getWorkerIndex()).to.equal(0);
    expect((await world.factory(-1, world.setup)).getWorkerIndex()).to.equal(-1);
  });

  it('can be initialised by eight instances at once, twice', async () => {
    const instances = await Promise.all(
      Array.from({ length: 8 }, (_, index) => world.factory(index, world.setup)),
    );
    await Promise.all(instances.flatMap((instance) => [instance.init(), instance.init()]));
  });

  it('prepares one plain object per worker, without keys', async () => {
    const prepared = await (await world.factory(-1, world.setup)).prepareWorkerArguments(3);
    expect(prepared).to.have.length(3);
    expect(JSON.parse(JSON.stringify(prepared))).to.deep.equal(prepared);
    expect(JSON.stringify(prepared)).not.to.match(/[0-9a-f]{64}/i);
  });

  it('resolves a transaction when it is final, and says when and in which block', async () => {
    const startUs = performance.now() * 1000;
    const status = await one(invoke('transfer', [0, 1, 5]));
    expect(status.GetStatus()).to.equal('success');
    expect(status.IsVerified()).to.equal(true);
    expect(status.finalUs)
      .to.be.greaterThan(startUs)
      .and.at.most(performance.now() * 1000);
    expect(status.GetTimeFinal()).to.be.closeTo(Date.now(), 1000);
    expect(status.Get('block_height')).to.be.greaterThan(0);
    expect(status.Get('request_type')).to.equal('invoke');
    expect(status.GetID()).to.be.a('string').that.is.not.empty;
  });

  it('reads what its own transactions wrote', async () => {
    await one(invoke('open', [50, 2, 700]));
    await one(invoke('transfer', [50, 51, 30]));
    const status = await one(invoke('read', [51], true));
    expect(status.GetStatus()).to.equal('success');
    expect(Number(status.GetResult())).to.equal(730);
    expect(status.Get('request_type')).to.equal('query');
    expect(status.finalUs).to.be.a('number');
  });

  it('understands both spellings of a request', async () => {
    const args_ = { contract: world.contractId, verb: 'read', args: [2], readOnly: true };
    const status = await one(args_);
    expect(Number(status.GetResult())).to.equal(1000);
  });

  it('reports what the contract refuses as failed, of class consensus', async () => {
    const status = await one(invoke('transfer', [0, 1, 1_000_000]));
    expect(status.GetStatus()).to.equal('failed');
    expect(status.failureClass).to.equal('consensus');
    expect(status.Get('block_height')).to.be.greaterThan(0);
    expect(status.IsVerified()).to.equal(false);
  });

  it('reports malformed requests as failed, of class syntax, and does not throw', async () => {
    const malformed = [
      { contractId: world.contractId },
      { contractId: 'nobody-has-this', contractFunction: 'read', contractArguments: [1] },
      invoke('noSuchFunction', []),
      invoke('noSuchFunction', [], true),
      { ...invoke('transfer', []), contractArguments: 'no list' },
    ];
    for (const status of await many(malformed)) {
      expect([status.GetStatus(), status.failureClass]).to.deep.equal(['failed', 'syntax']);
      expect(status.GetErrMsg().join('')).not.to.equal('');
    }
  });

  it('reports a read that the contract refuses as failed', async () => {
    const status = await one(invoke('read', [999_999], true));
    expect([status.GetStatus(), status.failureClass]).to.deep.equal(['failed', 'other']);
    expect(status.GetErrMsg().join()).to.include('no asset');
  });

  it('tells of one request once at its start and once at its end', async () => {
    const told: unknown[] = [];
    const onSubmitted = (count: number): unknown => told.push(count);
    const onFinished = (results: unknown): unknown => told.push(results);
    worker.on('txsSubmitted', onSubmitted).on('txsFinished', onFinished);
    const status = await one(invoke('transfer', [1, 2, 1]));
    worker.off('txsSubmitted', onSubmitted).off('txsFinished', onFinished);
    expect(told).to.deep.equal([1, status]);
  });

  it('finishes a whole batch in one event, the failed ones in it', async () => {
    const told: unknown[] = [];
    const onFinished = (results: unknown): unknown => told.push(results);
    worker.on('txsFinished', onFinished);
    const statuses = await many([
      invoke('transfer', [1, 2, 1]),
      invoke('transfer', [1, 2, 1_000_000]),
      invoke('read', [3], true),
    ]);
    worker.off('txsFinished', onFinished);
    expect(statuses.map((status) => status.IsCommitted())).to.deep.equal([true, false, true]);
    expect(told).to.deep.equal([statuses]);
  });

  it('keeps many transactions in flight at once', async () => {
    const statuses = await many(
      Array.from({ length: 60 }, (_, index) =>
        invoke('transfer', [index % 10, (index + 1) % 10, 1]),
      ),
    );
    expect(statuses.filter((status) => status.IsCommitted())).to.have.length(60);
    expect(new Set(statuses.map((status) => status.GetID())).size).to.equal(60);
  });

  it('tells of every block in order, at the instant at which its transactions became final', async () => {
    const blocks: BlockCommit[] = [];
    const onBlock = (block: BlockCommit): unknown => blocks.push(block);
    worker.on('blockCommitted', onBlock);
    const statuses = [];
    for (let sent = 0; sent < 3; sent++) statuses.push(await one(invoke('transfer', [4, 5, 1])));
    worker.off('blockCommitted', onBlock);
    const heights = blocks.map(({ height }) => height);
    expect(heights).to.deep.equal(heights.map((_, index) => (heights[0] as number) + index));
    for (const status of statuses) {
      const block = blocks.find(({ height }) => height === status.Get('block_height'));
      expect(block?.finalUs).to.equal(status.finalUs);
      expect(block?.transactions).to.be.at.least(1);
    }
  });

  it('ends what is in flight when its context is released, and can be given a new one', async () => {
    const pending = worker.sendRequests(invoke('transfer', [6, 7, 1])) as Promise<TxStatus>;
    await worker.releaseContext();
    const status = await pending;
    expect([status.GetStatus(), status.failureClass]).to.deep.equal(['failed', 'other']);
    const refused = await worker
      .sendRequests(invoke('transfer', [6, 7, 1]))
      .catch((error) => error);
    expect(refused).to.include({ code: 'E_NO_CONTEXT' });
    await worker.getContext(1, args);
    expect((await one(invoke('transfer', [6, 7, 1]))).GetErrMsg()).to.deep.equal([]);
  });

  it('says that the SUT can not be reached, and where it looked', async () => {
    const lost = await world.factory(-1, { ...world.setup, network: world.unreachable });
    const error = await lost.init().catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'E_SUT_UNREACHABLE' });
    expect(error).to.have.property('message').that.includes('127.0.0.1');
  });

  it('names the key of the network file that is wrong', async () => {
    const setup = { ...world.setup, network: world.wrong.network };
    const error = await world.factory(-1, setup).catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'E_NETWORK_FILE' });
    expect(error).to.have.nested.property('details.key', world.wrong.key);
  });
}
