/** Evidence of every lie that can be proven, and files that prove nothing: what generate.ts writes to evidence/. */
import { manifestIn, openChain } from '../../protocol/manifest-chain.ts';
import { verifyEvidence } from '../../protocol/evidence/verify.ts';
import { decode, encode, type Messages } from '../../protocol/schema/codec.ts';
import type { Verified } from '../../protocol/statement.ts';
import { said, signerOf, type TestConsortium } from '../protocol/consortium.ts';
import { accusedIn, ran } from '../protocol/evidence/accused.ts';
import { four, LIES, seven, TWICE_SAID, type Lie } from '../protocol/evidence/cases.ts';
import { evidence, of } from '../protocol/evidence/pieces.ts';
import { editsBetween, fieldsOf } from './edits.ts';
import { readGolden, type BadEvidence, type GoodEvidence } from './files.ts';

type Parts = Messages['Evidence'];

/** Paths in v1/ of the manifests that the auditor has. */
const GIVEN = new Map<TestConsortium, string>([
  [four, 'chain/1.json'],
  [seven, 'evidence/seven.json'],
]);

export interface Golden {
  readonly bytes: Uint8Array;
  readonly verdict: GoodEvidence;
}

/** By file name. */
export function goodEvidence(): Record<string, Golden> {
  const lies = [...LIES.slice(1), ...TWICE_SAID];
  const cases = lies.map((lie) => [lie.what.replaceAll(' ', '-'), inARoom(lie)] as const);
  return { ...Object.fromEntries(cases), 'under-a-later-manifest': underALaterManifest() };
}

function inARoom({ what, world, options, lie }: Lie): Golden {
  const { bytes, conviction } = accusedIn(ran(world, options)).find(
    ({ accusation, evidence: found }) => accusation.lie === lie && found !== null,
  )!.evidence!;
  const { org, round, about } = conviction;
  const given = [GIVEN.get(world) as string];
  return { bytes, verdict: { what, given, place: 1, lie, org, round, about } };
}

/** E, which was no member before. */
function underALaterManifest(): Golden {
  const given = ['chain/1.json', 'chain/2.json', 'chain/3.json'];
  const chain = openChain(given.map((name) => readGolden(name).toString()));
  const consortium = chain[1]!;
  const world = { consortium, signers: new Map([['E', signerOf('E')]]) };
  const round = new Uint8Array(32).fill(5);
  const aborts = ['one', 'two'].map((reason) =>
    said(world, 'E', 'abort', { round, code: 'operator', reason }),
  );
  const bytes = evidence({ lie: 'equivocation', org: 'E' }, aborts);
  const { place } = manifestIn(consortium, chain);
  const { lie, org, round: id, about } = verifyEvidence(bytes, consortium);
  const what = 'two aborts of a member that came later';
  return { bytes, verdict: { what, given, place, lie, org, round: id, about } };
}

/** By file name, each made of a good one that is on disk. */
export function badEvidence(): Record<string, BadEvidence> {
  const honest = ran(four).sent;
  const by = (signer: string, type: Verified['type']) =>
    of(honest, type).find((one) => one.signer === signer)!.bytes;
  const twice = read('two-of-precommit');
  const seed = read('another-self-seed');
  const share = read('another-share-of-a-self-seed');
  const [a, b] = twice.envelopes as [Uint8Array, Uint8Array];
  const flipped = (bytes: Uint8Array, at: number) =>
    bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));
  const id = new Uint8Array(32).fill(1);
  // prettier-ignore
  const cases: Record<string, [about: string, of: string, bad: Uint8Array | Partial<Parts>, name: string, given?: string[]]> = {
    'flipped-statement': ['a bit of a statement is another', 'two-of-precommit', { envelopes: [a, flipped(b, b.length >> 1)] }, 'signature'],
    'one-alone': ['one of the two statements is missing', 'two-of-precommit', { envelopes: [a] }, '2 are needed'],
    'one-twice': ['one statement stands there twice', 'two-of-precommit', { envelopes: [a, a] }, 'twice'],
    'one-too-many': ['a statement beside the two', 'two-of-precommit', { envelopes: [a, b, by('B', 'acceptance')] }, '2 are needed'],
    'two-slots': ['a prevote and a precommit, which an org may both sign', 'two-of-precommit', { envelopes: [a, by('B', 'prevote')] }, 'different things'],
    'another-accused': ['C is accused of what B signed', 'two-of-precommit', { org: 'C' }, 'not by C'],
    'nobody-accused': ['who is accused is no member', 'two-of-precommit', { org: 'Z' }, 'no member'],
    'another-lie': ['two precommits prove no false seed', 'two-of-precommit', { lie: 'falseSeed' }, 'proposal'],
    'unknown-lie': ['a lie that nobody knows', 'two-of-precommit', { lie: 'laziness' }, 'does not know'],
    'later-version': ['a file of a later format', 'two-of-precommit', { version: 2 }, 'version 2'],
    'true-seed': ['the seed that B had hashed', 'another-self-seed', { envelopes: seed.envelopes.with(2, by('B', 'reveal')) }, 'every seed'],
    'another-deal': ["C's deal in the place of B's", 'another-self-seed', { envelopes: seed.envelopes.with(1, by('C', 'deal')) }, 'deal'],
    'another-set-up': ['an id of another set-up', 'another-share-of-a-self-seed', { dealIds: share.dealIds.with(0, id) }, 'another set-up'],
    'ids-that-prove-nothing': ['ids of a set-up where none is needed', 'two-of-precommit', { keysIds: [id] }, 'ids of a set-up'],
    truncated: ['the file ends ten bytes too early', 'two-of-precommit', raw('two-of-precommit').subarray(0, -10), 'Evidence'],
    longer: ['a byte behind the end', 'two-of-precommit', Buffer.concat([raw('two-of-precommit'), Buffer.of(0)]), 'Evidence'],
    'another-consortium': ['the auditor has the consortium.json of others', 'two-of-precommit', {}, 'no member', ['good/demo/consortium.json']],
    'only-later-manifests': ['the auditor has no manifest that is old enough', 'two-of-precommit', {}, 'one of the 2 manifests', ['chain/2.json', 'chain/3.json']],
    'only-older-manifests': ['the auditor has no manifest that is new enough', 'under-a-later-manifest', {}, 'no member', ['chain/1.json']],
  };
  return Object.fromEntries(
    Object.entries(cases).map(([name, [about, good, bad, named, given]]) => {
      const bytes = bad instanceof Uint8Array ? bad : encode('Evidence', { ...read(good), ...bad });
      const edits =
        bad instanceof Uint8Array
          ? editsBetween([raw(good)], [bytes])
          : editsBetween(fieldsOf(raw(good)), fieldsOf(bytes));
      return [name, { about, of: good, edits, ...(given && { given }), names: [named] }];
    }),
  );
}

const raw = (name: string) => readGolden(`evidence/good/${name}.evidence`);
const read = (name: string) => decode('Evidence', raw(name));
