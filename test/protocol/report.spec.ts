/** The report: one text, the same bytes on every peer, with nothing in it that the sum and the proposal do not say. */
import { expect } from 'chai';
import { laneIndex, mainLayout, metricsOf } from '../../aggregation/index.ts';
import { canonicalJson, type Json } from '../../protocol/canonical-json.ts';
import { hex, sha256 } from '../../protocol/digest.ts';
import { publishedReport } from '../../protocol/publish.ts';
import { reportDigest, reportText, type Report } from '../../protocol/report.ts';
import type { Payload } from '../../protocol/statement.ts';
import { consortiumOf } from './consortium.ts';
import { lanesOf, plainSum } from './round/lanes.ts';
import { createRoom, type RoomOptions } from './round/room.ts';

const world = consortiumOf(4);
const layout = mainLayout();

function ran(options: RoomOptions = {}) {
  const room = createRoom(world, options);
  room.load();
  room.finish();
  return room;
}

const room = ran();
const reportAt = (org: string, of = room) => publishedReport(world.consortium, of.state(org));
const report = reportAt('A');
const text = reportText(report);
const plain = plainSum(world.orgs.map((org) => lanesOf(org, 'input-of-main')));

describe('the report', () => {
  it('is canonical JSON and one line end', () => {
    expect(text.endsWith('}\n')).to.equal(true);
    expect(`${canonicalJson(JSON.parse(text) as Json)}\n`).to.equal(text);
  });

  it('is the same text at every org, and what all of them signed', () => {
    for (const org of world.orgs) expect(reportText(reportAt(org))).to.equal(text);
    const results = room.sent.filter((s) => s.type === 'result');
    expect(results).to.have.length(4);
    for (const { message } of results)
      expect(hex((message as Payload<'result'>).reportDigest)).to.equal(hex(reportDigest(text)));
    expect(hex(reportDigest(text))).to.equal(hex(sha256(Buffer.from(text))));
  });

  it('holds the metrics that the plain counts of all orgs give', () => {
    const windowMs = room.terms.schedule.runMs;
    expect(report.metrics).to.deep.equal(metricsOf(layout, plain, { windowMs, contributors: 4 }));
  });

  it('holds the non-empty cells of the summed histograms', () => {
    for (const kind of ['read', 'transaction'] as const) {
      const first = laneIndex(layout, `${kind}.latency`);
      expect(report.cells[kind]).to.have.length.above(5);
      for (const [cell, count] of report.cells[kind])
        expect(count)
          .to.equal(plain[first + cell])
          .and.be.above(0);
      const total = report.cells[kind].reduce((sum, [, count]) => sum + count, 0);
      expect(total).to.equal(plain[laneIndex(layout, `${kind}.committed`)]);
    }
  });

  it('names round, network, window and threshold as the proposal fixed them', () => {
    const { schedule, round } = room.terms;
    expect(report.round).to.equal(round);
    expect(report.consortium).to.deep.equal({ name: 'test', digest: hex(world.consortium.digest) });
    expect(report.network).to.deep.equal({
      members: world.orgs,
      contributors: world.orgs,
      f: 1,
      q: 3,
      threshold: "the submitter's own peer",
    });
    expect(report.window).to.deep.equal({
      fromMs: schedule.startMs + schedule.warmUpMs,
      toMs: schedule.startMs + schedule.warmUpMs + schedule.runMs,
      warmUpMs: schedule.warmUpMs,
      runMs: schedule.runMs,
      drainMs: schedule.drainMs,
    });
  });

  it('bounds the clocks by the worst of the roster', () => {
    expect(report.clockBoundUs).to.equal(100 + 'D'.charCodeAt(0));
  });

  it('names each sum by its context, set and lanes', () => {
    const two = ran({ sums: ['main', 'second'] });
    const { sums } = reportAt('C', two);
    const states = two.state('C').sums;
    expect(sums.map(({ id }) => id)).to.deep.equal(['main', 'second']);
    for (const [i, sum] of sums.entries()) {
      expect(sum.context).to.equal(hex(states[i]!.context!));
      expect(sum.set).to.equal(hex(states[i]!.certified!.hash));
      expect(sum.lanesDigest).to.equal(hex(sha256(states[i]!.lanes!)));
      expect(sum.contributors).to.deep.equal(world.orgs);
    }
  });

  it('says of each item of PSWG section 4 what it is, or that it was not disclosed', () => {
    const items = Object.values(report.environment);
    expect(items).to.have.length(13);
    expect(items.filter((item) => item === 'not disclosed').length).to.be.within(1, 10);
    expect(items.every((item) => item.length > 0)).to.equal(true);
  });

  it('holds integers and texts only, no signature and no instant but of the window', () => {
    const numbers: [string, number][] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'number') numbers.push([path, value]);
      else if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    walk(report, '');
    expect(numbers.every(([, n]) => Number.isSafeInteger(n))).to.equal(true);
    const instants = numbers.filter(([, n]) => n > 1_000_000_000_000).map(([path]) => path);
    expect(instants).to.have.members(['.window.fromMs', '.window.toMs']);
    expect(text).to.not.match(/signature|[0-9a-f]{128}/);
  });

  it('is another one for one count more, and for another round', () => {
    const more = ran({
      lanes: (org, input) => {
        const own = lanesOf(org, input);
        if (org === 'A') own[laneIndex(layout, 'read.committedInWindow')]! += 1;
        return own;
      },
    });
    const texts = [text, reportText(reportAt('A', more)), reportText(reportAt('A', ran({ nonce: 1 })))]; // prettier-ignore
    expect(new Set(texts).size).to.equal(3);
  });

  it('tells nothing of any one org but that it took part', () => {
    const swapped = ran({
      // A counts what B counted, and B what A did: the sum is the same
      lanes: (org, input) => lanesOf({ A: 'B', B: 'A' }[org] ?? org, input),
    });
    const blank = ({ sums, ...rest }: Report) => ({
      ...rest,
      sums: sums.map(({ set: _set, ...sum }) => sum),
    });
    expect(blank(reportAt('A', swapped))).to.deep.equal(blank(report));
  });
});
