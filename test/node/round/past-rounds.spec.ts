import { expect } from 'chai';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { homeOf } from '../../../node/home/paths.ts';
import { readViews } from '../../../node/round/publication.ts';

describe('rounds of earlier lives of a peer', () => {
  let dir: string;
  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-views-'));
  });
  after(() => rmSync(dir, { recursive: true, force: true }));

  function leave(round: string, text: string): void {
    const folder = join(dir, 'rounds', round);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'round.json'), text);
  }

  it('are listed; of a damaged one the log tells where it is', () => {
    leave('aa', JSON.stringify({ round: 'aa', phase: 'published' }));
    leave('bb', '{"round": "bb", "pha');
    mkdirSync(join(dir, 'rounds', 'cc'));
    const warned: object[] = [];
    const views = readViews(homeOf({ home: dir }), {
      warn: (details) => void warned.push(details),
    });
    expect(views.map(({ round }) => round)).to.deep.equal(['aa']);
    expect(views[0], 'what an earlier release did not note').to.deep.include({
      comparables: [],
      exception: null,
      quorum: 0,
    });
    expect(warned).to.have.length(1);
    expect(warned[0]).to.have.property('path', join(dir, 'rounds', 'bb', 'round.json'));
  });

  it('are none in a new home', () => {
    const views = readViews(homeOf({ home: join(dir, 'new') }), {
      warn: () => expect.fail('warned'),
    });
    expect(views).to.deep.equal([]);
  });
});
