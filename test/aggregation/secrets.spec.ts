import { expect } from 'chai';
import {
  isElement,
  maskKeysOf,
  openSecrets,
  pairHash,
  pairSeed,
  selfHash,
  shareHash,
  wipeSecrets,
  type OwnSecrets,
} from '../../aggregation/index.ts';
import { agreedSecret, keyPairOf } from '../../aggregation/x25519.ts';
import { expectCode } from './expect-code.ts';
import { bytes32, roomOf } from './room.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const said = (own: OwnSecrets) =>
  [
    own.selfSeed,
    own.sigma,
    own.selfCoefficients,
    own.sigmaCoefficients,
    own.maskPublic,
    own.sealPublic,
  ].map(hex);

describe('the secrets of a sum', () => {
  const setup = bytes32('setup');

  it('are the same again from the same seed, and all different from each other', () => {
    const own = openSecrets(bytes32('seed'), setup);
    expect(said(openSecrets(bytes32('seed'), setup))).to.deep.equal(said(own));
    expect(new Set(said(own)).size).to.equal(6);
  });

  it('have nothing in common for another seed or another setup', () => {
    const all = [
      openSecrets(bytes32('seed'), setup),
      openSecrets(bytes32('other'), setup),
      openSecrets(bytes32('seed'), bytes32('other setup')),
    ].flatMap(said);
    expect(new Set(all).size).to.equal(18);
  });

  it('can be shared: self seed and sigma are elements of the field, for any seed', () => {
    for (let i = 0; i < 200; i++) {
      const { selfSeed, sigma } = openSecrets(bytes32(i), setup);
      expect(isElement(selfSeed) && isElement(sigma)).to.equal(true);
    }
  });

  it('prove a rebuilt sigma by its public key, and give its pair seeds', () => {
    const { setup, secrets } = roomOf(3);
    const [a, b] = secrets as [OwnSecrets, OwnSecrets];
    const rebuilt = maskKeysOf(a.sigma.slice(), setup);
    expect(hex(rebuilt.publicKey)).to.equal(hex(a.maskPublic));
    expect(hex(pairSeed({ maskKeys: rebuilt }, setup, 0, 1, b.maskPublic))).to.equal(
      hex(pairSeed(b, setup, 1, 0, a.maskPublic)),
    );
    const wrong = a.sigma.slice();
    wrong[0]! ^= 1;
    expect(hex(maskKeysOf(wrong, setup).publicKey)).not.to.equal(hex(a.maskPublic));
  });

  it('give a pair the same seed from either side, and every pair and setup another', () => {
    const room = roomOf(5);
    const seeds = new Map<string, string>();
    for (let i = 0; i < 5; i++)
      for (const [j, seed] of room.pairsOf(i)) {
        const pair = [i, j].sort().join();
        expect(seeds.get(pair) ?? hex(seed)).to.equal(hex(seed));
        seeds.set(pair, hex(seed));
      }
    expect(new Set(seeds.values()).size).to.equal(10);
    const [a, b] = room.secrets as [OwnSecrets, OwnSecrets];
    const elsewhere = hex(pairSeed(a, bytes32('other'), 0, 1, b.maskPublic));
    expect(elsewhere).not.to.equal(seeds.get('0,1'));
  });

  it('refuse a pair with oneself, keys that give no secret, and seeds of another length', () => {
    const own = openSecrets(bytes32('seed'), setup);
    const oneself = () => pairSeed(own, setup, 2, 2, bytes32('key'));
    expect(expectCode('E_ORG_INDEX', oneself).details).to.deep.equal({ self: 2 });
    expectCode('E_BAD_KEY', () => pairSeed(own, setup, 0, 1, new Uint8Array(32)));
    expectCode('E_LENGTH', () => openSecrets(new Uint8Array(16), setup));
    expectCode('E_LENGTH', () => openSecrets(bytes32('seed'), new Uint8Array(16)));
    expectCode('E_LENGTH', () => maskKeysOf(new Uint8Array(31), setup));
  });

  it('keep what was agreed with a peer until a wipe, and no longer', () => {
    const own = openSecrets(bytes32('seed'), setup);
    const { publicKey } = keyPairOf(bytes32('peer'));
    const agreed = agreedSecret(own.sealKeys, publicKey);
    expect(agreedSecret(own.sealKeys, publicKey)).to.equal(agreed);
    wipeSecrets(own);
    expect([...own.sealKeys.agreed]).to.deep.equal([]);
  });

  it('are zeroed by a wipe', () => {
    const own = openSecrets(bytes32('seed'), setup);
    wipeSecrets(own);
    for (const bytes of [own.selfSeed, own.sigma, own.selfCoefficients, own.sigmaCoefficients])
      expect(bytes.every((byte) => byte === 0)).to.equal(true);
  });
});

describe('the hash lists of the set-up', () => {
  const [setup, secret] = [bytes32('setup'), bytes32('secret')];

  it('hash a pair seed alike for both orgs', () => {
    expect(hex(pairHash(setup, 4, 2, secret))).to.equal(hex(pairHash(setup, 2, 4, secret)));
  });

  it('never hash two statements alike', () => {
    const hashes = [
      selfHash(setup, 1, secret),
      selfHash(setup, 2, secret),
      selfHash(bytes32('other'), 1, secret),
      selfHash(setup, 1, bytes32('other')),
      pairHash(setup, 1, 2, secret),
      pairHash(setup, 1, 3, secret),
      shareHash(setup, 'self', 1, 2, secret),
      shareHash(setup, 'self', 2, 1, secret),
      shareHash(setup, 'sigma', 1, 2, secret),
      shareHash(setup, 'sigma', 1, 3, secret),
    ].map(hex);
    expect(new Set(hashes).size).to.equal(hashes.length);
  });
});
