import { expect } from 'chai';
import { cellBounds } from '../../../aggregation/index.ts';
import { reportText } from '../../../protocol/report.ts';
import { distributionSvg } from '../../../node/report/distribution-svg.ts';
import {
  countText,
  durationText,
  edgeText,
  intervalText,
  shareText,
  tpsText,
} from '../../../node/report/figures.ts';
import { embeddedJson, reportHtml } from '../../../node/report/html.ts';
import { reportTable } from '../../../node/report/table.ts';
import { hump, sampleReport } from './sample-report.ts';

const full = sampleReport({ read: hump(30_000, 1_800), transaction: hump(2_900, 310_000) });
const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'&';

describe('a figure in words', () => {
  it('gives durations four digits in a unit that fits', () => {
    expect([0, 999, 1_000, 12_345, 999_000, 1_204_000].map(durationText)).to.deep.equal([
      '0 µs',
      '999 µs',
      '1.000 ms',
      '12.35 ms',
      '999.0 ms',
      '1.204 s',
    ]);
    expect(durationText(null)).to.equal('–');
  });

  it('keeps the two ends of every interval of the grid apart, in one unit', () => {
    for (let cell = 1; cell < 720; cell += 1) {
      const { lowUs, highUs } = cellBounds(cell);
      const text = intervalText([lowUs, highUs]);
      const [, low, high] = /^\[([\d.]+), ([\d.]+)\) (µs|ms|s)$/.exec(text) ?? [];
      expect(Number(low), text).to.be.lessThan(Number(high));
    }
    expect(intervalText([100_663_296, null])).to.equal('over 100.7 s');
  });

  it('rounds no octave edge, because a rounded one would claim too much', () => {
    expect([64, 8_192, 4_194_304].map(edgeText)).to.deep.equal(['64 µs', '8.192 ms', '4.194304 s']);
  });

  it('writes thousandths and thousands exactly', () => {
    expect([0, 7, 48_333, 1_234_567_008].map(tpsText)).to.deep.equal([
      '0.000',
      '0.007',
      '48.333',
      '1,234,567.008',
    ]);
    expect(countText(1_000_000)).to.equal('1,000,000');
  });

  it('calls only all of it 100 %', () => {
    expect([
      shareText(99_999, 100_000),
      shareText(1, 3),
      shareText(5, 5),
      shareText(0, 0),
    ]).to.deep.equal(['99.99 %', '33.33 %', '100 %', '–']);
  });
});

describe('the table of a report', () => {
  const line = (table: string, label: string) =>
    table.split('\n').find((one) => one.startsWith(label)) ?? '';

  it('has reads and transactions apart, each percentile with its interval', () => {
    const table = reportTable(full);
    const { read, transaction } = full.metrics;
    expect(line(table, 'throughput')).to.contain(tpsText(read.throughputMilliTps));
    expect(line(table, 'throughput')).to.contain(tpsText(transaction.throughputMilliTps));
    const { p50 } = read.latency.percentiles;
    if ('suppressed' in p50) throw new Error('30,000 samples have a median');
    expect(line(table, 'latency p50')).to.contain(durationText(p50.estimateUs));
    expect(line(table, 'latency p50')).to.contain(intervalText(p50.intervalUs));
    expect(line(table, 'latency p99.9')).to.match(/\[.*fewer than 20 beyond/);
  });

  it('names every class of failure, the contributors, the window and the clocks', () => {
    const table = reportTable(full);
    for (const name of ['consensus', 'syntax', 'version', 'other'])
      expect(line(table, `failed: ${name}`)).to.match(/\d/);
    expect(line(table, 'failed: version')).to.match(/ 1$/);
    expect(table).to.contain('4 of 4 members contributed: Org1, Org2, Org3, Org4');
    expect(table).to.contain('window 12 s from 2026-03-01 12:00:00 UTC, after 3 s of warm-up');
    expect(table).to.contain('clocks within 412 µs');
  });

  it('holds for a round in which nothing was committed', () => {
    const table = reportTable(sampleReport());
    expect(line(table, 'latency average')).to.match(/–\s+–$/);
    expect(line(table, 'latency p50')).to.match(/no samples\s+– {2}no samples$/);
  });
});

describe('the page of a report', () => {
  it('holds the very report, byte for byte', () => {
    const page = reportHtml(full);
    const [, text = ''] =
      /<script type="application\/json" id="report">(.*)<\/script>/.exec(page) ?? [];
    expect(`${text.replaceAll('\\u003c', '<')}\n`).to.equal(reportText(full));
  });

  it('lets no text of a member become markup', () => {
    const named = {
      ...sampleReport({ transaction: hump(100, 5_000) }),
      scenario: hostile,
      workload: { class: hostile, description: hostile },
      sut: { type: hostile, version: hostile },
      consortium: { name: hostile, digest: hostile },
      environment: { [hostile]: hostile },
    };
    const page = reportHtml(named);
    expect(page.match(/<script/g)).to.have.length(1);
    expect(page.match(/<\/script/g)).to.have.length(1);
    expect(page).not.to.contain('<img');
    const [, text = ''] = /id="report">(.*)<\/script>/.exec(page) ?? [];
    expect((JSON.parse(text) as { scenario: string }).scenario).to.equal(hostile);
  });

  it('escapes JSON without changing what it means', () => {
    const text = JSON.stringify({ a: '<!--<script>' });
    expect(embeddedJson(text)).not.to.contain('<');
    expect(JSON.parse(embeddedJson(text))).to.deep.equal({ a: '<!--<script>' });
  });

  it('forbids itself everything but its own style, and asks for nothing from elsewhere', () => {
    const page = reportHtml(full);
    expect(page).to.contain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).not.to.match(/https?:|src=|href=|url\(|@import|<link/);
  });

  it('can be read aloud: one first heading, a caption for every table, a title for every plot', () => {
    const page = reportHtml(full);
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
    expect(count(/<h1/g)).to.equal(1);
    expect(count(/<caption/g))
      .to.equal(count(/<table/g))
      .and.to.be.greaterThan(4);
    expect(count(/role="img" aria-labelledby/g)).to.equal(2);
    expect(page).to.contain('<html lang="en">');
  });

  it('says what is not proven, and more of it with three contributors', () => {
    const three = sampleReport({ members: ['Org1', 'Org2', 'Org3'] });
    expect(reportHtml(full)).to.contain('What is not proven').and.not.to.contain('the other two');
    expect(reportHtml(three)).to.contain('each knows the sum of the other two');
  });

  it('is the same for the same report', () => {
    expect(reportHtml(full)).to.equal(reportHtml(full));
  });
});

describe('the plot of a distribution', () => {
  it('shows every committed transaction in some bar', () => {
    const svg = distributionSvg(full, 'transaction', 'plot');
    const counts = [...svg.matchAll(/: ([\d,]+)<\/title><\/rect>/g)].map(([, text = '']) =>
      Number(text.replaceAll(',', '')),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).to.equal(2_900);
  });

  it('stays within its frame, for one latency, the shortest and those above the grid', () => {
    for (const transaction of [[5_000], [0], [150_000_000], [0, 150_000_000]]) {
      const svg = distributionSvg(sampleReport({ transaction }), 'transaction', 'plot');
      expect(svg).not.to.contain('NaN').and.not.to.contain('Infinity');
      for (const [, x = '', width = ''] of svg.matchAll(
        /<rect x="([^"]+)" y="[^"]+" width="([^"]+)"/g,
      )) {
        expect(Number(x)).to.be.at.least(12);
        expect(Number(x) + Number(width)).to.be.at.most(468);
      }
    }
  });

  it('is left out when nothing was committed', () => {
    expect(distributionSvg(sampleReport(), 'read', 'plot')).to.equal('');
    expect(reportHtml(sampleReport())).to.contain('Nothing was committed.');
  });
});
