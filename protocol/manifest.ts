/**
 * The consortium manifest, `consortium.json`: who the members are, and the policy that all of them signed.
 *
 * It counts when every member has signed its canonical bytes; a change is a new manifest that names the digest of the
 * previous one. Its digest is in every topic name, signature and key derivation.
 */
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { digest, domain, hex } from './digest.ts';
import { ProtocolError } from './errors.ts';
import { identityKey, verifySignature } from './identity.ts';

const orgName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, 'letters, digits, _ and -, at most 32');
const base64 = (bytes: number) =>
  z.string().refine((text) => {
    const decoded = Buffer.from(text, 'base64');
    return decoded.length === bytes && decoded.toString('base64') === text;
  }, `${bytes} bytes in base64`);

/** A member's public card, as `bench-node init` writes it to card.json. */
export const cardSchema = z.strictObject({
  org: orgName,
  identityKey: base64(32),
  peerId: z.string().min(10).max(128),
  addresses: z.array(z.string().min(1).max(256)).min(1).max(8),
});
export type Card = z.infer<typeof cardSchema>;

const policySchema = z.strictObject({
  /** a round with a smaller quorum is refused; at least 3 */
  minimumContributors: z.int().min(3).max(256),
  /** f of every round: how many members may lie or collude */
  toleratedFaulty: z.int().min(1).max(85),
  /** the longest that a round may take from the end of accepting to its closing instant, in seconds */
  longestRoundSeconds: z.int().min(1).max(86_400),
});
export type Policy = z.infer<typeof policySchema>;

const manifestSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().min(1).max(64),
  members: z.array(cardSchema).min(3).max(256),
  policy: policySchema,
  previous: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
});
export type Manifest = z.infer<typeof manifestSchema>;

const fileSchema = z.strictObject({
  manifest: manifestSchema,
  signatures: z.record(orgName, base64(64)),
});
/** The content of consortium.json. */
export type ManifestFile = z.infer<typeof fileSchema>;

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
  const file = parse(fileSchema, value, 'consortium.json');
  checkMembers(file.manifest);
  return file;
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

function parse<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const path = issue?.path.join('.') || what;
  throw new ProtocolError('E_MANIFEST', `${what}: ${path}: ${issue?.message ?? 'invalid'}`, {
    path,
  });
}
