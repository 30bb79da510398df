import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { homeOf, type Home } from '../../../node/home/paths.ts';
import { ownData, purgeOlder, purgeRound } from '../../../node/own/retention.ts';
import { useTemporaryDir } from '../home/temporary-dir.ts';

const NOW = 1_900_000_000_000;
const DAY = 86_400_000;
const [OLD, YOUNG] = ['aa'.repeat(32), 'bb'.repeat(32)] as [string, string];

describe('own data of rounds', () => {
  const dir = useTemporaryDir();
  let home: Home;

  function keep(round: string, ageDays: number): void {
    const { ownDir, dir: published } = home.round(round);
    mkdirSync(ownDir, { recursive: true });
    mkdirSync(published, { recursive: true });
    writeFileSync(join(published, 'report.json'), '{}');
    const file = join(ownDir, 'transactions-0.csv');
    writeFileSync(file, 'twelve bytes');
    const at = (NOW - ageDays * DAY) / 1000;
    for (const path of [file, ownDir]) utimesSync(path, at, at);
  }

  beforeEach(() => {
    home = homeOf({ home: dir() });
    keep(YOUNG, 1);
    keep(OLD, 40);
  });

  it('are listed with their size, the latest last, and nothing else that lies there', () => {
    mkdirSync(join(home.dir, 'own', 'notes'));
    expect(ownData(home).map(({ round, bytes }) => [round, bytes])).to.deep.equal([
      [OLD, 12],
      [YOUNG, 12],
    ]);
    expect(ownData(homeOf({ home: join(dir(), 'empty') }))).to.deep.equal([]);
  });

  it('are deleted when nothing was added for longer than the setting says', async () => {
    expect(await purgeOlder(home, 41, NOW)).to.deep.equal([]);
    expect(await purgeOlder(home, 39, NOW)).to.deep.equal([OLD]);
    expect(existsSync(home.round(OLD).ownDir)).to.equal(false);
    expect(existsSync(home.round(YOUNG).ownDir)).to.equal(true);
  });

  it('are kept without end when the setting is 0', async () => {
    expect(await purgeOlder(home, 0, NOW + 10_000 * DAY)).to.deep.equal([]);
    expect(ownData(home)).to.have.length(2);
  });

  it('go alone: what was published stays', async () => {
    await purgeRound(home, OLD);
    expect(existsSync(home.round(OLD).ownDir)).to.equal(false);
    expect(existsSync(join(home.round(OLD).dir, 'report.json'))).to.equal(true);
    await purgeRound(home, OLD);
  });
});
