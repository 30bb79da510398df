/** A consortium of any size for figures: orgs Org001 … with keys that grow from their names, and one round's terms. */
import { createHash } from 'node:crypto';
import type { Layout } from '../../aggregation/index.ts';
import { identityOf, type Identity } from '../../node/vault/identity-key.ts';
import type { StatementOf } from '../../protocol/agreement.ts';
import {
  createManifest,
  manifestBytes,
  openConsortium,
  parseManifestFile,
} from '../../protocol/manifest.ts';
import { termsOf, type Terms } from '../../protocol/terms.ts';
import type { TestConsortium } from '../protocol/consortium.ts';
import { proposed } from '../protocol/proposal.ts';

export interface World extends TestConsortium {
  readonly identities: ReadonlyMap<string, Identity>;
  readonly proposal: StatementOf<'proposal'>;
}

/** As many liars as n orgs can bear and still be sure of a certificate: n >= 3f + 1. */
const toleratedOf = (n: number) => Math.max(1, Math.floor((n - 1) / 3));

export function worldOf(n: number): World {
  const orgs = Array.from({ length: n }, (_, i) => `Org${String(i + 1).padStart(3, '0')}`);
  const identities = new Map(orgs.map((org) => [org, identityOf(seedFrom(`identity of ${org}`))]));
  const signers = new Map(
    [...identities].map(([org, { publicKey, sign }]) => {
      const identityKey = Buffer.from(publicKey).toString('base64');
      const addresses = ['/ip4/127.0.0.1/tcp/4001'];
      return [org, { sign, card: { org, identityKey, peerId: `12D3KooW${org}`, addresses } }];
    }),
  );
  const cards = [...signers.values()].map(({ card }) => card);
  const manifest = createManifest('figures', cards, {
    minimumContributors: 3,
    toleratedFaulty: toleratedOf(n),
    longestRoundSeconds: 600,
  });
  const bytes = manifestBytes(manifest);
  const signatures = Object.fromEntries(
    [...signers].map(([org, { sign }]) => [org, Buffer.from(sign(bytes)).toString('base64')]),
  );
  const text = JSON.stringify({ manifest, signatures });
  const consortium = openConsortium(parseManifestFile(text));
  const world = { consortium, text, orgs, signers };
  return { ...world, identities, proposal: proposed(world) };
}

/** The round's terms with vectors of another layout. */
export function termsWith({ consortium, proposal }: World, layout: Layout): Terms {
  const terms = termsOf(consortium, proposal.message);
  return { ...terms, sums: terms.sums.map((plan) => ({ ...plan, layout })) };
}

/** 32 bytes. */
export function seedFrom(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
