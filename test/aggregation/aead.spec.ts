import { expect } from 'chai';
import { NONCE_BYTES, openText, sealText, TAG_BYTES } from '../../aggregation/aead.ts';
import { expectCode } from './expect-code.ts';
import { bytes32 } from './room.ts';

const key = bytes32('key');
const nonce = new Uint8Array(NONCE_BYTES).fill(3);
const header = Buffer.from('header');
const text = Buffer.from('two shares');
const seal = (of: Uint8Array = text) => sealText(key, nonce, header, of);

describe('a sealed text', () => {
  it('opens under its key, nonce and header, and is as much longer as its tag', () => {
    expect(seal()).to.have.length(text.length + TAG_BYTES);
    expect(openText(key, nonce, header, seal())).to.deep.equal(text);
    expect(openText(key, nonce, header, seal(Buffer.alloc(0)))).to.deep.equal(Buffer.alloc(0));
  });

  it('does not open under another key, nonce or header', () => {
    expect(openText(bytes32('other'), nonce, header, seal())).to.equal(null);
    expect(openText(key, new Uint8Array(NONCE_BYTES), header, seal())).to.equal(null);
    expect(openText(key, nonce, Buffer.alloc(0), seal())).to.equal(null);
  });

  it('does not open when it is shorter than a tag, or has another tag', () => {
    for (let length = 0; length < text.length + TAG_BYTES; length++)
      expect(openText(key, nonce, header, seal().subarray(0, length)), `${length}`).to.equal(null);
    expect(openText(key, nonce, header, Buffer.concat([seal(), Buffer.of(0)]))).to.equal(null);
  });

  it('has a nonce of 12 bytes, sealed and opened', () => {
    for (const length of [0, 8, 11, 13, 16]) {
      const other = new Uint8Array(length);
      expectCode('E_LENGTH', () => sealText(key, other, header, text));
      expect(openText(key, other, header, seal()), `${length}`).to.equal(null);
    }
  });
});
