/** Messages of exactly the greatest size, and one byte more: by gossip, by request, to the control API. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Connection, Stream } from '@libp2p/interface';
import { expect } from 'chai';
import { readControlFile, type ControlFile } from '../../../node/control/control-file.ts';
import { encodeRequest } from '../../../node/net/exchange-frames.ts';
import { EXCHANGE_PROTOCOL } from '../../../node/net/exchange.ts';
import {
  MAX_ENVELOPE_BYTES,
  MAX_FRAME_BYTES,
  MAX_GOSSIP_FRAME_BYTES,
} from '../../../node/net/limits.ts';
import { peerLog, type PeerLog } from '../bad-input/peer-log.ts';
import type { AttackedWorld } from './attacked-world.ts';
import { ask, codeOf, sendGossip } from './hostile-peer.ts';

const MAX_BODY_BYTES = 64 * 1024;

export function sizes(attacked: () => AttackedWorld): void {
  let connection: Connection;
  let gossip: Stream;
  let log: PeerLog;

  before(async () => {
    const { liar, honest } = attacked();
    connection = await liar.connect('Org2');
    gossip = await liar.gossipsWith(connection);
    log = peerLog(honest[1].home);
  });

  const request = (bytes: Uint8Array) => codeOf(ask(connection, EXCHANGE_PROTOCOL, bytes));
  const put = (bytes: number) => encodeRequest({ kind: 'put', envelopes: [randomBytes(bytes)] });
  const sent = async (bytes: number) =>
    sendGossip(gossip, [await attacked().liar.gossip(randomBytes(bytes))], 1);

  it('takes gossip of the greatest size as far as its content, and drops one byte more by its size', async () => {
    await sent(MAX_ENVELOPE_BYTES);
    const judged = await log.line(
      ({ msg, from }) => msg === 'dropped a message' && from === 'Org4',
    );
    expect(judged.code).to.be.oneOf(['E_MALFORMED', 'E_TOO_LARGE']);
    await sent(MAX_ENVELOPE_BYTES + 1);
    const dropped = await log.line(({ msg }) => msg === 'dropped a gossiped message');
    expect(dropped).to.include({ reason: 'size', author: 'Org4' });
  });

  it('takes a request of the greatest size as far as its content, and refuses one byte more by its code', async () => {
    expect(await request(put(MAX_ENVELOPE_BYTES))).to.equal('answered');
    expect(await request(put(MAX_ENVELOPE_BYTES + 1))).to.equal('E_BAD_FRAME');
    expect(await request(randomBytes(MAX_FRAME_BYTES).fill(0xff, 0, 1))).to.equal('E_BAD_FRAME');
    expect(await request(new Uint8Array(MAX_FRAME_BYTES + 1))).to.equal('E_MESSAGE_TOO_LARGE');
  });

  it('reads no frame of gossip that is larger than allowed, and ends its stream', async () => {
    const ended = once(gossip as unknown as EventTarget, 'remoteCloseWrite');
    const large = await attacked().liar.gossip(new Uint8Array(MAX_GOSSIP_FRAME_BYTES));
    await sendGossip(gossip, [large], 1).catch(() => {});
    await ended;
  });

  it('takes a body of the greatest size to its control API as far as its content, and refuses one byte more', async () => {
    const { home } = attacked().honest[1];
    const { url, token } = readControlFile(join(home, 'node/control.json')) as ControlFile;
    const post = async (bytes: number) => {
      const body = JSON.stringify({ name: 'x'.repeat(bytes - '{"name":""}'.length) });
      expect(Buffer.byteLength(body)).to.equal(bytes);
      const answer = await fetch(`${url}/v1/rounds`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
      });
      const { code } = (await answer.json()) as { code: string };
      return [answer.status, code];
    };
    expect(await post(MAX_BODY_BYTES)).to.deep.equal([422, 'E_SCENARIO']);
    expect(await post(MAX_BODY_BYTES + 1)).to.deep.equal([413, 'E_CONTROL_BODY']);
  });
}
