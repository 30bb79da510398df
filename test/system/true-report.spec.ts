import { expect } from 'chai';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../protocol/index.ts';
import { startWorld, homeOf, type World } from '../../scenarios/demo/world.ts';
import { publish } from './one-round.ts';
import { nearestRank, rawFigures, type RawKind } from './raw-figures.ts';

const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];
const SHARES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99, p99_9: 0.999 };

describe('a published report is true', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;
  let texts: string[];
  let report: Report;
  let round: string;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-truth-'));
    const truthFile = join(dir, 'ledger.jsonl');
    world = await startWorld({
      dir,
      sut: 'ledger',
      orgs: ORGS,
      tps: 50,
      seed: 11,
      truthFile,
      say: () => {},
    });
    const views = await publish(world, { warmUpSeconds: 1, runSeconds: 6 });
    round = views[0]?.round as string;
    texts = views.map(({ files }) => readFileSync(files?.report as string, 'utf8'));
    report = JSON.parse(texts[0] as string) as Report;
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const raw = () =>
    rawFigures(
      ORGS.flatMap((org) => {
        const own = join(homeOf(dir, org), 'own', round);
        const logs = readdirSync(own).filter((name) => name.startsWith('transactions-'));
        return logs.map((file) => join(own, file));
      }),
    );

  it('is the same bytes at every org', () => {
    expect(new Set(texts).size).to.equal(1);
  });

  for (const kind of ['read', 'transaction'] as const) {
    it(`counts each ${kind} exactly`, () => {
      const { latenciesUs, failed, ...counts } = raw()[kind] satisfies RawKind;
      expect(latenciesUs.length).to.be.greaterThan(100);
      const published = report.metrics[kind].counts;
      expect(published.failed).to.deep.equal(failed);
      expect(published.shed).to.equal(0);
      for (const [name, value] of Object.entries(counts))
        expect(published[name as 'submitted'], name).to.equal(value);
      const milliTps = Math.round((counts.committedInWindow * 1_000_000) / report.window.runMs);
      expect(report.metrics[kind].throughputMilliTps).to.equal(milliTps);
    });

    it(`puts each percentile of ${kind}s in the cell of the exact one`, () => {
      const { latenciesUs } = raw()[kind];
      for (const [name, share] of Object.entries(SHARES)) {
        const published = report.metrics[kind].latency.percentiles[name as 'p50'];
        const beyond = latenciesUs.length - Math.ceil(share * latenciesUs.length);
        if (beyond < 20) {
          expect(published, name).to.have.property('suppressed');
          continue;
        }
        if (!('intervalUs' in published)) throw new Error(`${name} is missing`);
        const exact = nearestRank(latenciesUs, share);
        const [low, high] = published.intervalUs;
        expect(exact, name).to.be.within(low, (high ?? Infinity) - 1);
      }
    });

    it(`gives the ${kind}s' mean to 2 %, and octave edges around all of them`, () => {
      const { latenciesUs } = raw()[kind];
      const mean = latenciesUs.reduce((sum, us) => sum + us, 0) / latenciesUs.length;
      const { averageUs, lowUs, highUs } = report.metrics[kind].latency;
      expect(Math.abs((averageUs as number) - mean) / mean).to.be.below(0.02);
      expect(latenciesUs[0]).to.be.at.least(lowUs as number);
      expect(latenciesUs.at(-1)).to.be.below(highUs ?? Infinity);
    });
  }

  it('counts as committed just what the ledger itself committed valid', () => {
    const valid = new Set<string>();
    for (const line of readFileSync(join(dir, 'ledger.jsonl'), 'utf8').trimEnd().split('\n')) {
      const { txs = [] } = JSON.parse(line) as { txs?: { id: string; valid: boolean }[] };
      for (const tx of txs) if (tx.valid) valid.add(tx.id);
    }
    const { ids, transaction } = raw();
    expect(ids).to.have.length(transaction.committed);
    expect(ids.filter((id) => !valid.has(id))).to.deep.equal([]);
  });
});
