/** A consortium for tests: orgs A, B, C … whose identity keys grow from their names, so that a failure can be replayed. */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import {
  createManifest,
  manifestBytes,
  openConsortium,
  parseManifestFile,
  type Card,
  type Consortium,
  type Policy,
} from '../../protocol/manifest.ts';
import { open, seal, type Payload, type StatementType } from '../../protocol/statement.ts';
import type { StatementOf } from '../../protocol/agreement.ts';

export interface Signer {
  readonly card: Card;
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

export interface TestConsortium {
  readonly consortium: Consortium;
  /** consortium.json */
  readonly text: string;
  /** sorted */
  readonly orgs: readonly string[];
  readonly signers: ReadonlyMap<string, Signer>;
}

export const POLICY: Policy = {
  minimumContributors: 3,
  toleratedFaulty: 1,
  longestRoundSeconds: 600,
};

/** PKCS #8 of an Ed25519 private key (RFC 8410) is this, and the 32 bytes of the key. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** An Ed25519 key whose 32 private bytes are the hash of a text. */
export function keyFrom(text: string): KeyObject {
  const seed = createHash('sha256').update(text).digest();
  return createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** An org's public card, and what signs for it. */
export function signerOf(org: string, salt = ''): Signer {
  const key = keyFrom(`${salt}/${org}`);
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    card: {
      org,
      identityKey: spki.subarray(-32).toString('base64'),
      peerId: `12D3KooW${org.padEnd(12, 'x')}`,
      addresses: [`/ip4/127.0.0.1/tcp/${4000 + org.charCodeAt(0)}`],
    },
    sign: (bytes) => sign(null, bytes, key),
  };
}

/** Cards of `n` orgs whose names are as long as a name may be. */
export function manyCards(n: number): { readonly orgs: readonly string[]; readonly cards: Card[] } {
  const orgs = Array.from({ length: n }, (_, i) => `Org-${i}`.padEnd(32, 'x')).sort();
  const cards = orgs.map((org) => ({ ...signerOf(org).card, peerId: `12D3KooW${org}` }));
  return { orgs, cards };
}

/** `n` orgs named A, B, C …, all of whom signed. Another salt makes other keys. */
export function consortiumOf(n: number, policy: Partial<Policy> = {}, salt = ''): TestConsortium {
  const orgs = Array.from({ length: n }, (_, i) => String.fromCharCode(65 + i));
  const signers = new Map(orgs.map((org) => [org, signerOf(org, salt)]));
  const cards = [...signers.values()].map(({ card }) => card);
  const manifest = createManifest('test', cards, { ...POLICY, ...policy });
  const bytes = manifestBytes(manifest);
  const signatures = Object.fromEntries(
    [...signers].map(([org, s]) => [org, Buffer.from(s.sign(bytes)).toString('base64')]),
  );
  const text = JSON.stringify({ manifest, signatures });
  return { consortium: openConsortium(parseManifestFile(text)), text, orgs, signers };
}

/** A statement as this org would send it: sealed, and opened again. */
export function said<T extends StatementType>(
  { consortium, signers }: Pick<TestConsortium, 'consortium' | 'signers'>,
  org: string,
  type: T,
  message: Payload<T>,
): StatementOf<T> {
  const signer = signers.get(org);
  if (!signer) throw new TypeError(`no test org is named ${org}`);
  const bytes = seal(consortium.digest, org, { type, message } as never, signer.sign);
  return open(consortium, bytes) as StatementOf<T>;
}
