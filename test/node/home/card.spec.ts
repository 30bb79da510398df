import { expect } from 'chai';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCard, writeCard } from '../../../node/home/card.ts';
import { modeOf, rejection, useTemporaryDir } from './temporary-dir.ts';

const CARD = {
  org: 'Org1',
  identityKey: Buffer.alloc(32, 1).toString('base64'),
  peerId: '12D3KooWR5Dmb7ZVrREr3bVDK9pemdiFgzb9pzgfotQxiSbXNZCD',
  addresses: ['/ip4/127.0.0.1/tcp/4001'],
};

describe('card.json', () => {
  const dir = useTemporaryDir();

  it('reads back as written, and takes the place of an older one as a whole', async () => {
    const path = join(dir(), 'card.json');
    await writeCard(path, CARD);
    await writeCard(path, { ...CARD, addresses: ['/ip4/127.0.0.1/tcp/4002'] });
    expect((await readCard(path)).addresses).to.deep.equal(['/ip4/127.0.0.1/tcp/4002']);
    expect(await modeOf(path)).to.equal(0o600);
    expect(await readdir(dir())).to.deep.equal(['card.json']);
  });

  it('is refused when it is damaged', async () => {
    const path = join(dir(), 'card.json');
    for (const text of ['', '{}', JSON.stringify({ ...CARD, identityKey: 'AA==' })]) {
      await writeFile(path, text);
      expect((await rejection(readCard(path))).code).to.equal('E_CARD');
    }
  });
});
