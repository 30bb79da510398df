import { EventEmitter, once } from 'node:events';
import { expect } from 'chai';
import { encodeResult } from '../../../node/net/answer.ts';
import { clockOffset, median } from '../../../node/net/clock-offset.ts';
import { CLOCK_PROTOCOL, createClockSync, type ClockSync } from '../../../node/net/clock-sync.ts';
import type { Host } from '../../../node/net/host.ts';
import { createCandidates, createTestLog, rejection, startAll, stopAll } from './test-hosts.ts';

describe('the offset of two clocks', () => {
  it('is the median over the samples, so that a few slow ones do not matter', () => {
    const sample = (outUs: number, backUs: number) => ({
      sentUs: 0,
      theirReceivedUs: 5_000 + outUs,
      theirSentUs: 5_010 + outUs,
      receivedUs: outUs + 10 + backUs,
    });
    const samples = [sample(400, 400), sample(400, 420), sample(90_000, 400), sample(400, 380)];
    expect(clockOffset(samples)).to.deep.equal({ offsetUs: 5_005, errorUs: 405, boundUs: 5_410 });
  });

  it('is bound by its distance from zero and half of the round trip', () => {
    const sample = { sentUs: 1_000, theirReceivedUs: 400, theirSentUs: 500, receivedUs: 2_000 };
    expect(clockOffset([sample])).to.deep.equal({ offsetUs: -1_050, errorUs: 450, boundUs: 1_500 });
  });

  it('takes the mean of the middle two of an even number', () => {
    expect(median([4, 1, 3, 2])).to.equal(2.5);
    expect(median([9, 1, 5])).to.equal(5);
  });

  it('needs a sample', () => {
    expect(() => clockOffset([])).to.throw(RangeError);
  });
});

describe('a clock that is an hour wrong', () => {
  it('is told of by both sides, once', async () => {
    const hosts = await startAll(await createCandidates(2));
    const logs = hosts.map(() => createTestLog());
    const clocks = await Promise.all(
      hosts.map((host, i) =>
        createClockSync({
          host,
          log: logs[i]!.log,
          // they stand still: how long an answer takes does not matter
          nowUs: () => 3_600_000_000 * i,
          samples: 2,
          spacingMs: 1,
        }),
      ),
    );
    try {
      for (let i = 0; i < 2; i++)
        await Promise.all([clocks[0]!.measure('Org2'), clocks[1]!.measure('Org1')]);
      const said = logs.map(({ lines }) =>
        lines.filter(({ level }) => level === 'warn').map(({ message }) => message.split('. ')[0]),
      );
      expect(said).to.deep.equal([
        ["Org2's clock is 3600.0 s ahead of this one"],
        ["Org1's clock is 3600.0 s behind this one"],
      ]);
      const [line] = logs[0]!.lines.filter(({ level }) => level === 'warn');
      expect(line?.details).to.include({ code: 'E_CLOCK_APART', org: 'Org2' });
    } finally {
      await Promise.all(clocks.map((clock) => clock.stop()));
      await stopAll(hosts);
    }
  });
});

describe('a peer whose clock never answers', () => {
  it('does not keep the others from being measured again', async () => {
    const measured = Promise.withResolvers<void>();
    let tries = 0;
    const open = async (org: string, _: string, { signal }: { signal: AbortSignal }) => ({
      send: async () => {},
      receive: async () => {
        if (org === 'D') {
          await once(signal, 'abort');
          throw new Error('stopped');
        }
        // B was only starting
        if (tries++ === 0) throw new Error('no such service');
        measured.resolve();
        return encodeResult(Buffer.alloc(16));
      },
      close: async () => {},
      abort() {},
    });
    const events = new EventEmitter();
    const connectedOrgs = () => ['D', 'B'];
    const host = { self: 'A', events, connectedOrgs, serveChannel: async () => {}, open };
    const sync = await createClockSync({
      host: host as unknown as Host,
      log: createTestLog().log,
      nowUs: () => 0,
      samples: 1,
      refreshMs: 10,
    });
    try {
      await measured.promise;
    } finally {
      await sync.stop();
    }
    expect(sync.offsets().map(({ org }) => org)).to.deep.equal(['B']);
  });
});

describe('the comparison of clocks', () => {
  const SKEWS_US = [0, 250_000, -90_000];
  let hosts: Host[];
  let clocks: ClockSync[];
  let steppedUs = 0;

  before(async () => {
    hosts = await startAll(await createCandidates(3));
    clocks = await Promise.all(
      hosts.map((host, i) =>
        createClockSync({
          host,
          log: createTestLog().log,
          nowUs: () => Math.floor(performance.now() * 1_000) + SKEWS_US[i]! + steppedUs,
          samples: 16,
          spacingMs: 1,
        }),
      ),
    );
  });
  after(async () => {
    await Promise.all(clocks.map((clock) => clock.stop()));
    await stopAll(hosts);
  });

  it('finds how far each peer’s clock is off, within the stated error', async () => {
    const two = await clocks[0]!.measure('Org2');
    const three = await clocks[0]!.measure('Org3');
    expect(Math.abs(two.offsetUs - 250_000)).to.be.at.most(two.errorUs);
    expect(Math.abs(three.offsetUs + 90_000)).to.be.at.most(three.errorUs);
    expect(two.errorUs).to.be.lessThan(90_000);
  });

  it('names the worst of a roster once all of it is measured', async () => {
    const roster = ['Org1', 'Org2', 'Org3'];
    await Promise.all([clocks[2]!.measure('Org1'), clocks[2]!.measure('Org2')]);
    expect(clocks[2]!.worst(roster)).to.include({ org: 'Org2' });
    expect(clocks[2]!.worst(['Org1', 'Org3'])).to.include({ org: 'Org1' });
    expect(clocks[2]!.worst([...roster, 'Org4'])).to.equal(undefined);
    expect(clocks[2]!.worst(['Org3'])).to.equal(undefined);
  });

  it('forgets what is no longer fresh', async () => {
    await clocks[1]!.measure('Org1');
    expect(clocks[1]!.worst(['Org1'])).to.include({ org: 'Org1' });
    steppedUs = 121_000_000;
    expect(clocks[1]!.worst(['Org1'])).to.equal(undefined);
    steppedUs = 0;
  });

  it('forgets an org that connects again: it may have another clock by now', async () => {
    await clocks[1]!.measure('Org1');
    hosts[1]!.events.emit('peer-connected', 'Org1');
    expect(clocks[1]!.worst(['Org1'])).to.equal(undefined);
    await clocks[1]!.measure('Org1');
    expect(clocks[1]!.worst(['Org1'])).to.include({ org: 'Org1' });
  });

  it('refuses a frame that is no timestamp', async () => {
    const error = await rejection(hosts[0]!.request('Org2', CLOCK_PROTOCOL, Buffer.from('now')));
    expect(error.details?.['code']).to.equal('E_BAD_FRAME');
  });
});
