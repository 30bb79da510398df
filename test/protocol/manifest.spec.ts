/** The manifest: every member signs one canonical text, and nothing else counts. */
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson, type Json } from '../../protocol/canonical-json.ts';
import { hex } from '../../protocol/digest.ts';
import {
  createManifest,
  manifestBytes,
  manifestDigest,
  openConsortium,
  parseCard,
  parseManifestFile,
  shortDigest,
  type ManifestFile,
} from '../../protocol/manifest.ts';
import { consortiumOf, POLICY, signerOf } from './consortium.ts';
import { refusalBy } from './refusal.ts';

const { text, consortium } = consortiumOf(4);
const file = () => JSON.parse(text) as Mutable<ManifestFile>;
type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> };
const openText = (value: unknown) => openConsortium(parseManifestFile(JSON.stringify(value)));
const cards = ['A', 'B', 'C'].map((org) => signerOf(org).card);

/** The same JSON value with the keys of every object in the opposite order. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner as Json)]),
  );
}

describe('a manifest', () => {
  it('opens when every member signed it', () => {
    expect(consortium.orgs).to.deep.equal(['A', 'B', 'C', 'D']);
    expect([...consortium.keys.keys()]).to.deep.equal(['A', 'B', 'C', 'D']);
    expect(hex(consortium.digest)).to.equal(hex(manifestDigest(consortium.manifest)));
    expect(shortDigest(consortium)).to.equal(hex(consortium.digest).slice(0, 16));
  });

  it('has one text, whatever the order of keys and the white space in the file', () => {
    const other = JSON.stringify(reversed(file() as unknown as Json), null, 4);
    expect(other).to.not.equal(text);
    expect(hex(openConsortium(parseManifestFile(other)).digest)).to.equal(hex(consortium.digest));
    const { manifest } = parseManifestFile(other);
    expect(hex(manifestBytes(manifest))).to.equal(hex(manifestBytes(consortium.manifest)));
  });

  it('sorts its members, whatever the order of the cards', () => {
    const one = createManifest('x', cards, POLICY);
    const other = createManifest('x', cards.toReversed(), POLICY);
    expect(canonicalJson(one)).to.equal(canonicalJson(other));
  });

  it('names whose signature is missing', () => {
    const lacking = file();
    delete lacking.signatures.B;
    delete lacking.signatures.D;
    const error = refusalBy(() => openText(lacking));
    expect(error.code).to.equal('E_MANIFEST_UNSIGNED');
    expect(error.details).to.deep.equal({ missing: ['B', 'D'] });
    expect(error.message).to.contain('B, D');
  });

  it('counts no signature of somebody else', () => {
    const extra = file();
    extra.signatures.Z = extra.signatures.A as string;
    const error = refusalBy(() => openText(extra));
    expect([error.code, error.details.org]).to.deep.equal(['E_BAD_SIGNATURE', 'Z']);
    const swapped = file();
    swapped.signatures.A = swapped.signatures.B as string;
    expect(refusalBy(() => openText(swapped)).details.org).to.equal('A');
  });

  it('is not opened by a name that every object has', () => {
    const proto = file();
    proto.manifest.members[3] = { ...signerOf('toString').card };
    delete proto.signatures.D;
    expect(refusalBy(() => openText(proto)).details.missing).to.deep.equal(['toString']);
  });

  const flips: Record<string, (f: Mutable<ManifestFile>) => void> = {
    name: (f) => (f.manifest.name = 'other'),
    'a policy number': (f) => (f.manifest.policy.longestRoundSeconds += 1),
    'an address': (f) => (f.manifest.members[0]!.addresses = ['/ip4/127.0.0.1/tcp/1']),
    'a peer id': (f) => (f.manifest.members[1]!.peerId = '12D3KooWother'),
    'an identity key': (f) =>
      (f.manifest.members[2]!.identityKey = signerOf('C', 'other').card.identityKey),
    previous: (f) => (f.manifest.previous = '0'.repeat(64)),
    'a member left out': (f) => {
      f.manifest.members.pop();
      delete f.signatures.D;
    },
  };
  for (const [what, flip] of Object.entries(flips))
    it(`does not hold with another ${what}`, () => {
      const changed = file();
      flip(changed);
      expect(refusalBy(() => openText(changed)).code).to.equal('E_BAD_SIGNATURE');
    });

  it('has no signature with a bit flipped', () => {
    for (let at = 0; at < 64; at += 7) {
      const changed = file();
      const bytes = Buffer.from(changed.signatures.A as string, 'base64');
      bytes[at] = (bytes[at] as number) ^ 1;
      changed.signatures.A = bytes.toString('base64');
      expect(refusalBy(() => openText(changed)).details).to.deep.equal({ org: 'A' });
    }
  });

  const shared = { org: 'B', identityKey: cards[1]!.identityKey, peerId: cards[1]!.peerId };
  for (const key of ['org', 'identityKey', 'peerId'] as const)
    it(`refuses two members with one ${key}`, () => {
      const twins = cards.map((card, i) => (i === 2 ? { ...card, [key]: shared[key] } : card));
      const error = refusalBy(() => createManifest('x', twins, POLICY));
      expect(error.code).to.equal('E_MANIFEST');
      expect(error.details).to.deep.equal({ key, value: shared[key] });
    });

  it('counts the signature of an org that is named as a property of every object', () => {
    const signers = ['A', 'B', 'constructor'].map((org) => signerOf(org));
    const manifest = createManifest(
      'x',
      signers.map(({ card }) => card),
      POLICY,
    );
    const signatures = Object.fromEntries(
      signers.map(({ card, sign }) => [
        card.org,
        Buffer.from(sign(manifestBytes(manifest))).toString('base64'),
      ]),
    );
    expect(openText({ manifest, signatures }).orgs).to.deep.equal(['A', 'B', 'constructor']);
  });

  it('refuses members that do not stand sorted', () => {
    const changed = file();
    changed.manifest.members.reverse();
    const error = refusalBy(() => openText(changed));
    expect(error.code).to.equal('E_MANIFEST');
    expect(error.message).to.contain('sorted');
  });

  const shapes: [string, (f: Mutable<ManifestFile>) => unknown, string][] = [
    ['a field that nobody knows', (f) => ({ ...f, more: 1 }), 'more'],
    ['another version', (f) => Object.assign(f.manifest, { version: 2 }) && f, 'manifest.version'],
    ['two members', (f) => f.manifest.members.splice(2) && f, 'manifest.members'],
    ['f of zero', (f) => Object.assign(f.manifest.policy, { toleratedFaulty: 0 }) && f, 'manifest.policy.toleratedFaulty'], // prettier-ignore
    ['two contributors', (f) => Object.assign(f.manifest.policy, { minimumContributors: 2 }) && f, 'manifest.policy.minimumContributors'], // prettier-ignore
    ['a fraction', (f) => Object.assign(f.manifest.policy, { longestRoundSeconds: 1.5 }) && f, 'manifest.policy.longestRoundSeconds'], // prettier-ignore
    ['a name with a slash', (f) => Object.assign(f.manifest.members[0]!, { org: 'A/B' }) && f, 'manifest.members.0.org'], // prettier-ignore
    ['a key of 31 bytes', (f) => Object.assign(f.manifest.members[0]!, { identityKey: Buffer.alloc(31).toString('base64') }) && f, 'manifest.members.0.identityKey'], // prettier-ignore
    ['base64 with line ends', (f) => Object.assign(f.manifest.members[0]!, { identityKey: `${f.manifest.members[0]!.identityKey}\n` }) && f, 'manifest.members.0.identityKey'], // prettier-ignore
    ['no signatures at all', ({ manifest }) => ({ manifest }), 'signatures'],
    ['a signature of 63 bytes', (f) => Object.assign(f.signatures, { A: Buffer.alloc(63).toString('base64') }) && f, 'signatures.A'], // prettier-ignore
    ['a signature of no name', (f) => Object.assign(f.signatures, { 'A/B': f.signatures.A }) && f, 'signatures.A/B'], // prettier-ignore
  ];
  for (const [what, change, path] of shapes)
    it(`refuses ${what}, and says where`, () => {
      const error = refusalBy(() => openText(change(file())));
      expect(error.code).to.equal('E_MANIFEST');
      expect(error.details).to.deep.equal({ path });
    });

  it('refuses what is no JSON', () => {
    for (const bad of ['', '{', 'null', '[]', '"x"', '1'])
      expect(refusalBy(() => parseManifestFile(bad)).code).to.equal('E_MANIFEST');
  });

  it('reads a card, and no other object', () => {
    expect(parseCard(cards[0])).to.deep.equal(cards[0]);
    expect(refusalBy(() => parseCard({ ...cards[0], extra: 1 })).code).to.equal('E_MANIFEST');
    expect(refusalBy(() => parseCard({ ...cards[0], addresses: [] })).details.path).to.equal(
      'addresses',
    );
  });

  it('never throws anything but a refusal, whatever the JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', 'manifest', 'signatures'), (value, key) => {
        refusalBy(() => openText(key ? { ...file(), [key]: value } : value));
      }),
    );
  });
});

describe('canonical JSON', () => {
  const cases: [string, Json, string][] = [
    ['sorts keys by UTF-16 code units', { b: 1, a: 2, B: 3, '10': 4, '9': 5 }, '{"10":4,"9":5,"B":3,"a":2,"b":1}'], // prettier-ignore
    ['sorts a surrogate pair before a later plane-0 letter', { '\ufb33': 1, '\u{1f600}': 2 }, '{"\u{1f600}":2,"\ufb33":1}'], // prettier-ignore
    ['keeps the order of arrays', [3, 1, 2, [], {}], '[3,1,2,[],{}]'],
    ['writes minus zero as zero', -0, '0'],
    ['writes no exponent', Number.MAX_SAFE_INTEGER, '9007199254740991'],
    ['escapes only what JSON must', 'a"\\\n\u0001é\u2028', '"a\\"\\\\\\n\\u0001é\u2028"'],
    ['takes null and booleans', [null, true, false], '[null,true,false]'],
    ['keeps a key named __proto__', JSON.parse('{"__proto__":1,"a":2}') as Json, '{"__proto__":1,"a":2}'], // prettier-ignore
  ];
  for (const [what, value, expected] of cases)
    it(what, () => expect(canonicalJson(value)).to.equal(expected));

  it('refuses numbers that are no integers of at most 2^53-1', () => {
    for (const bad of [0.5, NaN, Infinity, -Infinity, 2 ** 53, -(2 ** 53), 1e300])
      expect(refusalBy(() => canonicalJson([bad])).code).to.equal('E_NOT_CANONICAL');
  });

  it('is one text for one value, and reads back as that value', () => {
    const integers = fc.jsonValue({ noUnicodeString: false }).map(wholeNumbers);
    fc.assert(
      fc.property(integers, (value) => {
        const once = canonicalJson(value);
        expect(canonicalJson(reversed(value))).to.equal(once);
        expect(JSON.parse(once)).to.deep.equal(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('gives the digest of the manifest, and pins it', () => {
    const pinned = createHash('sha256')
      .update('hushmark/1/manifest\0' + canonicalJson(consortium.manifest))
      .digest('hex');
    const bytes = createHash('sha256').update(manifestBytes(consortium.manifest)).digest('hex');
    expect(bytes).to.equal(pinned);
  });
});

function wholeNumbers(value: unknown): Json {
  if (typeof value === 'number') return Math.trunc(value % 2 ** 53) + 0;
  if (Array.isArray(value)) return value.map(wholeNumbers);
  if (typeof value !== 'object' || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wholeNumbers(v)]));
}
