/** A member that sends as much as it can of everything that the protocol knows, to one peer. */
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import type { Connection, Stream } from '@libp2p/interface';
import { expect } from 'chai';
import { MAX_ENVELOPE_BYTES, MAX_STREAMS } from '../../../node/net/limits.ts';
import { proposalOf } from '../../../node/proposal.ts';
import { checkScenario } from '../../../node/scenario-file.ts';
import type { AttackedWorld } from './attacked-world.ts';
import { codeOf, exchange, sendGossip } from './hostile-peer.ts';
import { whileWatching, type Noticed } from './watching.ts';

const MIB = 2 ** 20;
/** What a flood may do to a peer on a machine that is busy with the flood itself. */
const BOUNDS = { slowestMs: 2_000, grownBytes: 64 * MIB, logBytes: MIB };
/** Too many at 50 per second, and at every higher speed (attacked-world.ts). */
const MOST_REQUESTS = 10_000;
const SCENARIO = checkScenario({
  name: 'flood',
  sut: { type: 'ledger', version: '1' },
  workload: { class: 'flood', description: 'of proposals' },
  warmUpSeconds: 0,
  runSeconds: 1,
});

export function floods(attacked: () => AttackedWorld): void {
  let connection: Connection;
  let gossip: Stream;
  beforeEach(async () => {
    connection = await attacked().liar.connect('Org1');
    gossip = await attacked().liar.gossipsWith(connection);
  });

  const many = <T>(count: number, make: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => make(index));

  async function borne(work: () => Promise<unknown>): Promise<void> {
    const { honest, world } = attacked();
    const noticed = await whileWatching(honest[0], work);
    // a machine on which a peer takes long to start takes as much longer to answer
    const slowestMs = Math.max(BOUNDS.slowestMs, 400 * world.startSeconds);
    for (const [what, bound] of Object.entries({ ...BOUNDS, slowestMs }))
      expect(noticed[what as keyof Noticed], what).to.be.below(bound);
  }

  it('of gossip with false signatures', async () => {
    const { liar } = attacked();
    const sound = await liar.gossip(randomBytes(200));
    const messages = many(20_000, () => ({ ...sound, signature: randomBytes(64) }));
    await borne(() => sendGossip(gossip, messages, 500));
  });

  it('of the largest messages of gossip', async () => {
    const { liar } = attacked();
    const largest = () => liar.gossip(randomBytes(MAX_ENVELOPE_BYTES));
    const messages = await Promise.all(many(100, largest));
    await borne(() => sendGossip(gossip, messages, 10));
  });

  it('of small messages of gossip, which it reads ever more slowly', async () => {
    const { liar } = attacked();
    const messages = await Promise.all(many(4_000, () => liar.gossip(randomBytes(20))));
    const startedMs = performance.now();
    // whoever floods waits, and nobody else: it is not waited for to the end
    const sending = sendGossip(gossip, messages, 500).then(() => performance.now() - startedMs);
    await borne(() => Promise.race([sending, delay(3_000)]));
    sending.catch(() => {});
  });

  it('of requests, and hang up on who sends too many', async () => {
    const answers: string[] = [];
    const request = { kind: 'compare', digest: '00'.repeat(32) } as const;
    const askOn = async () => {
      while (connection.status === 'open' && answers.length < MOST_REQUESTS)
        answers.push(await codeOf(exchange(connection, request)));
    };
    // of more streams at a time, those beyond would be refused before they count
    await borne(() => Promise.all(many(MAX_STREAMS - 4, askOn)));
    expect(connection.status).to.not.equal('open');
    expect(answers).to.include.members(['answered', 'E_PEER_BUSY']);
  });

  it('of signed statements for rounds that nobody knows', async () => {
    const { liar } = attacked();
    const [context, set] = [randomBytes(32), randomBytes(32)];
    const statements = many(8_000, () =>
      liar.sealed({
        type: 'prevote',
        message: { round: randomBytes(32), sum: 'main', context, view: 0, set },
      }),
    );
    await borne(async () => {
      const puts = many(8, (part) => statements.slice(1_000 * part, 1_000 * (part + 1)));
      const answers = await Promise.all(
        puts.map((envelopes) => codeOf(exchange(connection, { kind: 'put', envelopes }))),
      );
      for (const answer of answers) expect(answer).to.be.oneOf(['answered', 'E_PEER_TIMEOUT']);
    });
  });

  it('of sound proposals, of which it takes a few', async () => {
    const { liar, honest } = attacked();
    const [first] = honest;
    const proposals = many(200, () =>
      liar.sealed({
        type: 'proposal',
        message: proposalOf(liar.consortium, liar.org, SCENARIO, '0.1.0', Date.now()),
      }),
    );
    await borne(() => codeOf(exchange(connection, { kind: 'put', envelopes: proposals })));
    const taken = (await first.control.rounds()).filter(({ proposer }) => proposer === liar.org);
    expect(taken).to.have.length.within(1, 8);
  });
}
