import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { NodeError } from '../../../node/errors.ts';
import { encodeResult } from '../../../node/net/answer.ts';
import type { Host } from '../../../node/net/host.ts';
import { MAX_FRAME_BYTES } from '../../../node/net/limits.ts';
import {
  createCandidates,
  eventually,
  rejection,
  startAll,
  startHost,
  stopAll,
  type Candidate,
} from './test-hosts.ts';

describe('requests and services', () => {
  let one: Host;
  let two: Host;

  before(async () => {
    [one, two] = (await startAll(await createCandidates(2))) as [Host, Host];
  });
  after(() => stopAll([one, two]));

  it('answers a request and tells the handler who asked', async () => {
    await two.serve('/test/echo', (bytes, org) => Buffer.concat([bytes, Buffer.from(` ${org}`)]));
    const answer = await one.request('Org2', '/test/echo', Buffer.from('hello'));
    expect(Buffer.from(answer).toString()).to.equal('hello Org1');
    expect(one.traffic()['/test/echo']).to.deep.equal({ in: 12, out: 6 });
    expect(two.traffic()['/test/echo']).to.deep.equal({ in: 6, out: 12 });
  });

  it('carries an empty request and an empty answer', async () => {
    await two.serve('/test/empty', (bytes) => bytes);
    expect(await one.request('Org2', '/test/empty', new Uint8Array(0))).to.have.length(0);
  });

  it('keeps nothing of requests that are over, long before their time would be up', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const signals: WeakRef<AbortSignal>[] = [];
    const channels: WeakRef<object>[] = [];
    await two.serveChannel(
      '/test/over',
      async (channel, _, signal) => {
        signals.push(new WeakRef(signal));
        channels.push(new WeakRef(channel));
        await channel.send(encodeResult(await channel.receive()));
      },
      { timeoutMs: 600_000 },
    );
    const ask = () => one.request('Org2', '/test/over', Buffer.from('x'), { timeoutMs: 600_000 });
    for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 10 }, ask));
    expect(signals).to.have.length(200);
    await eventually(async () => {
      collect();
      const left = [...signals, ...channels].filter((one) => one.deref() !== undefined);
      // the last ones may still stand on a stack
      expect(left).to.have.length.below(20);
    });
  });

  it('brings back a refusal with its code and message', async () => {
    await two.serve('/test/refuse', () => {
      throw new NodeError('E_NOT_HELD', 'no such envelope');
    });
    const error = await rejection(one.request('Org2', '/test/refuse', Buffer.from('x')));
    expect(error.code).to.equal('E_PEER_REFUSED');
    expect(error.details).to.deep.equal({ org: 'Org2', code: 'E_NOT_HELD' });
    expect(error.message).to.include('no such envelope');
  });

  it('tells nothing of failures that may hold paths of the machine', async () => {
    await two.serve('/test/bug', () => {
      throw new Error('ENOENT /home/someone/secret');
    });
    await two.serve('/test/io', () => {
      throw new NodeError('E_IO', 'cannot read /home/someone/secret');
    });
    for (const protocol of ['/test/bug', '/test/io']) {
      const error = await rejection(one.request('Org2', protocol, Buffer.from('x')));
      expect(error.details).to.deep.equal({ org: 'Org2', code: 'E_INTERNAL' });
      expect(error.message).not.to.include('secret');
    }
  });

  it('names a service that the other does not offer', async () => {
    const error = await rejection(one.request('Org2', '/test/unknown', Buffer.from('x')));
    expect(error.code).to.equal('E_NO_SUCH_SERVICE');
  });

  it('refuses a request above the service’s limit with a reason', async () => {
    await two.serve('/test/small', (bytes) => bytes, { maxBytes: 1_000 });
    const error = await rejection(one.request('Org2', '/test/small', Buffer.alloc(200_000)));
    expect(error.details?.['code']).to.equal('E_MESSAGE_TOO_LARGE');
    expect(await one.request('Org2', '/test/small', Buffer.alloc(1_000))).to.have.length(1_000);
  });

  it('does not send what is above everybody’s limit', async () => {
    const error = await rejection(
      one.request('Org2', '/test/small', Buffer.alloc(MAX_FRAME_BYTES + 1)),
    );
    expect(error.code).to.equal('E_MESSAGE_TOO_LARGE');
  });

  it('refuses an answer above the limit, on either side', async () => {
    await two.serve('/test/huge', () => Buffer.alloc(MAX_FRAME_BYTES + 1));
    const theirs = await rejection(one.request('Org2', '/test/huge', Buffer.from('x')));
    expect(theirs.details?.['code']).to.equal('E_MESSAGE_TOO_LARGE');
    await two.serve('/test/large', () => Buffer.alloc(10_000));
    const ours = await rejection(
      one.request('Org2', '/test/large', Buffer.from('x'), { maxBytes: 1_000 }),
    );
    expect(ours.code).to.equal('E_MESSAGE_TOO_LARGE');
  });

  it('says that it is busy when too many requests run, and serves again afterwards', async () => {
    const release = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    let running = 0;
    await two.serve(
      '/test/slow',
      async (bytes) => {
        if (++running === 2) started.resolve();
        await release.promise;
        return bytes;
      },
      { maxAtOnce: 2 },
    );
    const ask = () => one.request('Org2', '/test/slow', Buffer.from('x'));
    const served = [ask(), ask()];
    await started.promise;
    expect((await rejection(ask())).code).to.equal('E_PEER_BUSY');
    release.resolve();
    expect(await Promise.all(served)).to.have.length(2);
    expect(await ask()).to.have.length(1);
  });

  it('ends a request whose handler never settles, with a reason', async () => {
    await two.serve('/test/never', () => new Promise<never>(() => undefined), { timeoutMs: 100 });
    const error = await rejection(one.request('Org2', '/test/never', Buffer.from('x')));
    expect(error.details?.['code']).to.equal('E_PEER_TIMEOUT');
  });

  it('gives up a request when its signal says so', async () => {
    await two.serve('/test/wait', () => new Promise<never>(() => undefined), { timeoutMs: 500 });
    const signal = AbortSignal.timeout(50);
    const error = await rejection(one.request('Org2', '/test/wait', Buffer.from('x'), { signal }));
    expect(error.code).to.equal('E_PEER_TIMEOUT');
  });

  it('does not ask itself, nor who is no member', async () => {
    for (const org of ['Org1', 'Org9']) {
      const error = await rejection(one.request(org, '/test/echo', Buffer.from('x')));
      expect(error.code, org).to.equal('E_NOT_A_MEMBER');
    }
  });

  describe('with an org that goes away', () => {
    let near: Host;
    let far: Host;
    beforeEach(async () => {
      [near, far] = (await startAll(await createCandidates(2))) as [Host, Host];
    });
    afterEach(() => stopAll([near, far]));
    const ask = () => near.request('Org2', '/test/held', Buffer.from('x'));

    it('says that the connection broke when the stream ends without an answer', async () => {
      await far.serveChannel('/test/held', async (channel) => void (await channel.receive()));
      expect((await rejection(ask())).code).to.equal('E_PEER_RESET');
    });

    it('says that it is not connected once it is gone', async () => {
      const gone = once(near.events, 'peer-disconnected');
      await far.stop();
      await gone;
      expect((await rejection(ask())).code).to.equal('E_NOT_CONNECTED');
    });

    it('says that it is not connected before it ever was', async () => {
      const [alone, never] = (await createCandidates(2)) as [Candidate, Candidate];
      const host = await startHost(alone, [alone, never]);
      const error = await rejection(host.request('Org2', '/test/held', Buffer.from('x')));
      await host.stop();
      expect(error).to.deep.include({ code: 'E_NOT_CONNECTED', details: { org: 'Org2' } });
    });
  });
});
