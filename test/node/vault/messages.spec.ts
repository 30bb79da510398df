/** What the vault reads of a request, before anything is done with it. */
import { expect } from 'chai';
import { idOf, parseRequest } from '../../../node/vault/messages.ts';

const round = '0'.repeat(64);
const flawIn = (message: unknown) => {
  try {
    return parseRequest(message);
  } catch (error) {
    return error as Error & { code: string; details: { field: string } };
  }
};

describe('a request to the vault', () => {
  it('comes through as it was sent', () => {
    const keys = [Uint8Array.of(1), Uint8Array.of(2)];
    expect(parseRequest({ id: 1, method: 'deal', args: { round, keys } })).to.deep.equal({
      id: 1,
      request: { method: 'deal', args: { round, keys } },
    });
  });

  const wrong: [what: string, args: unknown, field: string][] = [
    ['an argument that is missing', { round }, 'keys'],
    ['one more argument', { round, keys: [], more: 1 }, 'more'],
    [
      'one more, named as a property of every object',
      JSON.parse(`{"round": "${round}", "keys": [], "__proto__": 1}`),
      '__proto__',
    ],
    ['a wrong item', { round, keys: [Uint8Array.of(1), 'x'] }, 'keys.1'],
    ['no arguments', undefined, ''],
    ['a list of arguments', [], ''],
  ];
  for (const [what, args, field] of wrong)
    it(`is refused with the name of ${what}`, () => {
      const error = flawIn({ id: 1, method: 'deal', args });
      expect(error).to.have.property('code', 'E_MALFORMED');
      expect(error).to.have.deep.property('details', { field });
    });

  const common = { round, sum: 'main', context: new Uint8Array(32), earlier: [] };
  const masking = { ...common, lanes: new Float64Array(4), clockBoundUs: 1 };
  const certificate = { candidate: new Uint8Array(9), precommits: [] };
  const releasing = { ...common, certificate, missing: { self: ['A'], sigma: [] } };
  const others: [method: string, args: object, wrong: object, field: string][] = [
    ['mask', masking, { clockBoundUs: 0 }, 'clockBoundUs'],
    ['mask', masking, { clockBoundUs: 1.5 }, 'clockBoundUs'],
    ['mask', masking, { clockBoundUs: 2 ** 32 }, 'clockBoundUs'],
    ['release', releasing, { missing: { self: ['A'] } }, 'missing.sigma'],
    ['release', releasing, { missing: { self: [''], sigma: [] } }, 'missing.self.0'],
    ['release', releasing, { missing: { self: Array(257).fill('A'), sigma: [] } }, 'missing.self'],
    ['release', releasing, { certificate: { candidate: new Uint8Array(9) } }, 'certificate.precommits'], // prettier-ignore
  ];
  for (const [method, args, change, field] of others)
    it(`is refused for ${field} of ${method} out of its bounds: ${JSON.stringify(change).slice(0, 40)}`, () => {
      expect(parseRequest({ id: 1, method, args })).to.have.property('id', 1);
      const error = flawIn({ id: 1, method, args: { ...args, ...change } });
      expect(error).to.have.deep.property('details', { field });
    });

  it('has its lists counted before their items are looked at', () => {
    let looks = 0;
    const item = new Proxy({}, { getPrototypeOf: () => ((looks += 1), null) });
    const keys = Array(257).fill(item);
    expect(flawIn({ id: 1, method: 'deal', args: { round, keys } })).to.have.deep.property(
      'details',
      { field: 'keys' },
    );
    expect(looks).to.equal(0);
    flawIn({ id: 1, method: 'deal', args: { round, keys: [item] } });
    expect(looks).to.be.above(0);
  });

  it('is answered under its id, whatever else is wrong with it', () => {
    expect(idOf({ id: 7, more: 1 })).to.equal(7);
    for (const message of [undefined, null, 7, [], {}, { id: 0 }, { id: 1.5 }, { id: '1' }])
      expect(idOf(message)).to.equal(null);
  });
});
