import { expect } from 'chai';
import {
  loadConnector,
  parseNetworkFile,
  type Connector,
  type TxStatus,
} from '../../../connectors/index.ts';

describe('null connector', () => {
  let connector: Connector;
  beforeEach(async () => {
    const { connector: spec, network } = parseNetworkFile({ caliper: { blockchain: 'null' } });
    connector = await (
      await loadConnector(spec, '/nowhere')
    )(3, { network, workspace: '/nowhere' });
  });

  it('is there without a ledger, a contract or a workspace', async () => {
    await connector.init();
    await connector.init();
    await connector.installSmartContract();
    expect([connector.getType(), connector.getWorkerIndex()]).to.deep.equal(['null', 3]);
    expect(await connector.prepareWorkerArguments(2)).to.deep.equal([{}, {}]);
  });

  it('resolves any request as a success before a timer could fire, final at that instant', async () => {
    await connector.getContext(0, {});
    let fired = false;
    const timer = setImmediate(() => (fired = true));
    const startUs = performance.now() * 1000;
    const requests = [{ contractId: 'c', readOnly: true }, { readOnly: false }, {}];
    const statuses = (await connector.sendRequests(requests)) as TxStatus[];
    expect(fired).to.equal(false);
    clearImmediate(timer);
    expect(statuses.map((status) => status.GetStatus())).to.deep.equal(Array(3).fill('success'));
    expect(statuses.map((status) => status.Get('request_type'))).to.deep.equal([
      ...['query', 'invoke', 'invoke'],
    ]);
    for (const { finalUs } of statuses) expect(finalUs).to.be.within(startUs, startUs + 1e6);
    expect(new Set(statuses.map((status) => status.GetID())).size).to.equal(3);
  });

  it('tells of each request once at its start and once at its end', async () => {
    await connector.getContext(0, {});
    const told: unknown[] = [];
    connector.on('txsSubmitted', (count) => told.push(count));
    connector.on('txsFinished', (results) => told.push(results));
    const status = await connector.sendRequests({});
    expect(told).to.deep.equal([1, status]);
  });

  it('sends nothing outside of a context, as the others', async () => {
    const before = await connector.sendRequests({}).catch((error: unknown) => error);
    expect(before).to.include({ code: 'E_NO_CONTEXT' });
    await connector.getContext(0, {});
    await connector.releaseContext();
    const after = await connector.sendRequests({}).catch((error: unknown) => error);
    expect(after).to.include({ code: 'E_NO_CONTEXT' });
  });

  it('is named in quotes: a missing name is no name, and the message says so', () => {
    expect(() => parseNetworkFile({ caliper: { blockchain: null } }))
      .to.throw('"null" in quotes')
      .with.property('code', 'E_NETWORK_FILE');
  });
});
