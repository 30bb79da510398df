/**
 * The consortium manifest, `consortium.json`: who the members are, and the policy that all of them signed.
 *
 * It counts when every member has signed its canonical bytes; a change is a new manifest that names the digest of the
 * previous one. Its digest is in every topic name, signature and key derivation.
 */
import type { KeyObject } from 'node:crypto';
import * as v from 'valibot';
import { canonicalJson } from './canonical-json.ts';
import { digest, domain, hex } from './digest.ts';
import { ProtocolError } from './errors.ts';
import { identityKey, verifySignature } from './identity.ts';
import { checkShape, plainObject } from './shape.ts';

const orgName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'must be letters, digits, _ and -, at most 32'),
);
const base64 = (bytes: number) =>
  v.pipe(
    v.string(),
    v.check((text) => {
      const decoded = Buffer.from(text, 'base64');
      return decoded.length === bytes && decoded.toString('base64') === text;
    }, `must be ${bytes} bytes in base64`),
  );
const text = (most: number, least = 1) => v.pipe(v.string(), v.minLength(least), v.maxLength(most));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

/** A member's public card, as `bench-node init` writes it to card.json. */
export const cardSchema = v.strictObject({
  org: orgName,
  identityKey: base64(32),
  peerId: text(128, 10),
  addresses: v.pipe(v.array(text(256)), v.minLength(1), v.maxLength(8)),
});
export type Card = v.InferOutput<typeof cardSchema>;

const policySchema = v.strictObject({
  /** a round with a smaller quorum is refused; at least 3 */
  minimumContributors: whole(3, 256),
  /** f of every round: how many members may lie or collude */
  toleratedFaulty: whole(1, 85),
  /** the longest that a round may take from the end of accepting to its closing instant, in seconds */
  longestRoundSeconds: whole(1, 86_400),
  /** how long a round of the same work must have the same contributors; 30 where it is not said */
  comparableDays: v.exactOptional(whole(0, 3650)),
});
export type Policy = v.InferOutput<typeof policySchema>;

const manifestSchema = v.strictObject({
  version: v.literal(1),
  name: text(64),
  members: v.pipe(v.array(cardSchema), v.minLength(3), v.maxLength(256)),
  policy: policySchema,
  previous: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

const signature = base64(64);
const fileSchema = v.strictObject({ manifest: manifestSchema, signatures: plainObject });
/** The content of consortium.json. */
export interface ManifestFile {
  readonly manifest: Manifest;
  /** base64, by org */
  readonly signatures: Record<string, string>;
}

/** A manifest that every member signed: the only form that the rest of the code takes. */
export interface Consortium {
  readonly manifest: Manifest;
  /** 32 bytes */
  readonly digest: Buffer;
  /** sorted */
  readonly orgs: readonly string[];
  readonly keys: ReadonlyMap<string, KeyObject>;
}

/** A manifest of these cards, members sorted by name. @throws ProtocolError E_MANIFEST */
export function createManifest(name: string, cards: readonly Card[], policy: Policy): Manifest {
  const members = cards.toSorted((a, b) => (a.org < b.org ? -1 : 1));
  return checkMembers(
    parse(manifestSchema, { version: 1, name, members, policy, previous: null }, 'manifest'),
  );
}

/** What a member signs: a domain and the manifest's canonical JSON. */
export function manifestBytes(manifest: Manifest): Buffer {
  return Buffer.concat([domain('manifest'), Buffer.from(canonicalJson(manifest))]);
}

/** 32 bytes. */
export function manifestDigest(manifest: Manifest): Buffer {
  return digest('consortium', canonicalJson(manifest));
}

/** The file's content, checked in shape but not in signatures. @throws ProtocolError E_MANIFEST */
export function parseManifestFile(text: string): ManifestFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ProtocolError(
      'E_MANIFEST',
      `consortium.json is no JSON: ${(error as Error).message}`,
    );
  }
  const { manifest, signatures } = parse(fileSchema, value, 'consortium.json');
  return { manifest: checkMembers(manifest), signatures: checkSignatures(signatures) };
}

/** @throws ProtocolError E_MANIFEST */
export function parseCard(value: unknown): Card {
  return parse(cardSchema, value, 'card.json');
}

/**
 * The consortium of a file that every member signed.
 * @throws ProtocolError E_MANIFEST_UNSIGNED (details.missing), E_BAD_SIGNATURE (details.org)
 */
export function openConsortium(file: ManifestFile): Consortium {
  const { manifest, signatures } = file;
  const bytes = manifestBytes(manifest);
  const keys = new Map(
    manifest.members.map((m) => [m.org, identityKey(Buffer.from(m.identityKey, 'base64'))]),
  );
  const missing = manifest.members
    .map((m) => m.org)
    .filter((org) => !Object.hasOwn(signatures, org));
  if (missing.length > 0)
    throw new ProtocolError(
      'E_MANIFEST_UNSIGNED',
      `consortium.json lacks the signature of ${missing.join(', ')}: each runs \`bench-node consortium sign\``,
      { missing },
    );
  for (const [org, signature] of Object.entries(signatures)) {
    const key = keys.get(org);
    if (!key || !verifySignature(key, bytes, Buffer.from(signature, 'base64')))
      throw new ProtocolError(
        'E_BAD_SIGNATURE',
        `${org}'s signature of consortium.json does not hold`,
        {
          org,
        },
      );
  }
  return {
    manifest,
    digest: manifestDigest(manifest),
    orgs: manifest.members.map((m) => m.org),
    keys,
  };
}

/** First 16 hex digits of the digest: what people compare by eye. */
export function shortDigest(consortium: Pick<Consortium, 'digest'>): string {
  return hex(consortium.digest).slice(0, 16);
}

function checkMembers(manifest: Manifest): Manifest {
  const twice = (key: 'org' | 'identityKey' | 'peerId') => {
    const values = manifest.members.map((m) => m[key]);
    return values.find((value, i) => values.indexOf(value) !== i);
  };
  for (const key of ['org', 'identityKey', 'peerId'] as const) {
    const value = twice(key);
    if (value !== undefined)
      throw new ProtocolError('E_MANIFEST', `two members share the ${key} ${value}`, {
        key,
        value,
      });
  }
  const names = manifest.members.map((m) => m.org);
  if (names.some((name, i) => i > 0 && (names[i - 1] as string) > name))
    throw new ProtocolError('E_MANIFEST', 'the members of a manifest stand sorted by name');
  return manifest;
}

/** Entry by entry: `v.record` would drop the signature of an org named "constructor" without a word. */
function checkSignatures(signatures: Readonly<Record<string, unknown>>): Record<string, string> {
  const entries = Object.entries(signatures).map(([org, value]) => {
    const at = ['signatures', org];
    return [
      parse(orgName, org, 'consortium.json', at),
      parse(signature, value, 'consortium.json', at),
    ];
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function parse<S extends v.GenericSchema>(
  schema: S,
  given: unknown,
  what: string,
  at: readonly string[] = [],
): v.InferOutput<S> {
  const { value, flaw } = checkShape(schema, given, at);
  if (!flaw) return value;
  throw new ProtocolError('E_MANIFEST', `${what}: ${flaw.text}`, { path: flaw.key || what });
}
