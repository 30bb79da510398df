/** report.html held against the report: one digit, one swapped figure, one added tag is enough to refuse the page. */
import { expect } from 'chai';
import fc from 'fast-check';
import { estimateText } from '../../../node/report/figures.ts';
import { PAGE_FORMAT, reportHtml } from '../../../node/report/html.ts';
import { checkPage } from '../../../node/report/page-check.ts';
import { hump, sampleReport } from './sample-report.ts';

const report = sampleReport({ read: hump(30_000, 1_800), transaction: hump(2_900, 310_000) });
const page = reportHtml(report);
const { read } = report.metrics;
const figure = (name: 'p50' | 'p95') => estimateText(read.latency.percentiles[name]);

/** The page with the first `from` behind a text replaced. */
function changed(from: string, to: string, behind = '<body>'): string {
  const start = page.indexOf(behind);
  const at = page.indexOf(from, start);
  expect(at, `${behind} … ${from}`).to.be.above(start);
  return page.slice(0, at) + to + page.slice(at + from.length);
}

const flaw = (html: string) => {
  const { ok, detail } = checkPage(html, report);
  expect(ok, detail).to.equal(false);
  return detail;
};

describe('report.html against the report', () => {
  it('holds as it was made, and names its format', () => {
    expect(checkPage(page, report)).to.deep.equal({
      name: 'page',
      ok: true,
      detail: `report.html is the page of this report (${PAGE_FORMAT})`,
    });
  });

  it('fails with one digit changed, and says where', () => {
    const label = '<th scope="row">submitted</th>';
    expect(flaw(changed('30,000', '30,001', label))).to.equal(
      'report.html at “submitted” has “30,001” where the report gives “30,000”',
    );
  });

  it('fails with two percentiles swapped', () => {
    const [p50, p95] = [figure('p50'), figure('p95')];
    expect(p50).not.to.equal(p95);
    const swapped = changed(p95, p50, '<th scope="row">p95</th>');
    expect(flaw(swapped)).to.equal(
      `report.html at “p95” has “${p50}” where the report gives “${p95}”`,
    );
  });

  it('fails with anything that runs, hides, covers or adds', () => {
    const additions: [string, string, string][] = [
      ['</main>', '<script>alert(1)</script></main>', '<body>'],
      ['</main>', '<p>p95: 1 ms</p></main>', '<body>'],
      ['</main>', '<!-- --></main>', '<body>'],
      ['<td>', '<td onclick="alert(1)">', '<body>'],
      ['<td>', '<td hidden>', '<body>'],
      ['</style>', 'td{display:none}</style>', '<head>'],
      ["default-src 'none'", "default-src 'self'", '<head>'],
      ['<rect ', '<rect opacity="0" ', '<svg'],
    ];
    for (const [from, to, behind] of additions) flaw(changed(from, to, behind));
    flaw(`${page} `);
    flaw(page.slice(0, -1));
  });

  it('fails with another figure in the JSON that it carries', () => {
    flaw(changed('"submitted":30000', '"submitted":30001', 'id="report"'));
  });

  it('fails as the page of another round, and says so', () => {
    const other = reportHtml({ ...report, round: 'ab'.repeat(32) });
    expect(flaw(other)).to.equal('report.html is of another round, abababab');
  });

  it('fails without a format, or with one that is not known', () => {
    expect(flaw('')).to.contain('names no page format');
    expect(flaw(changed(PAGE_FORMAT, 'constructor', '<head>'))).to.contain('names no page format');
    expect(flaw(changed(PAGE_FORMAT, 'hushmark-page/9', '<head>'))).to.contain('a newer release');
  });

  it('fails with any one character changed, in words that a terminal can show', () => {
    fc.assert(
      fc.property(
        fc.nat(page.length - 1),
        fc.constantFrom('\u001b', '9', '<', '"', '\n'),
        (at, to) => {
          fc.pre(page[at] !== to);
          expect(flaw(page.slice(0, at) + to + page.slice(at + 1))).to.match(/^\P{C}{20,400}$/u);
        },
      ),
      { numRuns: 300 },
    );
  });
});
