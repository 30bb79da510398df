/** The pure rules of the network, by table. */
import { expect } from 'chai';
import { generateKeyPair } from '@libp2p/crypto/keys';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { multiaddr } from '@multiformats/multiaddr';
import { decodeAnswer } from '../../../node/net/answer.ts';
import { shouldDial, startDialLoop } from '../../../node/net/dial-loop.ts';
import { createGater } from '../../../node/net/gater.ts';
import { gossipOptions } from '../../../node/net/gossip.ts';
import { MAX_GOSSIP_FRAME_BYTES } from '../../../node/net/limits.ts';
import { boundedLog } from '../../../node/net/log.ts';
import { createMembers, dialAddresses } from '../../../node/net/members.ts';
import { createTokenBucket } from '../../../node/net/token-bucket.ts';
import { createTestLog } from './test-hosts.ts';

const ticks = (self: string, other: string) =>
  Array.from({ length: 20 }, (_, misses) => shouldDial(self, other, misses)).flatMap((dials, i) =>
    dials ? [i] : [],
  );

describe('the dial loop', () => {
  it('lets the smaller id dial at once and the larger after three misses, both rarely after eight', () => {
    expect(ticks('a', 'b')).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16]);
    expect(ticks('b', 'a')).to.deep.equal([3, 4, 5, 6, 7, 8, 12, 16]);
  });

  it('never gives up, and starts afresh after a connection', async () => {
    const members = createMembers(
      [
        { org: 'Org1', peerId: 'a', addresses: [] },
        { org: 'Org2', peerId: 'b', addresses: [] },
      ],
      'Org1',
    );
    let dials = 0;
    let connected = false;
    const misses: number[] = [];
    const again = Promise.withResolvers<void>();
    const stop = startDialLoop({
      members,
      intervalMs: 1,
      isConnected: () => connected && !(connected = false),
      dial: async () => {
        if (++dials === 12) connected = true;
        if (dials > 12) again.resolve();
        else if (dials < 12) throw new Error('refused');
      },
      onMiss: (_member, missed) => misses.push(missed),
    });
    await again.promise;
    await stop();
    expect(misses).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16]);
  });
});

describe('the gater', () => {
  it('lets members in and out, and nobody else, at every moment that libp2p asks', async () => {
    const [member, stranger] = await Promise.all(
      [1, 2].map(async () => peerIdFromPrivateKey(await generateKeyPair('Ed25519'))),
    );
    const strangers: string[] = [];
    const gater = createGater({
      isMember: (peerId) => peerId === member!.toString(),
      onStranger: (peerId, direction) => strangers.push(`${direction} ${peerId}`),
    });
    const connection = {} as never;
    const at = (suffix: string) => multiaddr(`/ip4/127.0.0.1/tcp/4001${suffix}`);
    for (const [peerId, denied] of [
      [member!, false],
      [stranger!, true],
    ] as const) {
      expect(gater.denyDialPeer?.(peerId)).to.equal(denied);
      expect(gater.denyDialMultiaddr?.(at(`/p2p/${peerId}`))).to.equal(denied);
      expect(gater.denyInboundEncryptedConnection?.(peerId, connection)).to.equal(denied);
      expect(gater.denyOutboundEncryptedConnection?.(peerId, connection)).to.equal(denied);
      expect(gater.filterMultiaddrForPeer?.(peerId, at(''))).to.equal(!denied);
    }
    expect(gater.denyDialMultiaddr?.(at(''))).to.equal(true);
    expect(gater.denyInboundRelayReservation?.(member!)).to.equal(true);
    expect(strangers).to.deep.equal([`inbound ${stranger}`, `outbound ${stranger}`]);
  });
});

describe('gossip', () => {
  it('is sent to each by each in a small consortium, and relayed by a mesh in a large one', () => {
    expect(gossipOptions('t', 16)).to.include({ D: 0, Dhi: 0, floodPublish: true });
    expect(gossipOptions('t', 17)).to.include({ D: 3, Dlo: 2, Dhi: 4, Dout: 1, Dscore: 2 });
  });

  it('is strictly signed, never falls back, and has one limit for all', () => {
    expect(gossipOptions('t', 4)).to.include({
      globalSignaturePolicy: 'StrictSign',
      fallbackToFloodsub: false,
      maxInboundDataLength: MAX_GOSSIP_FRAME_BYTES,
    });
  });

  it('is limited per author: a burst, then a steady rate', () => {
    const bucket = createTokenBucket(3, 10);
    const taken = (nowMs: number, tries: number) =>
      Array.from({ length: tries }, () => bucket.take(nowMs)).filter(Boolean).length;
    expect(taken(0, 10)).to.equal(3);
    expect(taken(99, 10)).to.equal(0);
    expect(taken(100, 10)).to.equal(1);
    expect(taken(60_000, 10)).to.equal(3);
    expect(taken(50_000, 10)).to.equal(0);
  });

  it('is limited in bytes, too, and nothing is taken of what is not enough', () => {
    const bucket = createTokenBucket(1_000, 100);
    expect([700, 301, 300].map((bytes) => bucket.take(0, bytes))).to.deep.equal([
      true,
      false,
      true,
    ]);
    expect([200, 201].map((bytes) => bucket.take(2_000, bytes))).to.deep.equal([true, false]);
  });
});

describe('warnings', () => {
  it('are bounded by their text, and the next one tells how many were left out', () => {
    const { log, lines } = createTestLog();
    let nowMs = 0;
    const bounded = boundedLog(log, () => nowMs);
    for (let i = 0; i < 1_500; i++) bounded.warn({ i }, 'refused');
    bounded.warn({}, 'another');
    bounded.info({}, 'refused');
    expect(lines.map(({ message }) => message).slice(998)).to.deep.equal([
      ...['refused', 'refused'],
      ...['another', 'refused'],
    ]);
    nowMs = 1_000;
    for (let i = 0; i < 2; i++) bounded.warn({}, 'refused');
    expect(lines).to.have.length(1_003);
    expect(lines.at(-1)?.details).to.deep.equal({ leftOut: 500 });
  });
});

describe('an address to dial', () => {
  it('always ends in the member’s peer id', () => {
    const member = {
      org: 'Org1',
      peerId: 'x',
      addresses: ['/ip4/1.2.3.4/tcp/1', '/dns/a/tcp/2/p2p/x'],
    };
    expect(dialAddresses(member)).to.deep.equal(['/ip4/1.2.3.4/tcp/1/p2p/x', '/dns/a/tcp/2/p2p/x']);
  });
});

describe('an answer', () => {
  it('that cannot be read is named', () => {
    for (const bytes of [
      [],
      [7],
      [1],
      [1, 123],
      [...Buffer.from('\x01{"code":"lower","message":""}')],
    ])
      expect(() => decodeAnswer(Uint8Array.from(bytes), 'Org2'))
        .to.throw()
        .with.property('code', 'E_BAD_FRAME');
  });
});
