import { expect } from 'chai';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { reportHtml } from '../../node/report/html.ts';
import { sampleReport } from '../node/report/sample-report.ts';

const spread = (count: number, us: number) =>
  Array.from({ length: count }, (_, i) => us + ((i * 7919) % us));
const SAMPLE = sampleReport({ read: spread(3_000, 900), transaction: spread(5_000, 240_000) });

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome']
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find(existsSync);
}

describe('report.html in a browser', function () {
  this.timeout(60_000);
  let browser: Browser;
  let dir: string;
  let url: string;

  before(async function () {
    const executablePath = findChromium();
    if (executablePath === undefined) {
      console.log('      skipped: no Chromium on PATH (Debian: apt-get install chromium)');
      return this.skip();
    }
    dir = mkdtempSync(join(tmpdir(), 'hushmark-page-'));
    const file = join(dir, 'report.html');
    writeFileSync(file, reportHtml(SAMPLE));
    url = pathToFileURL(file).href;
    browser = await chromium.launch({ executablePath, args: QUIET });
  });
  after(async () => {
    await browser?.close();
    if (dir) rmSync(dir, { recursive: true, force: true });
  });

  for (const [name, width, colorScheme] of [
    ['wide and light', 1280, 'light'],
    ['wide and dark', 1280, 'dark'],
    ['as narrow as a telephone', 400, 'light'],
  ] as const)
    it(`shows everything without asking anybody, ${name}`, async () => {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(url);
      expect(asked).to.deep.equal([url]);
      expect(complaints).to.deep.equal([]);
      expect(await page.locator('table:visible').count()).to.be.greaterThan(0);
      expect(await page.locator('svg:visible').count()).to.be.greaterThan(0);
      expect(await page.locator('caption').count()).to.be.greaterThan(0);
      const overflow = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow, 'px beyond the right edge').to.be.at.most(0);
      const text = await page.locator('script#report').textContent();
      expect(JSON.parse(text ?? '')).to.deep.equal(JSON.parse(JSON.stringify(SAMPLE)));
      await page.close();
    });
});
