import { expect } from 'chai';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeOf, startWorld, workspaceOf, type World } from '../../scenarios/demo/world.ts';
import { findMarks, newMark } from './marks.ts';
import { publish } from './one-round.ts';

const ORGS = ['Org1', 'Org2', 'Org3'];
const LENGTHS = { warmUpSeconds: 1, runSeconds: 3 };

describe('what is private to an org', function () {
  this.timeout(120_000);
  let dir: string;
  let world: World;
  /** by the org that they are planted at */
  const planted = new Map<string, string[]>();

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-marks-'));
    const options = { dir, sut: 'ledger', orgs: ORGS, tps: 30, seed: 3 } as const;
    world = await startWorld({ ...options, logLevel: 'debug', say: () => {} });
    for (const org of ORGS) planted.set(org, plant(workspaceOf(dir, org)));
  });
  after(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  /** Puts marks into contract id, contract, arguments, workload, what it prints and what it throws. */
  function plant(workspace: string): string[] {
    const [contractId, argument, source, printed, thrown, contract] = [
      ...['id', 'argument', 'source', 'printed', 'thrown', 'contract'].map(newMark),
    ] as [string, string, string, string, string, string];
    const edit = (name: string, change: (text: string) => string) => {
      const file = join(workspace, name);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
    };
    const renamed = (text: string) => text.replaceAll(/at-[0-9a-f]{12}/g, contractId);
    edit('network.yaml', renamed);
    edit('benchmark.yaml', (text) =>
      renamed(text).replace(/^( +)contractId:/m, `$1note: ${argument}\n$1contractId:`),
    );
    appendFileSync(join(workspace, 'contract.js'), `\n// ${contract}\n`);
    edit('workload.js', (text) => {
      const body = `console.log('${printed}'); if (Math.floor(performance.now()) % 7 === 0) throw new Error('${thrown}');`;
      return `// ${source}\n${text.replace(/(async submitTransaction\(\) \{)/, `$1 ${body}`)}`;
    });
    const endpoint = /\d+\.\d+\.\d+\.\d+:\d+/.exec(
      readFileSync(join(workspace, 'network.yaml'), 'utf8'),
    );
    return [contractId, argument, source, printed, thrown, contract, endpoint?.[0] as string];
  }

  const strangersTo = (org: string) =>
    ORGS.filter((other) => other !== org).map((o) => homeOf(dir, o));
  const leaks = (org: string, round: string) =>
    findMarks(planted.get(org) as string[], [
      ...strangersTo(org),
      join(homeOf(dir, org), 'rounds', round),
    ]);

  it('is found nowhere outside of it: no home, transcript, log, report or bundle', async () => {
    const round = (await publish(world, LENGTHS))[0]?.round as string;
    for (const org of ORGS) expect(leaks(org, round), org).to.deep.equal([]);
    // it was really there to be found: at home
    for (const org of ORGS) {
      const marks = planted.get(org) as string[];
      const atHome = findMarks(marks, [workspaceOf(dir, org), homeOf(dir, org)]);
      expect(new Set(atHome.map(({ mark }) => mark)).size, org).to.equal(marks.length);
      const logged = findMarks(marks, [join(homeOf(dir, org), 'node')]).map(({ mark }) => mark);
      expect(
        logged.filter((mark) => /printed|thrown/.test(mark)),
        'debug log',
      ).to.have.length(2);
    }
  });

  it('would be found if one argument leaked', async () => {
    const [, argument] = planted.get('Org1') as string[];
    const mutant = { ...LENGTHS, description: `transfers of ${argument}` };
    const round = (await publish(world, mutant))[0]?.round as string;
    const found = leaks('Org1', round);
    expect(found.map(({ mark }) => mark)).to.include(argument);
    const files = found.map(({ file }) => file);
    for (const home of strangersTo('Org1'))
      expect(
        files.some((file) => file.startsWith(home)),
        home,
      ).to.equal(true);
    expect(new Set(found.map(({ mark }) => mark)), 'and nothing else').to.deep.equal(
      new Set([argument]),
    );
  });
});
