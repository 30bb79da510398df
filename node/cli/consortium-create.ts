/** `bench-node consortium create`: a manifest of the members' cards, for all of them to sign. */
import { quorum } from '../../aggregation/quorum.ts';
import { createManifest, manifestDigest, type Manifest } from '../../protocol/manifest.ts';
import { NodeError } from '../errors.ts';
import { readCard } from '../home/card.ts';
import type { GlobalOptions } from './command.ts';
import { digestText, manifestFileText, writeNewPublic } from './consortium-file.ts';
import type { Output } from './output.ts';

type Options = GlobalOptions & {
  readonly name: string;
  readonly card: readonly string[];
  readonly out: string;
  readonly minimum: number;
  readonly tolerate: number;
  readonly longestRound: number;
};

export async function run(_args: readonly string[], options: Options, output: Output) {
  const { name, card: paths, out, minimum, tolerate, longestRound } = options;
  const cards = await Promise.all(paths.map(readCard));
  refuseTooFew(cards.length, tolerate, minimum);
  const manifest = createManifest(name, cards, {
    minimumContributors: minimum,
    toleratedFaulty: tolerate,
    longestRoundSeconds: longestRound,
  });
  await writeNewPublic(out, manifestFileText({ manifest, signatures: {} }));
  const digest = manifestDigest(manifest).toString('hex');
  output.result({ file: out, digest, members: orgsOf(manifest) }, createdText(out, manifest));
}

/** A policy under which no round can ever be proposed is found out here, not at the first round. */
function refuseTooFew(members: number, tolerate: number, minimum: number): void {
  if (members < 3)
    throw new NodeError('E_USAGE', `a consortium has at least 3 members, these are ${members}`);
  const q = quorum(members, tolerate);
  if (q > members)
    throw new NodeError('E_USAGE', `${members} members cannot tolerate ${tolerate} faulty ones`);
  if (q < minimum)
    throw new NodeError(
      'E_USAGE',
      `a sum of ${members} members with ${tolerate} faulty is certified by ${q}: --minimum is at most that`,
    );
}

const orgsOf = (manifest: Manifest) => manifest.members.map(({ org }) => org);

function createdText(out: string, manifest: Manifest): string {
  return [
    `wrote ${out}: ${manifest.name}, ${orgsOf(manifest).join(', ')}`,
    `digest ${digestText(manifest)}`,
    '',
    `Each member compares the digest and runs \`bench-node consortium sign ${out} --org <name>\`.`,
  ].join('\n');
}
