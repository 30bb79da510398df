/** What somebody sees, and can do, who sits between two peers. */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect } from 'chai';
import type { Host } from '../../../node/net/host.ts';
import {
  connectedTo,
  createCandidates,
  eventually,
  rejection,
  startHost,
  stopAll,
  type Candidate,
} from './test-hosts.ts';

/** Passes on all bytes to a port of this machine, and keeps a copy. */
async function tapTo(port: number) {
  const seen: Buffer[] = [];
  const sockets = new Set<Socket>();
  const keep = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.on('data', (bytes) => seen.push(bytes as Buffer)).on('error', () => to.destroy());
    from.pipe(to);
  };
  const server = createServer((socket) => {
    const other = connect(port, '127.0.0.1');
    keep(socket, other);
    keep(other, socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    seen: () => Buffer.concat(seen),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

const portOf = ({ addresses }: Candidate) => Number(addresses[0]?.split('/').at(-1));

describe('a connection between two peers', () => {
  let hosts: Host[] = [];
  let taps: Awaited<ReturnType<typeof tapTo>>[] = [];
  afterEach(async () => {
    await stopAll(hosts);
    for (const tap of taps) tap.close();
  });

  /** Two hosts that reach each other through the taps only, and what they heard by gossip. */
  async function tapped() {
    const candidates = await createCandidates(2);
    taps = await Promise.all(candidates.map((one) => tapTo(portOf(one))));
    const listed = candidates.map((one, i) => ({
      ...one,
      addresses: [`/ip4/127.0.0.1/tcp/${taps[i]?.port}`],
    }));
    const heard: string[] = [];
    const onMessage = (bytes: Uint8Array) => void heard.push(Buffer.from(bytes).toString());
    hosts = await Promise.all(candidates.map((self) => startHost(self, listed, { onMessage })));
    await Promise.all(hosts.map((host) => connectedTo(host, 1)));
    const [one, two] = hosts as [Host, Host];
    return { one, two, heard };
  }

  it('shows nothing of what they say to who reads every byte of it', async () => {
    const mark = 'a mark that nobody else must read';
    const { one, two, heard } = await tapped();
    await two.serve('/test/echo', (bytes) => bytes);
    const echo = await one.request('Org2', '/test/echo', Buffer.from(mark));
    expect(Buffer.from(echo).toString()).to.equal(mark);
    await eventually(async () => {
      await one.publish(Buffer.from(`${mark} ${performance.now()}`));
      expect(heard.some((text) => text.startsWith(mark))).to.equal(true);
    });
    const seen = Buffer.concat(taps.map((tap) => tap.seen()));
    expect(seen.length).to.be.above(4 * mark.length);
    expect(seen.includes('/multistream/1.0.0')).to.equal(true);
    for (const secret of [mark, '/test/echo', 'Org2', '/hushmark/'])
      expect(seen.includes(secret), secret).to.equal(false);
  });

  it('breaks the requests that wait when somebody cuts it', async () => {
    const { one, two } = await tapped();
    const started = Promise.withResolvers<void>();
    await two.serve('/test/held', () => {
      started.resolve();
      return new Promise<never>(() => undefined);
    });
    const broken = rejection(one.request('Org2', '/test/held', Buffer.from('x')));
    await started.promise;
    for (const tap of taps) tap.close();
    expect((await broken).code).to.equal('E_PEER_RESET');
  });
});
