/** Lies in what people read: the page and the JSON beside the bundle of good/demo. */
import { editsBetween, otherDigit } from './edits.ts';
import { readGolden, type BadFile } from './files.ts';

interface Change {
  readonly about: string;
  readonly file: 'report.html' | 'report.json';
  /** the first match is replaced */
  readonly from: RegExp;
  readonly to: string | typeof otherDigit;
  readonly names: readonly string[];
}

const page = (about: string, from: RegExp, to: Change['to'], ...names: string[]): Change => ({
  about,
  file: 'report.html',
  from,
  to,
  names,
});

const changes: Record<string, Change> = {
  'page-digit': page(
    'a digit of the committed transactions is another',
    /(<th scope="row">committed valid<\/th><td>[^<]*<\/td><td>[^<]*)(\d)(?=<\/td>)/,
    otherDigit,
    'committed valid',
  ),
  'page-swapped-percentiles': page(
    'p50 and p95 of reads stand in the place of each other',
    /(<th scope="row">p50<\/th><td>)([^<]*)(<span class="proof">[^<]*<\/span>)(.*?<th scope="row">p95<\/th><td>)([^<]*)(<span class="proof">[^<]*<\/span>)/,
    '$1$5$6$4$2$3',
    'p50',
  ),
  'page-script': page('a script is added', /<\/main>/, '<script>document.title</script></main>', '<script>'), // prettier-ignore
  'page-hidden': page('a style hides the failures', /<\/style>/, 'tr:nth-child(4){display:none}</style>', 'display:none'), // prettier-ignore
  'page-sentence': page('a sentence claims what no figure says', /<\/header>/, '<p>Twice as fast as last year.</p></header>'), // prettier-ignore
  'page-later-format': page('a page of a format that is not known', /hushmark-page\/1/, 'hushmark-page/999', 'newer release'), // prettier-ignore
  'json-figure': {
    about: 'a digit of a figure of report.json is another',
    file: 'report.json',
    from: /("committed":\d*)(\d)/,
    to: otherDigit,
    names: ['report.json'],
  },
};

/** By file name. */
export function badCopies(): Record<string, BadFile> {
  const cases = Object.entries(changes).map(
    ([name, { about, file, from, to, names }]): [string, BadFile] => {
      const good = readGolden(`good/demo/${file}`);
      const text = good.toString();
      const bad = Buffer.from(text.replace(from, to as string));
      if (bad.equals(good)) throw new Error(`${name} changes nothing`);
      const check = file === 'report.html' ? 'page' : 'json';
      return [name, { about, of: 'demo', file, edits: editsBetween([good], [bad]), check, names }];
    },
  );
  return Object.fromEntries(cases);
}
