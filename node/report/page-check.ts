/**
 * Does a report.html show the report, and nothing else? It is made again and compared byte for byte: whatever a reader may
 * see, a style that hides a figure too, is then what the report says. An upgrade may give pages another look; so each page
 * names its format, and what makes a format's pages is kept for ever. Pure.
 */
import type { Report } from '../../protocol/report.ts';
import { PAGE_FORMAT, reportHtml } from './html.ts';

/** What makes the pages of each format that ever was. A new look is a new row; the bytes of an old one never change. */
const FORMATS: Readonly<Record<string, (report: Report) => string>> = {
  [PAGE_FORMAT]: reportHtml,
};

export interface PageCheck {
  readonly name: 'page';
  readonly ok: boolean;
  readonly detail: string;
}

export function checkPage(html: string, report: Report): PageCheck {
  const format = /<meta name="generator" content="(hushmark-page\/[0-9]+)">/.exec(html)?.[1];
  const make = format && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!make) return failed(format ? `is of the format ${format}: verify it with a newer release` : 'names no page format that Hushmark ever had'); // prettier-ignore
  const page = make(report);
  if (html === page)
    return { name: 'page', ok: true, detail: `report.html is the page of this report (${format})` };
  const round = /<code>([0-9a-f]{64})<\/code>/.exec(html)?.[1];
  return round !== undefined && round !== report.round
    ? failed(`is of another round, ${round.slice(0, 8)}`)
    : failed(difference(page, html));
}

const failed = (flaw: string): PageCheck => ({
  name: 'page',
  ok: false,
  detail: `report.html ${flaw}`,
});

/** The first place that differs, as a reader finds it. */
function difference(page: string, html: string): string {
  let at = 0;
  while (at < page.length && page[at] === html[at]) at += 1;
  const label = [...page.slice(0, at).matchAll(/<(th|dt|h2)\b[^>]*>([^<]+)</g)].at(-1)?.[2];
  const place = label ? `at “${label}” ` : '';
  return `${place}has ${quotedAt(html, at)} where the report gives ${quotedAt(page, at)}`;
}

/** Of a long piece, what stands around the place; for a terminal, because a page may hold anything. */
function quotedAt(html: string, at: number): string {
  const [start, end] = pieceAt(html, at);
  const from = end - start > LONGEST_QUOTE ? Math.max(start, at - BEFORE_PLACE) : start;
  const to = Math.min(end, from + LONGEST_QUOTE);
  const text = html
    .slice(from, to)
    .replaceAll(/\p{C}+/gu, ' ')
    .trim();
  if (text === '') return 'nothing';
  return `“${from > start ? '…' : ''}${text}${to < end ? '…' : ''}”`;
}

const LONGEST_QUOTE = 80;
const BEFORE_PLACE = 20;

/** Where the tag or the text around a place begins and ends. */
function pieceAt(html: string, at: number): [start: number, end: number] {
  const tag = html.lastIndexOf('<', at);
  const text = html.lastIndexOf('>', at - 1) + 1;
  const end = tag >= text ? html.indexOf('>', at) + 1 : html.indexOf('<', at);
  return [Math.max(tag, text), end > 0 ? end : html.length];
}
