import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { homeOf, type Home } from '../../../node/home/paths.ts';
import { readDisclosures } from '../../../node/own/disclosure-ledger.ts';
import { openKeeping, type Keeping, type KeepingOptions } from '../../../node/own/keeping.ts';
import { ownMetrics, readOwnRecord } from '../../../node/own/own-record.ts';
import type { RoundVault } from '../../../node/round/round-parts.ts';
import { sha256 } from '../../../protocol/digest.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { lanesOf } from '../../protocol/round/lanes.ts';
import { createRoom, type Room } from '../../protocol/round/room.ts';
import { modeOf, useTemporaryDir } from '../home/temporary-dir.ts';

const silent = { debug() {}, info() {}, warn() {} };
const ENVELOPE = Buffer.from('a masked contribution');

describe('what a peer keeps at home', () => {
  const dir = useTemporaryDir();
  const world = consortiumOf(4);
  let room: Room;
  let home: Home;
  let masked: number;

  /** A vault that masks, and nothing else. */
  const vault = {
    mask: () => {
      masked++;
      return Promise.resolve(ENVELOPE);
    },
  } as unknown as RoundVault;

  const nothing = { rounds: () => [], signedBy: () => [] };
  const open = (store: KeepingOptions['store'] = nothing): Keeping =>
    openKeeping({
      home,
      self: 'A',
      consortium: world.consortium,
      clock: { nowMs: () => 1_900_000_000_000.4 },
      store,
      log: silent,
    });
  const mask = (keeping: Keeping) =>
    keeping.recording(vault, room.terms).mask({
      sum: 'main',
      context: new Uint8Array(32),
      lanes: lanesOf('A', 'load'),
      clockBoundUs: 900,
      earlier: [],
    });

  beforeEach(() => {
    masked = 0;
    room = createRoom(world);
    home = homeOf({ home: dir() });
    mkdirSync(home.node.dir, { recursive: true });
  });

  it('names a contribution in the ledger before anybody gets it', async () => {
    const envelope = await mask(open());
    expect(envelope).to.equal(ENVELOPE);
    const [line] = readDisclosures(home.node.disclosures);
    expect(line).to.deep.include({
      round: room.terms.round,
      sum: 'main',
      layout: 'main-v1',
      lanes: 1461,
      bytes: 11_688,
      roster: ['A', 'B', 'C', 'D'],
      contribution: sha256(ENVELOPE).toString('hex'),
      certified: null,
    });
    expect(line?.consortium.digest).to.equal(world.consortium.digest.toString('hex'));
  });

  it('hands out no contribution that the ledger could not take', async () => {
    const keeping = open();
    mkdirSync(home.node.disclosures);
    const error = await mask(keeping).then(
      () => null,
      (reason: unknown) => reason as { code: string },
    );
    expect(error?.code).to.equal('E_IO');
    expect(masked).to.equal(1);
  });

  it('goes on with no ledger that lacks what the transcript has, and leaves it as it is', async () => {
    room.load();
    room.finish();
    const own = room.sent.filter(({ signer }) => signer === 'A');
    const { round } = room.terms;
    const envelopes = own.map((message) => ({ ...message, round, addressee: null, receivedMs: 1 }));
    const store = { rounds: () => [round], signedBy: () => envelopes };
    await mask(open());
    const text = readFileSync(home.node.disclosures, 'utf8');
    expect(() => open(store))
      .to.throw(/lacks the contribution to round/)
      .with.property('code', 'E_DISCLOSURE_LEDGER');
    expect(readFileSync(home.node.disclosures, 'utf8')).to.equal(text);
    const { id = '' } = own.find(({ type }) => type === 'contribution') ?? {};
    const hash = sha256(ENVELOPE).toString('hex');
    writeFileSync(home.node.disclosures, text.replace(hash, id));
    expect(() => open(store)).not.to.throw();
  });

  it('notes the certificate of a sum once it is known', async () => {
    const keeping = open();
    await mask(keeping);
    keeping.noteCertificates(room.state('A'));
    expect(readDisclosures(home.node.disclosures)[0]?.certified).to.equal(null);
    room.load();
    room.finish();
    keeping.noteCertificates(room.state('A'));
    keeping.noteCertificates(room.state('A'));
    expect(readDisclosures(home.node.disclosures)).to.have.length(1);
    expect(readDisclosures(home.node.disclosures)[0]?.certified?.contributors).to.deep.equal([
      'A',
      'B',
      'C',
      'D',
    ]);
  });

  it('keeps own counts for its owner alone, and reads back the same figures', async () => {
    const workers = [{ planned: 5, achieved: 4, shed: 1, lagUs: { p50: 1, p99: 2.5, max: 9 } }];
    const lanes = lanesOf('A', 'load');
    await open().keepOwn(room.terms, lanes, workers);
    const paths = home.round(room.terms.round);
    expect(await modeOf(paths.own)).to.equal(0o600);
    const record = await readOwnRecord(paths);
    expect(record).to.deep.include({ org: 'A', layout: 'main-v1', workers });
    const { read, transaction } = ownMetrics(record);
    const sum = (part: Float64Array) => part.reduce((total, count) => total + count, 0);
    expect(read.counts.submitted + transaction.counts.submitted).to.be.above(0);
    expect(sum(Float64Array.from(record.lanes.map(([, count]) => count)))).to.equal(sum(lanes));
  });

  it('goes on with the round when own counts cannot be kept', async () => {
    writeFileSync(`${home.dir}/own`, 'no folder');
    await open().keepOwn(room.terms, lanesOf('A', 'load'), []);
  });

  it('says that there are no counts, or that they are damaged', async () => {
    const paths = home.round(room.terms.round);
    const code = () =>
      readOwnRecord(paths).then(
        () => '',
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await code()).to.equal('E_NO_OWN_DATA');
    mkdirSync(paths.ownDir, { recursive: true });
    for (const text of ['', '{}', '{"format":"hushmark-own/1","lanes":[[-1,1]]}']) {
      writeFileSync(paths.own, text);
      expect(await code()).to.equal('E_OWN_DATA');
    }
  });
});
