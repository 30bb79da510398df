/** What strangers and lying members send to a real peer: each thing is dropped by its code, and nothing changes. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { generateKeyPair } from '@libp2p/crypto/keys';
import { noise } from '@libp2p/noise';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';
import { tcp } from '@libp2p/tcp';
import { yamux } from '@libp2p/yamux';
import { multiaddr } from '@multiformats/multiaddr';
import { createLibp2p } from 'libp2p';
import { expect } from 'chai';
import { kindOf, type ErrorCode } from '../../../node/error-catalogue.ts';
import { EXCHANGE_PROTOCOL } from '../../../node/net/exchange.ts';
import { proposalOf } from '../../../node/proposal.ts';
import { checkScenario } from '../../../node/scenario-file.ts';
import { open, seal, type Payload } from '../../../protocol/index.ts';
import { startPeer, type Peer } from '../../../scenarios/demo/bench-node.ts';
import { until } from '../one-round.ts';
import { finishedWorld, type FinishedWorld } from './finished-world.ts';
import { hostileMember, type HostileMember } from './hostile-member.ts';
import { peerLog, type LogLine, type PeerLog } from './peer-log.ts';

type Proposal = Payload<'proposal'>;

const SCENARIO = checkScenario({
  name: 'asset-transfer',
  sut: { type: 'ledger', version: '1' },
  workload: { class: 'asset-transfer', description: 'transfers' },
  warmUpSeconds: 0,
  runSeconds: 1,
});

describe('a running peer', function () {
  this.timeout(240_000);
  let world: FinishedWorld;
  let peer: Peer;
  let liar: HostileMember;
  let log: PeerLog;
  let heard: Uint8Array[];

  before(async () => {
    world = await finishedWorld();
    heard = transcript(world.home('Org1'));
    peer = await startPeer('Org1', world.home('Org1'), world.passphrase('Org1'));
    liar = await hostileMember({
      org: 'Org3',
      home: world.home('Org3'),
      passphraseFile: world.passphrase('Org3'),
      consortiumFile: world.consortium,
      victim: 'Org1',
    });
    log = peerLog(peer.home);
  });
  after(async () => {
    await liar?.host.stop();
    await peer?.stop();
    world?.remove();
  });

  /** Every envelope that the peer keeps; it reads beside the peer, as WAL allows. */
  function transcript(home: string): Uint8Array[] {
    const db = new DatabaseSync(join(home, 'node/rounds.db'), { readOnly: true });
    const rows = db.prepare('SELECT bytes FROM envelope ORDER BY seq').all();
    db.close();
    return rows.map(({ bytes }) => bytes as Uint8Array);
  }

  /** One line of the log for what was dropped, with its code and what to do next. */
  function expectDropped({ code = '', message = '', from, msg }: LogLine): string {
    expect({ from, msg }).to.deep.equal({ from: 'Org3', msg: 'dropped a message' });
    expect(kindOf(code), code).not.to.equal(undefined);
    expect(message, code).to.match(/^.+[:.] .+/);
    return code;
  }

  it('refuses a stranger who dials', async () => {
    const privateKey = await generateKeyPair('Ed25519');
    const stranger = await createLibp2p({
      privateKey,
      transports: [tcp()],
      connectionEncrypters: [noise()],
      streamMuxers: [yamux()],
    });
    try {
      const { addresses } = await peer.control.status();
      const closed = once(stranger as unknown as EventTarget, 'peer:disconnect');
      // the dial itself may resolve: the other side refuses a moment later
      const dialled = await stranger.dial(multiaddr(addresses[0] as string)).then(
        () => true,
        () => false,
      );
      if (dialled) await closed;
      const peerId = peerIdFromPrivateKey(privateKey).toString();
      const line = await log.line((one) => one.peerId === peerId);
      expect(line.code).to.equal('E_STRANGER');
      expect(line.msg).to.match(/^refused a stranger\. Nothing was said to it/);
      expect((await peer.control.status()).connected).to.deep.equal(['Org3']);
    } finally {
      await stranger.stop();
    }
  });

  it('drops every message with a flipped bit, wherever it is, and changes nothing', async () => {
    const types = new Set(heard.map((bytes) => open(liar.consortium, bytes).type));
    expect(types.size).to.be.above(10);
    log.fresh();
    const flipped = heard.flatMap((bytes) =>
      [0, 0.3, 0.6, 0.99].map((share) => {
        const changed = Buffer.from(bytes);
        const at = Math.floor(bytes.length * share);
        changed[at] = (changed[at] as number) ^ (1 << (at & 7));
        return changed;
      }),
    );
    await liar.put('Org1', flipped);
    const lines = log.fresh();
    expect(lines).to.have.length(flipped.length);
    const codes = new Set(lines.map(expectDropped));
    expect([...codes]).to.include('E_BAD_SIGNATURE');
    for (const code of codes)
      expect(code).to.be.oneOf([
        ...['E_BAD_SIGNATURE', 'E_MALFORMED', 'E_NOT_CANONICAL'],
        ...['E_UNKNOWN_TYPE', 'E_NOT_A_MEMBER', 'E_TOO_LARGE'],
      ]);
    expect(transcript(peer.home)).to.deep.equal(heard);
  });

  describe('given a proposal', () => {
    const stranger = generateKeyPairSync('ed25519').privateKey;
    const by = (key: KeyObject) => (bytes: Uint8Array) => sign(null, bytes, key);
    const proposal = (change: Partial<Proposal> = {}): Proposal => ({
      ...proposalOf(liar.consortium, 'Org3', SCENARIO, '0.1.0', Date.now()),
      ...change,
    });
    const sealed = (signer: string, message: Proposal, signing = liar.identity.sign) =>
      seal(liar.consortium.digest, signer, { type: 'proposal', message }, signing);
    const rows: Record<string, [code: ErrorCode, envelope: () => Uint8Array]> = {
      'by a stranger': ['E_NOT_A_MEMBER', () => sealed('Org9', proposal(), by(stranger))],
      'by a stranger in the name of a member': [
        'E_BAD_SIGNATURE',
        () => sealed('Org2', proposal({ proposer: 'Org2' }), by(stranger)),
      ],
      'by a member in the name of another': [
        'E_PEER_REFUSED',
        () => sealed('Org3', proposal({ proposer: 'Org2' })),
      ],
      'whose time is over': [
        'E_PEER_REFUSED',
        () =>
          sealed(
            'Org3',
            proposalOf(liar.consortium, 'Org3', SCENARIO, '0.1.0', Date.now() - 400_000),
          ),
      ],
      'against the policy': ['E_PROPOSAL', () => sealed('Org3', proposal({ f: 0 }))],
      'that counts what nobody can count': [
        'E_SCENARIO',
        () => {
          const plain = proposal();
          return sealed('Org3', {
            ...plain,
            sums: plain.sums.map((sum) => ({ ...sum, input: 'wishes' })),
          });
        },
      ],
      'that is none': ['E_MALFORMED', () => Buffer.from('a proposal, please')],
    };

    for (const [what, [code, envelope]] of Object.entries(rows))
      it(`${what}, drops it by its code`, async () => {
        log.fresh();
        const known = await peer.control.rounds();
        const kept = transcript(peer.home);
        await liar.put('Org1', [envelope()]);
        expect(log.fresh().map(expectDropped)).to.deep.equal([code]);
        expect(await peer.control.rounds()).to.deep.equal(known);
        expect(transcript(peer.home)).to.deep.equal(kept);
      });
  });

  it('refuses bytes that are no request, and goes on serving', async () => {
    const refused = await liar.host
      .request('Org1', EXCHANGE_PROTOCOL, Buffer.from('ff00ff', 'hex'))
      .then(
        () => expect.fail('it was answered'),
        (error: { code: string; details: { code: string } }) => error,
      );
    expect([refused.code, refused.details.code]).to.deep.equal(['E_PEER_REFUSED', 'E_BAD_FRAME']);
    const message = proposalOf(liar.consortium, 'Org3', SCENARIO, '0.1.0', Date.now());
    const sound = seal(
      liar.consortium.digest,
      'Org3',
      { type: 'proposal', message },
      liar.identity.sign,
    );
    await liar.host.publish(sound);
    await until(async () =>
      (await peer.control.rounds()).some(({ phase }) => phase === 'proposed'),
    );
    expect(transcript(peer.home)).to.deep.equal([...heard, sound]);
  });
});
