/** Decoding is strict: one message has one encoding, and bytes from a stranger are refused, never a crash. */
import { expect } from 'chai';
import fc from 'fast-check';
import type protobuf from 'protobufjs';
import { ProtocolError } from '../../protocol/errors.ts';
import { decode, encode, type MessageName, type Messages } from '../../protocol/schema/codec.ts';
import { hushmark } from '../../protocol/schema/hushmark.js';
import { refusalBy } from './refusal.ts';
import { anyMessage, schemaTypes } from './schema-types.ts';

const types = schemaTypes();
const topLevel = [...types].filter(([name]) => isMessage(name)) as [MessageName, protobuf.Type][];
const anyOfAll = fc
  .constantFrom(...topLevel)
  .chain(([name, type]) => anyMessage(type).map((message) => ({ name, message })));

describe('the codec', () => {
  it('knows every message of the schema that travels or rests on its own', () => {
    expect(topLevel.map(([name]) => name)).to.include.members(['Envelope', 'Proposal', 'Bundle']);
    expect(topLevel).to.have.length(23);
  });

  it('brings every message back as it was', () => {
    fc.assert(
      fc.property(anyOfAll, ({ name, message }) => {
        expect(plain(decode(name, encodeAny(name, message)))).to.deep.equal(plain(message));
      }),
    );
  });

  it('gives one message one encoding', () => {
    fc.assert(
      fc.property(anyOfAll, ({ name, message }) => {
        const bytes = encodeAny(name, message);
        expect(sameAgain(name, bytes)).to.equal(true);
      }),
    );
  });

  it('stands for what is absent with defaults', () => {
    const acceptance = decode('Acceptance', new Uint8Array(0));
    expect(acceptance.packageVersion).to.equal('');
    expect(acceptance.round).to.have.length(0);
    expect(decode('Commit', new Uint8Array(0)).roster).to.deep.equal([]);
  });

  describe('refuses', () => {
    const round = new Uint8Array(32).fill(7);
    const good = encode('Acceptance', {
      round,
      packageVersion: '1.2.3',
      lockfileDigest: new Uint8Array(0),
    });
    const bytes = (...parts: (number | Uint8Array)[]) =>
      Buffer.concat(parts.map((p) => (typeof p === 'number' ? Buffer.of(p) : p)));
    const version = Buffer.from('1.2.3');
    const cases: [string, MessageName, Uint8Array, string][] = [
      ['an unknown field', 'Acceptance', bytes(good, 0x20, 1), 'E_NOT_CANONICAL'],
      ['an unknown field of bytes', 'Acceptance', bytes(good, 0x7a, 1, 0), 'E_NOT_CANONICAL'],
      ['a known field of another wire type', 'Acceptance', bytes(0x08, 1), 'E_NOT_CANONICAL'],
      ['a repeated scalar', 'Acceptance', bytes(good, 0x12, 5, version), 'E_NOT_CANONICAL'],
      ['fields out of order', 'Acceptance', bytes(0x12, 5, version, 0x0a, 32, round), 'E_NOT_CANONICAL'], // prettier-ignore
      ['a default that is written out', 'Acceptance', bytes(good.subarray(0, 34), 0x12, 0), 'E_NOT_CANONICAL'], // prettier-ignore
      ['a long varint as a value', 'Envelope', bytes(0x08, 0x81, 0x00), 'E_NOT_CANONICAL'],
      ['a long varint as a length', 'Acceptance', bytes(0x0a, 0xa0, 0x00, round), 'E_NOT_CANONICAL'], // prettier-ignore
      ['a long varint as a tag', 'Envelope', bytes(0x88, 0x00, 1), 'E_NOT_CANONICAL'],
      ['trailing bytes', 'Acceptance', bytes(good, 0), 'E_MALFORMED'],
      ['an end without its group', 'Acceptance', bytes(good, 0x0c), 'E_MALFORMED'],
      ['the field number zero', 'Acceptance', bytes(0x02, 0), 'E_MALFORMED'],
      ['the start of a long field only', 'Acceptance', bytes(0x0a, 32, 1), 'E_MALFORMED'],
      ['a length beyond any memory', 'Acceptance', bytes(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f), 'E_MALFORMED'], // prettier-ignore
      ['a varint without end', 'Envelope', bytes(0x08, ...Array(11).fill(0xff)), 'E_MALFORMED'],
      ['a text that is no UTF-8', 'Acceptance', bytes(0x12, 2, 0xc3, 0x28), 'E_MALFORMED'],
    ];
    for (const [what, name, data, code] of cases)
      it(what, () => {
        expect(refusalBy(() => decode(name, data)).code).to.equal(code);
      });

    it('a message that ends early, wherever it ends inside a field', () => {
      const fieldEnds = [0, 34, good.length];
      for (let length = 0; length < good.length; length++) {
        if (fieldEnds.includes(length)) continue;
        const { code } = refusalBy(() => decode('Acceptance', good.subarray(0, length)));
        expect(code, `${length} bytes`).to.equal('E_MALFORMED');
      }
    });

    it('a number above 2^53-1, and takes that one', () => {
      const proposal = (ms: number[]) => bytes(0x72, 1 + ms.length, 0x08, ...ms);
      const most = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
      const { schedule } = decode('Proposal', proposal(most));
      expect(schedule.acceptByMs).to.equal(Number.MAX_SAFE_INTEGER);
      for (const ms of [
        [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
        [0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
        [0x82, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x10],
        [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
        [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01],
      ])
        expect(refusalBy(() => decode('Proposal', proposal(ms))).code).to.equal('E_NOT_CANONICAL');
    });

    it('a 32-bit number that is longer than 32 bits', () => {
      const { code } = refusalBy(() =>
        decode('Envelope', bytes(0x08, 0x81, 0x80, 0x80, 0x80, 0x10)),
      );
      expect(code).to.equal('E_NOT_CANONICAL');
    });

    it('groups within groups, however deep', () => {
      const { code } = refusalBy(() => decode('Envelope', new Uint8Array(100_000).fill(0x3b)));
      expect(code).to.equal('E_MALFORMED');
    });
  });

  it('refuses random bytes with a code, or takes them for what they encode', () => {
    fc.assert(
      fc.property(fc.constantFrom(...topLevel), fc.uint8Array({ maxLength: 200 }), ([name], data) =>
        decodesOrRefuses(name, data),
      ),
      { numRuns: 2000 },
    );
  });

  it('refuses a message with bytes changed, cut or added with a code, or takes it', () => {
    const change = fc.record({
      at: fc.nat(),
      cut: fc.nat(3),
      add: fc.uint8Array({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(anyOfAll, change, ({ name, message }, { at, cut, add }) => {
        const whole = Buffer.from(encodeAny(name, message));
        const place = at % (whole.length + 1);
        const changed = Buffer.concat([whole.subarray(0, place), add, whole.subarray(place + cut)]);
        decodesOrRefuses(name, changed);
      }),
      { numRuns: 1000 },
    );
  });
});

function decodesOrRefuses(name: MessageName, data: Uint8Array): void {
  let message: Messages[MessageName];
  try {
    message = decode(name, data);
  } catch (error) {
    expect(error).to.be.instanceOf(ProtocolError);
    return;
  }
  expect(Buffer.compare(encodeAny(name, message), data)).to.equal(0);
}

function encodeAny(name: MessageName, message: unknown): Uint8Array {
  return encode(name, message as never);
}

function sameAgain(name: MessageName, bytes: Uint8Array): boolean {
  return Buffer.compare(encodeAny(name, decode(name, bytes)), bytes) === 0;
}

function isMessage(name: string): boolean {
  const nested = ['Sum', 'Schedule', 'SumKeys', 'SumDeal', 'SumShares', 'Member', 'PairReveal'];
  const others = ['SharePiece', 'KeysDigest', 'Recovered', 'SelfSeed', 'PairSeed', 'Comparable'];
  return name in hushmark.v1 && ![...nested, ...others].includes(name);
}

/** The same value with every Uint8Array, Buffers too, as hex. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
