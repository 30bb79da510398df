/** What a peer keeps of a liar: one file for each lie, which anybody can verify, found again after a restart. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Accused } from '../../../node/control/api.ts';
import { homeOf, type Home } from '../../../node/home/paths.ts';
import { createEvidence } from '../../../node/round/evidence.ts';
import { verifyEvidence } from '../../../protocol/evidence/verify.ts';
import { consortiumOf, said } from '../../protocol/consortium.ts';
import { both, flip, heardBy, lyingIn, ran } from '../../protocol/evidence/accused.ts';
import type { Room, RoomOptions } from '../../protocol/round/room.ts';

const world = consortiumOf(4);

/** B reveals another seed; and whatever it contributes and votes for, it says twice. */
const TWICE: RoomOptions = {
  lie: lyingIn('B', 'reveal', ({ selfSeed }) => ({ selfSeed: flip(selfSeed) })),
  way: (delivery) => {
    const { message, to } = delivery;
    if (message.signer !== 'B') return [delivery];
    if (message.type === 'prevote') {
      const set = flip(message.message.set);
      return [delivery, { to, message: said(world, 'B', 'prevote', { ...message.message, set }) }];
    }
    if (message.type !== 'contribution') return [delivery];
    const lanes = flip(message.message.lanes);
    const other = said(world, 'B', 'contribution', { ...message.message, lanes });
    return [delivery, { to, message: other }];
  },
};

describe('the evidence that a peer keeps', () => {
  let dir: string;
  let home: Home;
  let room: Room;
  const warned: string[] = [];
  before(() => (room = ran(world, TWICE)));
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-evidence-'));
    home = homeOf({ home: dir });
    warned.length = 0;
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  /** A peer of org A, whose machine has said all that it said in the room. */
  async function peer(of: Room = room, { lost = false } = {}) {
    const heard = heardBy(of, 'A');
    const written: Accused[] = [];
    const kept = createEvidence({
      home,
      consortium: world.consortium,
      store: { get: (id) => (lost ? undefined : (heard.get(id) as never)) },
      onWritten: (round, accused) => {
        expect(round).to.equal(of.terms.round);
        written.push(accused);
      },
      log: { debug() {}, info() {}, warn: (_, text) => void warned.push(text) },
    });
    for (const { after, effects } of of.log.get('A')!) kept.note(after, effects);
    await kept.settled();
    return { kept, written, accused: kept.of(of.terms.round) };
  }
  const names = () => readdirSync(home.round(room.terms.round).evidence).sort();

  it('is a file for each lie, which names the liar to anybody', async () => {
    const { accused, written } = await peer();
    expect(names()).to.deep.equal([
      'equivocation-B-2.evidence',
      'equivocation-B.evidence',
      'falseSeed-B.evidence',
    ]);
    expect(accused.map(({ org, lie }) => `${org} ${lie}`)).to.deep.equal([
      'B equivocation',
      'B equivocation',
      'B falseSeed',
    ]);
    expect(written).to.deep.equal(accused);
    for (const { file, lie, org, means } of accused) {
      const found = verifyEvidence(readFileSync(file), world.consortium);
      expect(found).to.include({ lie, org, means, round: room.terms.round });
      expect(statSync(file).mode & 0o777).to.equal(0o600);
      expect(warned).to.include(`${means}: the evidence is written`);
    }
  });

  it('is written once: a restarted peer, which accuses again, finds it', async () => {
    const first = await peer();
    const before = names().map((name) => statSync(join(home.round(room.terms.round).evidence, name)).ino); // prettier-ignore
    const again = await peer();
    expect(again.written).to.deep.equal([]);
    expect(again.accused).to.have.deep.members([...first.accused]);
    expect(names().map((name) => statSync(join(home.round(room.terms.round).evidence, name)).ino)).to.deep.equal(before); // prettier-ignore
  });

  it('passes over a file that proves nothing, and never writes over it', async () => {
    await peer();
    const file = join(home.round(room.terms.round).evidence, 'falseSeed-B.evidence');
    writeFileSync(file, 'spoilt');
    const { accused } = await peer();
    expect(names()).to.include('falseSeed-B-2.evidence');
    expect(readFileSync(file, 'utf8')).to.equal('spoilt');
    expect(accused.map((one) => one.file)).to.not.include(file);
  });

  it('is nothing where nobody lied, or nothing can be shown', async () => {
    const honest = ran(world, { nonce: 3 });
    expect((await peer(honest)).accused).to.deep.equal([]);
    const unseen = both(lyingIn('B', 'reveal', ({ set }) => ({ set: flip(set) })));
    expect((await peer(ran(world, { nonce: 4, lie: unseen }))).accused).to.deep.equal([]);
    expect((await peer(room, { lost: true })).accused).to.deep.equal([]);
    expect(readdirSync(dir)).to.deep.equal([]);
  });

  it('is told as not written when the disk refuses, and written by the next start', async () => {
    writeFileSync(join(dir, 'rounds'), 'in the way');
    expect((await peer()).accused).to.deep.equal([]);
    expect(warned).to.include('could not write evidence');
    rmSync(join(dir, 'rounds'));
    expect((await peer()).accused).to.have.length(3);
  });
});
