import { expect } from 'chai';
import { ConnectorBase, TxStatus } from '../../connectors/index.ts';

describe('ConnectorBase', () => {
  /** Answers a request with its own name; one named "throw" throws, "refused" fails. */
  class Echo extends ConnectorBase {
    override async _sendSingleRequest(request: object): Promise<TxStatus> {
      const { name } = request as { name: string };
      if (name === 'throw') throw new Error('broken');
      const status = new TxStatus(name);
      if (name === 'refused') status.SetStatusFail();
      else status.SetStatusSuccess();
      return status;
    }
  }
  const start = () => {
    const echo = new Echo(3, 'echo');
    const submitted: number[] = [];
    const finished: (TxStatus | TxStatus[])[] = [];
    echo.on('txsSubmitted', (count) => submitted.push(count));
    echo.on('txsFinished', (results) => finished.push(results));
    return { echo, submitted, finished };
  };
  const requests = (...names: string[]) => names.map((name) => ({ name }));

  it('keeps its index and type, and prepares an empty object per worker', async () => {
    const { echo } = start();
    expect([echo.getWorkerIndex(), echo.getType()]).to.deep.equal([3, 'echo']);
    expect(await echo.prepareWorkerArguments(2)).to.deep.equal([{}, {}]);
  });

  it('tells of one request with one event each way', async () => {
    const { echo, submitted, finished } = start();
    const status = await echo.sendRequests({ name: 'a' });
    expect(submitted).to.deep.equal([1]);
    expect(finished).to.deep.equal([status]);
  });

  it('tells of many requests one by one when they start, together when they end', async () => {
    const { echo, submitted, finished } = start();
    const statuses = (await echo.sendRequests(requests('a', 'refused', 'c'))) as TxStatus[];
    expect(submitted).to.deep.equal([1, 1, 1]);
    expect(finished).to.deep.equal([statuses]);
    expect(statuses.map((status) => status.GetID())).to.deep.equal(['a', 'refused', 'c']);
  });

  it('marks as failed what throws, finishes it, and throws on', async () => {
    const { echo, finished } = start();
    const thrown = await echo.sendRequests({ name: 'throw' }).catch((error: unknown) => error);
    expect(thrown).to.have.property('message', 'broken');
    const [status] = finished as [TxStatus];
    expect([status.GetStatus(), status.GetErrMsg()]).to.deep.equal(['failed', ['broken']]);
  });

  it('finishes all of a batch in which one throws', async () => {
    const { echo, finished } = start();
    const thrown = await echo
      .sendRequests(requests('a', 'throw', 'c'))
      .catch((error: unknown) => error);
    expect(thrown).to.have.property('message', 'broken');
    const [statuses] = finished as [TxStatus[]];
    expect(statuses.map((status) => status.GetStatus())).to.deep.equal([
      'success',
      'failed',
      'success',
    ]);
  });

  it('names the method that a subclass has to implement', async () => {
    const bare = new ConnectorBase(0, 'bare');
    const missing = [
      bare.init(),
      bare.installSmartContract(),
      bare.getContext(0, {}),
      bare.releaseContext(),
      bare.sendRequests({}),
    ];
    for (const result of await Promise.allSettled(missing)) {
      expect(result).to.have.nested.property('reason.code', 'E_NOT_IMPLEMENTED');
    }
  });
});

describe('TxStatus', () => {
  it('starts as created, now, and unverified', () => {
    const status = new TxStatus('id');
    expect(status.GetStatus()).to.equal('created');
    expect(status.GetTimeCreate()).to.be.closeTo(Date.now(), 1000);
    expect([status.GetTimeFinal(), status.IsVerified(), status.IsCommitted()]).to.deep.equal([
      0,
      false,
      false,
    ]);
  });

  it('keeps what its setters are given', () => {
    const status = new TxStatus();
    status.SetID('x');
    status.SetTimeCreate(5);
    status.SetFlag(2);
    status.SetResult({ a: 1 });
    status.SetErrMsg(1, 'second');
    status.SetVerification(true);
    status.Set('key', 'value');
    status.SetStatusSuccess(7);
    expect(status.GetID()).to.equal('x');
    expect([status.GetTimeCreate(), status.GetTimeFinal(), status.GetFlag()]).to.deep.equal([
      5, 7, 2,
    ]);
    expect(status.GetResult()).to.deep.equal({ a: 1 });
    expect(status.GetErrMsg()[1]).to.equal('second');
    expect([status.IsVerified(), status.IsCommitted()]).to.deep.equal([true, true]);
    expect(status.Get('key')).to.equal('value');
    expect([...status.GetCustomData()]).to.deep.equal([['key', 'value']]);
    expect(JSON.parse(status.Marshal())).to.include({ id: 'x', status: 'success', time_final: 7 });
  });
});
