/**
 * Manifests of one consortium, oldest first: each names the digest of the one before it, and all who stood in that one
 * signed the change. An auditor follows them from a manifest that is known to the one under which a bundle was made.
 */
import { hex } from './digest.ts';
import { ProtocolError, refusalOf } from './errors.ts';
import { openConsortium, parseManifestFile, shortDigest, type Consortium } from './manifest.ts';

/** Oldest first, at least one. */
export type ManifestChain = readonly [Consortium, ...Consortium[]];

/** The manifest under which something was signed, among those that the auditor gave. */
export interface AuditedManifest {
  /** hex, 64 digits */
  readonly digest: string;
  /** from 1, the oldest one */
  readonly place: number;
  readonly of: number;
}

export function manifestIn(consortium: Consortium, chain: ManifestChain): AuditedManifest {
  const place = chain.indexOf(consortium) + 1;
  return { digest: hex(consortium.digest), place, of: chain.length };
}

/**
 * The chain of these files' contents, in whatever order they come; a copy of one that is there counts once.
 * @param open for who opens other copies too
 * @throws ProtocolError E_MANIFEST_CHAIN (a gap, a fork, a change that an old member did not sign), and what opening one throws
 */
export function openChain(texts: readonly string[], open = openText): ManifestChain {
  const all = texts.map((text, i) => openOne(open, text, i, texts.length));
  const given = new Map(all.map((consortium) => [hex(consortium.digest), consortium]));
  const next = successors(given);
  const starts = [...given.values()].filter((c) => !given.has(c.manifest.previous ?? ''));
  const [start, ...others] = starts;
  if (!start) throw new ProtocolError('E_MANIFEST_CHAIN', 'give at least one consortium.json');
  if (others.length > 0) refuseGap(starts);
  const chain: [Consortium, ...Consortium[]] = [start];
  for (let last = next.get(hex(start.digest)); last; last = next.get(hex(last.digest))) {
    checkConsent(chain.at(-1) as Consortium, last);
    chain.push(last);
  }
  return chain;
}

const openText = (text: string): Consortium => openConsortium(parseManifestFile(text));

function openOne(open: typeof openText, text: string, index: number, of: number): Consortium {
  try {
    return open(text);
  } catch (error) {
    if (of === 1) throw error;
    const { code, message, details } = refusalOf(error);
    const place = `manifest ${index + 1} of the ${of} given`;
    throw new ProtocolError(code, `${place}: ${message}`, { ...details, place: index + 1 });
  }
}

/** By the digest of the one before. */
function successors(given: ReadonlyMap<string, Consortium>): ReadonlyMap<string, Consortium> {
  const next = new Map<string, Consortium>();
  for (const consortium of given.values()) {
    const { previous } = consortium.manifest;
    if (previous === null) continue;
    const other = next.get(previous);
    if (other) {
      const names = [other, consortium].map(shortDigest).sort();
      throw new ProtocolError(
        'E_MANIFEST_CHAIN',
        `the manifests fork: ${names.join(' and ')} both follow ${previous.slice(0, 16)}; members who signed both said two things`,
        { fork: names, previous },
      );
    }
    next.set(previous, consortium);
  }
  return next;
}

function refuseGap(starts: readonly Consortium[]): never {
  const founding = starts.filter(({ manifest }) => manifest.previous === null);
  const names = starts.map(shortDigest).sort();
  if (founding.length > 1)
    throw new ProtocolError(
      'E_MANIFEST_CHAIN',
      `${founding.map(shortDigest).sort().join(' and ')} both found a consortium: give the manifests of one only`,
      { starts: names },
    );
  const missing = starts.flatMap(({ manifest }) => manifest.previous ?? []).sort();
  throw new ProtocolError(
    'E_MANIFEST_CHAIN',
    `the manifests have a gap: give the one with the digest ${missing.map((digest) => digest.slice(0, 16)).join(', or ')}`,
    { starts: names, missing },
  );
}

/** All of the new members have signed; here, that no old one was left out or had its key replaced without its word. */
function checkConsent(old: Consortium, successor: Consortium): void {
  const keyOf = ({ manifest }: Consortium, org: string) =>
    manifest.members.find((member) => member.org === org)?.identityKey;
  const silent = old.orgs.filter((org) => keyOf(old, org) !== keyOf(successor, org));
  if (silent.length > 0)
    throw new ProtocolError(
      'E_MANIFEST_CHAIN',
      `the change to ${shortDigest(successor)} is not signed by ${silent.join(', ')}, with the key in ${shortDigest(old)}`,
      { silent },
    );
}
