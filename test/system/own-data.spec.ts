/** A real round, and what its orgs kept of it: figures that add up to the report, and a true account of what left. */
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'chai';
import type { Metrics } from '../../aggregation/index.ts';
import { homeOf as pathsOf } from '../../node/home/paths.ts';
import { readDisclosures } from '../../node/own/disclosure-ledger.ts';
import {
  decode,
  open,
  openConsortium,
  parseManifestFile,
  sha256,
  type Report,
  type Verified,
} from '../../protocol/index.ts';
import { mustRun } from '../../scenarios/demo/bench-node.ts';
import { homeOf, startWorld, type World } from '../../scenarios/demo/world.ts';
import type { Disclosure } from '../../node/control/api.ts';
import { publish } from './one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3'];

describe('what orgs keep of a real round', function () {
  this.timeout(240_000);
  let dir: string;
  let world: World;
  let round: string;
  let report: Report;
  let shown: Map<string, Disclosure>;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-own-'));
    world = await startWorld({ dir, sut: 'ledger', orgs: ORGS, tps: 40, seed: 7, say: () => {} });
    const [view] = await publish(world, { warmUpSeconds: 1, runSeconds: 4 });
    round = view?.round as string;
    report = JSON.parse(readFileSync(view?.files?.report as string, 'utf8')) as Report;
    shown = new Map(
      await Promise.all(
        world.peers.map(
          async ({ org, control }) => [org, await control.disclosure(round)] as const,
        ),
      ),
    );
    await world.stop();
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const home = (org: string) => pathsOf({ home: homeOf(dir, org) });

  it('are own figures that add up to the report', async () => {
    const all = await Promise.all(
      ORGS.map(async (org) => {
        const text = await mustRun(['own', round, '--home', homeOf(dir, org), '--json']);
        return (JSON.parse(text) as { metrics: Metrics }).metrics;
      }),
    );
    for (const kind of ['read', 'transaction'] as const)
      for (const name of ['submitted', 'committed', 'committedInWindow', 'shed'] as const) {
        const total = all.reduce((sum, metrics) => sum + metrics[kind].counts[name], 0);
        expect(total, `${kind}.${name}`).to.equal(report.metrics[kind].counts[name]);
      }
    expect(report.metrics.transaction.counts.submitted).to.be.above(100);
  });

  it('are ledgers that name the very contributions of the bundle, and who is in the sum', () => {
    const bundle = decode('Bundle', readFileSync(home('Org1').round(round).bundle));
    const ids = bundle.envelopes.map((bytes) => sha256(bytes).toString('hex'));
    for (const org of ORGS) {
      const [line, ...more] = readDisclosures(home(org).node.disclosures);
      expect(more).to.deep.equal([]);
      expect(ids).to.include(line?.contribution);
      expect(line?.certified?.contributors).to.deep.equal(report.network.contributors);
      expect(line?.certified?.set).to.equal(report.sums[0]?.set);
    }
  });

  it('are folders and files for their owner alone, all of them', () => {
    for (const org of ORGS) {
      const entries = readdirSync(homeOf(dir, org), { withFileTypes: true, recursive: true });
      expect(entries, org).to.have.length.above(10);
      const wrong = entries
        .map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }))
        .filter(({ entry, path }) => {
          const mode = lstatSync(path).mode & 0o777;
          return mode !== (entry.isDirectory() ? 0o700 : 0o600);
        });
      // the demo copies it there, as a user might; `consortium install` makes it 0600
      const { consortium } = home(org);
      expect(wrong.map(({ path }) => path).filter((path) => path !== consortium)).to.deep.equal([]);
    }
  });

  it('are transcripts in which each org said what was shown before it accepted, and no more', () => {
    for (const org of ORGS) {
      const statements = shown.get(org)?.statements ?? [];
      const said = ownStatements(org);
      expect(said.map(({ type }) => type)).to.include.members(['acceptance', 'contribution']);
      for (const message of said) {
        const one = statements.find(({ type }) => type === message.type);
        if (one?.exact) expect(message.bytes.length, message.type).to.equal(one.bytes);
        else expect(message.bytes.length, message.type).to.be.at.most(one?.bytes as number);
      }
      const acceptance = said.find(({ type }) => type === 'acceptance');
      const lockfile = sha256(readFileSync(join(import.meta.dirname, '../../package-lock.json')));
      if (acceptance?.type !== 'acceptance') throw new Error('it has accepted');
      expect(Buffer.from(acceptance.message.lockfileDigest)).to.deep.equal(lockfile);
    }
  });

  /** As they lie in the org's own transcript. */
  function ownStatements(org: string): Verified[] {
    const consortium = openConsortium(
      parseManifestFile(readFileSync(home(org).consortium, 'utf8')),
    );
    const db = new DatabaseSync(home(org).node.rounds, { readOnly: true });
    try {
      const rows = db.prepare('SELECT bytes FROM envelope WHERE signer = ?').all(org);
      return rows.map(({ bytes }) => open(consortium, bytes as Uint8Array));
    } finally {
      db.close();
    }
  }
});
