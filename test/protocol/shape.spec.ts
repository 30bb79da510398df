/** What is wrong with a value from outside is said by key and rule, never by its content. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import * as v from 'valibot';
import { checkShape, parseShape, plainObject } from '../../protocol/shape.ts';

const schema = v.strictObject({
  tps: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(9)),
  name: v.optional(v.pipe(v.string(), v.minLength(2), v.regex(/^[a-z]+$/, 'small letters')), 'ab'),
  list: v.optional(v.pipe(v.array(v.strictObject({ id: v.string() })), v.maxLength(2)), []),
  level: v.optional(v.picklist(['low', 'high'])),
  free: v.optional(plainObject),
  either: v.optional(v.union([v.string(), v.number()])),
  own: v.optional(v.custom<number>(Number.isInteger)),
});

describe('a shape', () => {
  it('gives the value back, its defaults filled in', () => {
    expect(checkShape(schema, { tps: 3, free: { constructor: 1 } })).to.deep.equal({
      value: { tps: 3, name: 'ab', list: [], free: { constructor: 1 } },
    });
  });

  const flaws: [what: string, value: unknown, key: string, text: string][] = [
    ['no value', undefined, '', 'is missing'],
    ['nothing', null, '', 'must be an object'],
    ['a list', [1], '', 'must be an object, not a list'],
    ['an empty list', { tps: 1, free: [] }, 'free', 'free: must be an object'],
    ['a missing key', {}, 'tps', 'tps: is missing'],
    ['an unknown key', { tps: 1, more: 1 }, 'more', 'unknown key "more"'],
    ['a misspelt key', { tsp: 1 }, 'tsp', 'unknown key "tsp"'],
    [
      'an unknown key in a list',
      { tps: 1, list: [{ id: 'a', x: 1 }] },
      'list.0.x',
      'unknown key "list.0.x"',
    ],
    ['a key of every object', { tps: 1, toString: 1 }, 'toString', 'unknown key "toString"'],
    [
      '__proto__',
      JSON.parse('{"tps": 1, "__proto__": {}}'),
      '__proto__',
      'unknown key "__proto__"',
    ],
    ['a string for a number', { tps: 'secret' }, 'tps', 'tps: must be a number'],
    ['no number', { tps: NaN }, 'tps', 'tps: must be a number'],
    ['a fraction', { tps: 1.5 }, 'tps', 'tps: must be a whole number'],
    ['too little', { tps: 0 }, 'tps', 'tps: must be at least 1'],
    ['too much', { tps: Infinity }, 'tps', 'tps: must be a whole number'],
    ['a short string', { tps: 1, name: 'a' }, 'name', 'name: must have at least 2 characters'],
    ['a wrong string', { tps: 1, name: 'SECRET' }, 'name', 'name: small letters'],
    [
      'a long list',
      { tps: 1, list: Array(3).fill({ id: 'a' }) },
      'list',
      'list: must have at most 2 items',
    ],
    [
      'a word out of the set',
      { tps: 1, level: 'secret' },
      'level',
      'level: must be "low" or "high"',
    ],
    ['neither kind', { tps: 1, either: true }, 'either', 'either: must be a string or a number'],
    ['a value of its own', { tps: 1, own: 'secret' }, 'own', 'own: is not valid'],
  ];
  for (const [what, value, key, text] of flaws)
    it(`names the key and the rule of ${what}`, () => {
      const { flaw } = checkShape(schema, value);
      expect(flaw).to.include({ key, text });
    });

  it('says where the value stands', () => {
    const { flaw } = checkShape(schema, { tps: null }, ['rounds', 2]);
    expect(flaw).to.deep.include({
      path: ['rounds', 2, 'tps'],
      text: 'rounds.2.tps: must be a number',
    });
  });

  it('cuts off a key that somebody else made long', () => {
    const { flaw } = checkShape(schema, { tps: 1, ['x'.repeat(1_000)]: 1 });
    expect(flaw?.key).to.equal('x'.repeat(64));
  });

  it('throws the flaw for those who have nothing to add', () => {
    expect(parseShape(v.string(), 'a')).to.equal('a');
    expect(() => parseShape(schema, { tps: 0 })).to.throw(/^tps: must be at least 1$/);
  });

  it('is the same on the two floors that do not know each other', () => {
    const code = (floor: string) =>
      readFileSync(new URL(`../../${floor}/shape.ts`, import.meta.url), 'utf8')
        .split(' */\n')
        .slice(1);
    expect(code('connectors')).to.deep.equal(code('protocol'));
  });
});
