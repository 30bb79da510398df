import { expect } from 'chai';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createHome, createRoundDirs, homeOf } from '../../../node/home/paths.ts';
import { modeOf, useTemporaryDir } from './temporary-dir.ts';

describe('the home of an org', () => {
  const dir = useTemporaryDir();
  const find = (options: Parameters<typeof homeOf>[0] = {}) =>
    homeOf({ env: {}, userDir: dir(), ...options }).dir;

  it('is what --home says, before the environment, before the org’s own folder', () => {
    const env = { HUSHMARK_HOME: '/somewhere' };
    expect(find({ home: '/given', org: 'Org1', env })).to.equal('/given');
    expect(find({ org: 'Org1', env })).to.equal('/somewhere');
    expect(find({ org: 'Org1' })).to.equal(join(dir(), '.hushmark/Org1'));
  });

  it('is the only one there is, when no org is named', async () => {
    await mkdir(join(dir(), '.hushmark/Org7'), { recursive: true });
    expect(find()).to.equal(join(dir(), '.hushmark/Org7'));
  });

  it('has to be named among several, and created when there is none', async () => {
    expect(() => find())
      .to.throw(/bench-node init/)
      .with.property('code', 'E_NO_HOME');
    for (const org of ['Org2', 'Org1'])
      await mkdir(join(dir(), '.hushmark', org), { recursive: true });
    expect(() => find())
      .to.throw(/Org1, Org2.*--org/)
      .with.property('code', 'E_WHICH_ORG');
  });

  it('has no name that leads elsewhere', () => {
    for (const org of ['../x', 'a/b', '', '.', 'a'.repeat(33)])
      expect(() => find({ org }))
        .to.throw()
        .with.property('code', 'E_ORG_NAME');
    expect(() => homeOf({ home: dir() }).round('../../etc'))
      .to.throw()
      .with.property('code', 'E_NO_ROUND');
  });

  it('is readable by its owner alone, even when it was there before', async () => {
    const home = homeOf({ home: join(dir(), 'home') });
    await mkdir(home.dir, { mode: 0o755 });
    await createHome(home);
    const round = home.round('ab'.repeat(32));
    await createRoundDirs(round);
    for (const path of [home.dir, home.vault.dir, home.node.dir, round.dir, round.ownDir])
      expect(await modeOf(path), path).to.equal(0o700);
  });
});
