/** Manifests that follow the one of good/four-orgs, and others that claim to. */
import { hex } from '../../protocol/digest.ts';
import { createManifest, manifestBytes, manifestDigest, parseManifestFile, type Manifest } from '../../protocol/manifest.ts'; // prettier-ignore
import { POLICY, signerOf, type TestConsortium } from '../protocol/consortium.ts';
import type { ChainCase } from './files.ts';

/** consortium.json by file name: 1 is the one of good/four-orgs, E joins in 2, 3 has another policy. */
export function chainManifests(world: TestConsortium): Record<string, string> {
  const five = [...world.orgs, 'E'];
  const second = manifest(world.text, five);
  const third = manifest(second, five, { longestRoundSeconds: 900 });
  return {
    1: world.text,
    2: second,
    3: third,
    'fork-of-2': manifest(world.text, five, { longestRoundSeconds: 900 }),
    'without-d': manifest(world.text, ['A', 'B', 'C', 'E']),
    'another-key': manifest(world.text, world.orgs, {}, 'other'),
    unsigned: unsigned(second, 'E'),
  };
}

export const chainCases: readonly ChainCase[] = [
  { about: 'the founding one alone', given: ['1'], place: 1, names: [] },
  { about: 'all, in order', given: ['1', '2', '3'], place: 1, names: [] },
  { about: 'all, in another order, one twice', given: ['3', '1', '2', '1'], place: 1, names: [] },
  { about: 'only later ones', given: ['2', '3'], place: null, names: ['none of the 2'] },
  { about: 'a gap', given: ['1', '3'], place: null, names: ['gap'] },
  { about: 'a fork', given: ['1', '2', 'fork-of-2'], place: null, names: ['fork'] },
  { about: 'D left out without its word', given: ['1', 'without-d'], place: null, names: ['D'] },
  { about: 'other keys in the place of all', given: ['1', 'another-key'], place: null, names: ['A, B, C, D'] }, // prettier-ignore
  { about: 'a signature missing', given: ['1', 'unsigned', '3'], place: null, names: ['signature of E', '2 of the 3'] }, // prettier-ignore
];

function manifest(
  after: string,
  orgs: readonly string[],
  policy: Partial<typeof POLICY> = {},
  salt = '',
): string {
  const signers = orgs.map((org) => signerOf(org, salt));
  const cards = signers.map(({ card }) => card);
  const previous = hex(manifestDigest(parseManifestFile(after).manifest));
  const content: Manifest = {
    ...createManifest('test', cards, { ...POLICY, ...policy }),
    previous,
  };
  const signatures = signers.map(({ card, sign }) => [
    card.org,
    Buffer.from(sign(manifestBytes(content))).toString('base64'),
  ]);
  return `${JSON.stringify({ manifest: content, signatures: Object.fromEntries(signatures) as Record<string, string> }, null, 2)}\n`;
}

function unsigned(text: string, org: string): string {
  const file = JSON.parse(text) as { signatures: Record<string, string> };
  delete file.signatures[org];
  return `${JSON.stringify(file, null, 2)}\n`;
}
