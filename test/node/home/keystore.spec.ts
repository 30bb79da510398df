import { expect } from 'chai';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { open, readKey, seal, writeKey, type SealedKey } from '../../../node/home/keystore.ts';
import { modeOf, rejection, useTemporaryDir } from './temporary-dir.ts';

const SECRET = Buffer.from('a secret of 32 bytes, exactly so');

describe('the keystore', () => {
  const dir = useTemporaryDir();
  let sealed: SealedKey;

  before(async () => {
    sealed = await seal(SECRET, 'correct horse', 'identity');
  });

  it('opens with the passphrase, and shows nothing of the secret', async () => {
    expect(await open(sealed, 'correct horse', 'identity')).to.deep.equal(SECRET);
    expect(JSON.stringify(sealed)).not.to.include(SECRET.toString('base64').slice(0, 12));
  });

  it('states its parameters, with a salt and nonce of its own each time', async () => {
    expect(sealed.kdf).to.include({ name: 'scrypt', N: 32_768, r: 8, p: 1 });
    const again = await seal(SECRET, 'correct horse', 'identity');
    expect(again.kdf.salt).not.to.equal(sealed.kdf.salt);
    expect(again.cipher.nonce).not.to.equal(sealed.cipher.nonce);
  });

  it('refuses a wrong passphrase', async () => {
    const error = await rejection(open(sealed, 'correct horsf', 'identity'));
    expect(error.code).to.equal('E_WRONG_PASSPHRASE');
  });

  it('takes the same passphrase from any keyboard', async () => {
    const composed = await seal(SECRET, 'caf\u00e9', 'transport');
    expect(await open(composed, 'cafe\u0301', 'transport')).to.deep.equal(SECRET);
  });

  it('refuses a key of another purpose, also under another label', async () => {
    expect((await rejection(open(sealed, 'correct horse', 'transport'))).code).to.equal(
      'E_KEYSTORE',
    );
    const relabelled = { ...sealed, purpose: 'transport' };
    const error = await rejection(open(relabelled, 'correct horse', 'transport'));
    expect(error.code).to.equal('E_WRONG_PASSPHRASE');
  });

  it('refuses a damaged file, and parameters that cost too little or too much', async () => {
    const damaged: unknown[] = [
      null,
      {},
      { ...sealed, version: 2 },
      { ...sealed, extra: 1 },
      ...[2 ** 10, 2 ** 24, 40_000].map((N) => ({ ...sealed, kdf: { ...sealed.kdf, N } })),
    ];
    for (const value of damaged)
      expect((await rejection(open(value, 'correct horse', 'identity'))).code).to.equal(
        'E_KEYSTORE',
      );
  });

  it('writes a file for its owner alone, and never over another one', async () => {
    const path = join(dir(), 'identity.key.json');
    await writeKey(path, SECRET, 'correct horse', 'identity');
    expect(await modeOf(path)).to.equal(0o600);
    const before = await readFile(path, 'utf8');
    const error = await rejection(writeKey(path, SECRET, 'other', 'identity'));
    expect(error.code).to.equal('E_FILE_EXISTS');
    expect(await readFile(path, 'utf8')).to.equal(before);
    expect(await readKey(path, 'correct horse', 'identity')).to.deep.equal(SECRET);
  });

  it('names a file that is not there, and one that is none of its own', async () => {
    const path = join(dir(), 'key.json');
    expect((await rejection(readKey(path, 'x', 'identity'))).code).to.equal('E_NO_FILE');
    await writeFile(path, 'PEM');
    expect((await rejection(readKey(path, 'x', 'identity'))).code).to.equal('E_KEYSTORE');
  });
});
