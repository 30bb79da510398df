/** More connections than anybody needs: of strangers, and of one member; and a stranger's words in a member's mouth. */
import { once } from 'node:events';
import { generateKeyPair } from '@libp2p/crypto/keys';
import type { Connection } from '@libp2p/interface';
import { multiaddr } from '@multiformats/multiaddr';
import { expect } from 'chai';
import { MAX_CONNECTIONS_PER_MEMBER } from '../../../node/net/limits.ts';
import { peerLog } from '../bad-input/peer-log.ts';
import { until } from '../one-round.ts';
import type { AttackedWorld } from './attacked-world.ts';
import { bareNode, sendGossip, strangersGossip } from './hostile-peer.ts';

export function connections(attacked: () => AttackedWorld): void {
  it('lets none of many strangers in, and stays with its members', async () => {
    const [, , third] = attacked().honest;
    const { addresses } = await third.control.status();
    const strangers = await Promise.all(
      Array.from({ length: 20 }, async () => bareNode(await generateKeyPair('Ed25519'))),
    );
    try {
      await Promise.all(
        strangers.map(async (stranger) => {
          const closed = once(stranger as unknown as EventTarget, 'peer:disconnect');
          closed.catch(() => {});
          const dialled = await stranger.dial(multiaddr(addresses[0] as string)).then(
            () => true,
            () => false,
          );
          if (dialled) await closed;
          expect(stranger.getConnections()).to.deep.equal([]);
        }),
      );
      const { connected } = await third.control.status();
      expect(connected).to.include.members(['Org1', 'Org2']);
    } finally {
      await Promise.all(strangers.map((stranger) => stranger.stop()));
    }
  });

  it('keeps a few connections of one member, the newest ones', async () => {
    const { liar } = attacked();
    const opened: Connection[] = [];
    for (let i = 0; i < 3 * MAX_CONNECTIONS_PER_MEMBER; i++)
      opened.push(await liar.connect('Org3'));
    const open = () => opened.filter(({ status }) => status === 'open');
    await until(async () => open().length <= MAX_CONNECTIONS_PER_MEMBER);
    expect(open()).to.deep.equal(opened.slice(-open().length));
    expect(open()).to.include(opened.at(-1));
  });

  it('does not listen to a stranger whose gossip a member passes on', async () => {
    const { liar, honest } = attacked();
    const stream = await liar.gossipsWith(await liar.connect('Org3'));
    const log = peerLog(honest[2].home);
    await sendGossip(stream, [await strangersGossip(liar.topic, Buffer.from('hello'))], 1);
    const line = await log.line(({ msg }) => msg === 'dropped a gossiped message');
    expect(line).to.include({ reason: 'stranger', relay: 'Org4' });
  });
}
