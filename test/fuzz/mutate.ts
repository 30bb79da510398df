/** Seeded mutations: of bytes, as a bad wire or a liar would make them, and of plain values, as a compromised node would. */
import type { Random } from '../simulation/random.ts';

type Mutation = (bytes: Buffer, random: Random, other: Uint8Array) => Buffer;

const INTERESTING = [0, 1, 0x7f, 0x80, 0xff, 0x08, 0x0a, 0x12, 0x1a, 0x22];
const LONG_VARINT = Buffer.from('ffffffffffffffffff01', 'hex');

const flip: Mutation = (bytes, random) => {
  const at = random.whole(0, bytes.length - 1);
  bytes[at] = (bytes[at] as number) ^ (1 << random.whole(0, 7));
  return bytes;
};
const set: Mutation = (bytes, random) => {
  bytes[random.whole(0, bytes.length - 1)] = random.chance(0.5)
    ? random.one(INTERESTING)
    : random.whole(0, 255);
  return bytes;
};
/** Lengths and tags of protobuf stand near the start. */
const setEarly: Mutation = (bytes, random) => {
  bytes[random.whole(0, Math.min(bytes.length, 16) - 1)] = random.whole(0, 255);
  return bytes;
};
const cut: Mutation = (bytes, random) => bytes.subarray(0, random.whole(0, bytes.length - 1));
const drop: Mutation = (bytes, random) => {
  const at = random.whole(0, bytes.length - 1);
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random.whole(1, 40))]);
};
const insert: Mutation = (bytes, random) => {
  const at = random.whole(0, bytes.length);
  const what = random.chance(0.3)
    ? LONG_VARINT
    : Buffer.from(Array.from({ length: random.whole(1, 8) }, () => random.whole(0, 255)));
  return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
};
const repeat: Mutation = (bytes, random) => {
  const at = random.whole(0, bytes.length - 1);
  const part = bytes.subarray(at, at + random.whole(1, 200));
  return Buffer.concat([bytes.subarray(0, at), part, bytes.subarray(at)]);
};
const splice: Mutation = (bytes, random, other) =>
  Buffer.concat([
    bytes.subarray(0, random.whole(0, bytes.length)),
    other.subarray(random.whole(0, other.length)),
  ]);
const MUTATIONS = [flip, flip, set, setEarly, cut, drop, insert, repeat, splice];

/** One to four mutations; `other` is what parts are taken from. */
export function mutateBytes(bytes: Uint8Array, random: Random, other: Uint8Array): Buffer {
  let mutated: Buffer = Buffer.from(bytes);
  for (let times = random.whole(1, 4); times > 0; times--)
    mutated =
      mutated.length === 0
        ? insert(mutated, random, other)
        : random.one(MUTATIONS)(mutated, random, other);
  return mutated;
}

const JUNK: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => undefined,
  () => '',
  () => -1,
  () => 1.5,
  () => NaN,
  () => 2 ** 53,
  () => [],
  () => ({}),
  () => 10n,
  () => new Uint8Array(0),
  () => ({ length: 2 ** 32, 0: 'a' }),
  () => ({ ['__proto__']: { polluted: true }, constructor: 1 }),
  (random) => 'x'.repeat(random.whole(1, 5000)),
  (random) => new Uint8Array(random.whole(0, 300)),
  (random) => new Float64Array(random.whole(0, 100)).fill(random.one([NaN, Infinity, -1, 0.5])),
  (random) => Array.from({ length: random.whole(1, 400) }, () => random.whole(0, 9)),
];

/** Another value somewhere in it: of another type, too long, missing, or one too many. */
export function mutateValue(value: unknown, random: Random): unknown {
  if (random.chance(0.08)) return random.one(JUNK)(random);
  if (value instanceof Float64Array) return random.one(JUNK)(random);
  if (value instanceof Uint8Array)
    return value.length > 0 ? new Uint8Array(mutateBytes(value, random, value)) : new Uint8Array(1);
  if (Array.isArray(value)) return mutateList(value, random);
  if (typeof value === 'object' && value !== null) return mutateObject(value, random);
  if (typeof value === 'number')
    return random.one([value + 1, value - 1, -value, 0, 2 ** 31, 2 ** 32, 2 ** 53 - 1, value]);
  if (typeof value === 'string') {
    const changed = mutateBytes(Buffer.from(value), random, Buffer.from(value)).toString();
    return random.chance(0.5) ? changed : random.one(['', 'Org9', value + value, value.slice(1)]);
  }
  return random.one(JUNK)(random);
}

function mutateList(list: readonly unknown[], random: Random): unknown[] {
  const changed = [...list];
  const at = random.whole(0, Math.max(0, list.length - 1));
  switch (random.whole(0, 3)) {
    case 0:
      changed.splice(at, 1);
      return changed;
    case 1:
      return [...changed, ...changed.slice(at)];
    case 2:
      return changed.reverse();
    default:
      if (list.length > 0) changed[at] = mutateValue(list[at], random);
      return changed;
  }
}

function mutateObject(object: object, random: Random): object {
  const entries = Object.entries(object);
  if (entries.length === 0 || random.chance(0.05)) return { ...object, more: 1 };
  const [name, value] = random.one(entries);
  if (random.chance(0.05)) return Object.fromEntries(entries.filter(([key]) => key !== name));
  return { ...object, [name]: mutateValue(value, random) };
}
