import { expect } from 'chai';
import {
  combine,
  FIELD_ORDER,
  openShares,
  SEALED_BYTES,
  sealShares,
  split,
  type OwnSecrets,
  type SharePair,
} from '../../aggregation/index.ts';
import { sealText } from '../../aggregation/aead.ts';
import { derive, frame } from '../../aggregation/digest.ts';
import { sharedSecret } from '../../aggregation/x25519.ts';
import { expectCode } from './expect-code.ts';
import { bytes32, roomOf } from './room.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
let setup: Uint8Array;
let secrets: readonly OwnSecrets[];
let dealer: OwnSecrets, holder: OwnSecrets, third: OwnSecrets;
const low = (name: string) => {
  const bytes = bytes32(name);
  bytes[31]! &= 0x0f;
  return bytes;
};
const pair: SharePair = { self: low('self'), sigma: low('sigma') };
const seal = () => sealShares(dealer, setup, 0, 1, holder.sealPublic, pair);
const open = (sealed: Uint8Array) => openShares(holder, setup, 0, 1, dealer.sealPublic, sealed);

/** What a dealer that lies may seal: anything, with the right key, under the right header. */
function sealedByLiar(text: Uint8Array): Uint8Array {
  const [from, to] = [dealer.sealPublic, holder.sealPublic];
  const shared = sharedSecret(dealer.sealKeys.privateKey, to);
  const key = derive(shared, 32, 'share key', setup, 0, 1, from, to);
  return sealText(key, new Uint8Array(12), frame('share header', [setup, 0, 1]), text);
}

describe('sealed shares', () => {
  before(() => {
    ({ setup, secrets } = roomOf(4));
    [dealer, holder, third] = secrets as [OwnSecrets, OwnSecrets, OwnSecrets];
  });

  it('are opened by their holder, in 80 bytes that are the same each time', () => {
    const opened = open(seal());
    expect([hex(opened.self), hex(opened.sigma)]).to.deep.equal([hex(pair.self), hex(pair.sigma)]);
    expect(seal()).to.have.length(SEALED_BYTES);
    expect(hex(seal())).to.equal(hex(seal()));
  });

  it('have another key in each direction: the way back repeats no stream', () => {
    const back = sealShares(holder, setup, 1, 0, dealer.sealPublic, pair);
    expect(hex(back)).not.to.equal(hex(seal()));
    expectCode('E_BAD_SHARE', () => open(back));
  });

  it('are refused when a bit is flipped anywhere, cut or lengthened; the dealer is named', () => {
    for (let at = 0; at < SEALED_BYTES; at++) {
      const forged = Uint8Array.from(seal());
      forged[at]! ^= 1 << (at % 8);
      expect(expectCode('E_BAD_SHARE', () => open(forged)).details).to.deep.equal({ dealer: 0 });
    }
    for (const length of [0, 15, 16, 79])
      expectCode('E_BAD_SHARE', () => open(seal().subarray(0, length)));
    expectCode('E_BAD_SHARE', () => open(Buffer.concat([seal(), Buffer.of(0)])));
  });

  it('are refused by anybody else, and under another setup, dealer or holder', () => {
    const from = dealer.sealPublic;
    expectCode('E_BAD_SHARE', () => openShares(third, setup, 0, 1, from, seal()));
    expectCode('E_BAD_SHARE', () => openShares(holder, bytes32('other'), 0, 1, from, seal()));
    expectCode('E_BAD_SHARE', () => openShares(holder, setup, 2, 1, from, seal()));
    expectCode('E_BAD_SHARE', () => openShares(holder, setup, 0, 2, from, seal()));
    expectCode('E_BAD_SHARE', () => openShares(holder, setup, 0, 1, third.sealPublic, seal()));
  });

  it('are refused when they are no elements of the field, or sealed to oneself or to no key', () => {
    const order = Buffer.from(FIELD_ORDER.toString(16).padStart(64, '0'), 'hex').reverse();
    const tooLarge = { self: order, sigma: pair.sigma };
    expectCode('E_BAD_SHARE', () => sealShares(dealer, setup, 0, 1, holder.sealPublic, tooLarge));
    const oneself = () => sealShares(dealer, setup, 0, 0, dealer.sealPublic, pair);
    expect(expectCode('E_ORG_INDEX', oneself).details).to.deep.equal({ dealer: 0 });
    expectCode('E_BAD_KEY', () => sealShares(dealer, setup, 0, 1, new Uint8Array(32), pair));
    expectCode('E_BAD_KEY', () => openShares(holder, setup, 0, 1, new Uint8Array(32), seal()));
  });

  it('are refused when a lying dealer sealed something else than two elements of the field', () => {
    const sound = Buffer.concat([pair.self, pair.sigma]);
    expect(hex(open(sealedByLiar(sound)).sigma)).to.equal(hex(pair.sigma));
    const high = new Uint8Array(32).fill(255);
    for (const text of [
      Buffer.concat([high, pair.sigma]),
      Buffer.concat([pair.self, high]),
      sound.subarray(0, 63),
      Buffer.concat([sound, pair.self]),
      new Uint8Array(0),
    ])
      expect(expectCode('E_BAD_SHARE', () => open(sealedByLiar(text))).details).to.deep.equal({
        dealer: 0,
      });
  });

  it('bring back what a stalled org did not reveal', () => {
    const [q, n] = [3, 4];
    const self = split(dealer.selfSeed, q, n, dealer.selfCoefficients);
    const sigma = split(dealer.sigma, q, n, dealer.sigmaCoefficients);
    const held = [1, 2, 3].map((index) => {
      const own = secrets[index] as OwnSecrets;
      const shares = { self: self[index] as Uint8Array, sigma: sigma[index] as Uint8Array };
      const sealed = sealShares(dealer, setup, 0, index, own.sealPublic, shares);
      return { x: index + 1, ...openShares(own, setup, 0, index, dealer.sealPublic, sealed) };
    });
    const rebuilt = combine(
      held.map(({ x, self }) => ({ x, share: self })),
      q,
    );
    expect(hex(rebuilt)).to.equal(hex(dealer.selfSeed));
    const sigmaAgain = combine(
      held.map(({ x, sigma }) => ({ x, share: sigma })),
      q,
    );
    expect(hex(sigmaAgain)).to.equal(hex(dealer.sigma));
  });
});
