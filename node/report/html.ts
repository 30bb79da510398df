/**
 * A report as one HTML file for people: no script runs, nothing is fetched, it can be printed, and the report itself is in
 * it. Pure: the same report gives the same page.
 */
import { reportText, type Report } from '../../protocol/report.ts';
import { distributionSvg } from './distribution-svg.ts';
import {
  contributorsText,
  countRows,
  shareText,
  durationText,
  estimateText,
  instantText,
  KINDS,
  type Kind,
  latencyRows,
  PERCENTILES,
  proofText,
  secondsText,
  tpsText,
  type Row,
} from './figures.ts';
import { STYLE } from './style.ts';

/** The bytes of a format's pages never change: `audit verify` makes them again, see page-check.ts. */
export const PAGE_FORMAT = 'hushmark-page/1';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** JSON in which no `<` is left: it cannot end the script element that it stands in, and still means the same. */
export function embeddedJson(text: string): string {
  return text.trim().replaceAll('<', '\\u003c');
}

export function reportHtml(report: Report): string {
  const title = escapeHtml(`${report.scenario}: round ${report.round.slice(0, 8)}`);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<meta name="generator" content="${PAGE_FORMAT}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${title}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    header(report),
    headline(report),
    figures(report),
    latency(report),
    distribution(report),
    network(report),
    environment(report),
    notProven(report),
    verification(report),
    '</main>',
    `<script type="application/json" id="report">${embeddedJson(reportText(report))}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function header({ scenario, sut, workload, consortium, round, proposer }: Report): string {
  const line = `${sut.type} ${sut.version} · ${consortium.name} · proposed by ${proposer}`;
  return `<header><h1>${escapeHtml(scenario)}</h1>
<p class="lead">${escapeHtml(line)}</p>
<p>${escapeHtml(workload.class)}: ${escapeHtml(workload.description)}</p>
<p class="digest">round <code>${escapeHtml(round)}</code></p></header>`;
}

/** Four numbers that a reader looks for first. */
function headline(report: Report): string {
  const { metrics, network: n } = report;
  const { transaction } = metrics;
  const { p50, p95 } = transaction.latency.percentiles;
  const { submitted, committed } = transaction.counts;
  const tiles = [
    ['Committed transactions per second', tpsText(transaction.throughputMilliTps)],
    ['Transaction latency, p50', estimateText(p50)],
    ['Transaction latency, p95', estimateText(p95)],
    ['Transactions committed', shareText(committed, submitted)],
    ['Organisations in the sum', `${n.contributors.length} of ${n.members.length}`],
  ];
  const items = tiles.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return `<dl class="tiles">${items.join('')}</dl>`;
}

function figures(report: Report): string {
  return section(
    'Throughput and outcomes',
    table('All organisations together', countRows(report)) +
      note(
        'Throughput counts what was committed valid within the window. All other rows count what was intended within the window, whatever became of it.',
      ),
  );
}

function latency(report: Report): string {
  const rows = PERCENTILES.map(([name, label]) => {
    const text = (kind: Kind) => {
      const percentile = report.metrics[kind].latency.percentiles[name];
      return `${estimateText(percentile)}<span class="proof">${proofText(percentile)}</span>`;
    };
    return { label, read: text('read'), transaction: text('transaction') };
  });
  const percentiles = table(
    'Percentiles: the estimate, and under it the interval that the sum proves',
    rows,
  );
  return section(
    'Latency',
    table('Average, deviation, extremes', latencyRows(report)) +
      percentiles +
      note(
        `From the intended send to the commit at ${escapeHtml(report.network.threshold)}. Low and high are edges of octaves: the exact extremes would be single transactions of single organisations. A percentile with fewer than 20 samples beyond it is not given.`,
      ),
  );
}

function distribution(report: Report): string {
  const plots = KINDS.flatMap((kind) => {
    const svg = distributionSvg(report, kind, `plot-${kind}`);
    const name = kind === 'read' ? 'Reads' : 'Transactions';
    return svg ? [`<figure>${svg}<figcaption>${name}</figcaption></figure>`] : [];
  });
  const body = plots.length > 0 ? plots.join('') : '<p>Nothing was committed.</p>';
  return section('Distribution', `<div class="plots">${body}</div>`);
}

function network(report: Report): string {
  const { network: n, window, grid, clockBoundUs, consortium } = report;
  const absent = n.members.filter((org) => !n.contributors.includes(org));
  const rows: [string, string][] = [
    ['Consortium', `${consortium.name}, ${n.members.length} organisations in this round`],
    ['In the sum', contributorsText(report)],
    ['Not in the sum', absent.join(', ') || 'nobody'],
    ['Agreement', `certified by at least ${n.q}; up to ${n.f} faulty tolerated`],
    ['Commit observed at', n.threshold],
    ['Window', `${instantText(window.fromMs)} to ${instantText(window.toMs)}`],
    ['Warm-up before it', `${secondsText(window.warmUpMs)}, not counted`],
    ['Wait for late commits', `at most ${secondsText(window.drainMs)}`],
    ['Clocks', `no two further apart than ${durationText(clockBoundUs)}`],
    ['Latency grid', grid],
    ...differencingRows(report),
  ];
  return section('Who took part, and how', plainTable('The round', rows));
}

function differencingRows({ differencing }: Report): [string, string][] {
  const { comparable, exception } = differencing;
  const rounds = comparable.map((round) => round.slice(0, 8)).join(', ');
  return [
    ...(rounds ? [['Comparable rounds', rounds] as [string, string]] : []),
    ...(exception === null
      ? []
      : [['Exception from one set in all of them', exception] as [string, string]]),
  ];
}

function environment({ environment: items }: Report): string {
  const rows = Object.entries(items).map(([key, value]): [string, string] => [words(key), value]);
  return section('Environment', plainTable('What PSWG asks a report to state (section 4)', rows));
}

function notProven({ network: n }: Report): string {
  const three = n.contributors.length === 3;
  const claims = [
    'That each organisation measured honestly. The sum is exactly what the contributors put in; a member can lie about its own data, and nobody can see it.',
    `That all of the network had committed. Latency ends at ${n.threshold}, not when the last peer had the block.`,
    'What is marked “not disclosed”, and what members state about their environment.',
    `That nobody can learn more together: all contributors but one, colluding, can subtract themselves and are left with the last one's figures.${three ? ' With three contributors, each knows the sum of the other two.' : ''}`,
    'That participation is secret: who took part is public.',
  ];
  const items = claims.map((claim) => `<li>${escapeHtml(claim)}</li>`);
  return section('What is not proven', `<ul>${items.join('')}</ul>`);
}

function verification({ sums, consortium }: Report): string {
  const rows = sums.flatMap(({ id, layout, set, lanesDigest }): [string, string][] => [
    [`Sum ${id}`, layout],
    ['Certified set', set],
    ['Summed lanes, SHA-256', lanesDigest],
  ]);
  return section(
    'Verify it',
    `<p>This page carries no signatures; the bundle does. Anybody can recompute every figure from it, offline and without keys:</p>
<pre><code>bench-node audit verify round.bundle --consortium consortium.json</code></pre>
${plainTable('What the report binds', [['Consortium digest', consortium.digest], ...rows], true)}`,
  );
}

function section(title: string, body: string): string {
  return `<section><h2>${title}</h2>\n${body}</section>`;
}

function note(text: string): string {
  return `<p class="note">${text}</p>`;
}

function table(caption: string, rows: readonly Row[]): string {
  const body = rows.map(
    ({ label, read, transaction }) =>
      `<tr><th scope="row">${label}</th><td>${read}</td><td>${transaction}</td></tr>`,
  );
  return `<table><caption>${caption}</caption>
<thead><tr><td></td><th scope="col">reads</th><th scope="col">transactions</th></tr></thead>
<tbody>${body.join('')}</tbody></table>`;
}

/** Names and texts that come from people. */
function plainTable(
  caption: string,
  rows: readonly (readonly [string, string])[],
  digests = false,
): string {
  const body = rows.map(([name, value]) => {
    const text = escapeHtml(value);
    return `<tr><th scope="row">${escapeHtml(name)}</th><td>${digests ? `<code>${text}</code>` : text}</td></tr>`;
  });
  return `<table class="plain"><caption>${caption}</caption><tbody>${body.join('')}</tbody></table>`;
}

/** `geographicDistribution` as `geographic distribution`. */
function words(key: string): string {
  return key.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}
