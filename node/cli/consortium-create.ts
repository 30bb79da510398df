/** `bench-node consortium create`: a manifest of the members' cards, for all of them to sign. */
import { LEAST_ORGS, MOST_ORGS, quorum } from '../../aggregation/quorum.ts';
import { createManifest, manifestDigest, type Manifest } from '../../protocol/manifest.ts';
import { ProtocolError } from '../../protocol/errors.ts';
import { NodeError } from '../errors.ts';
import { readCard } from '../home/card.ts';
import type { GlobalOptions } from './command.ts';
import { digestText, manifestFileText, writeNewPublic } from './consortium-file.ts';
import type { Output } from './output.ts';
import { membersStayText } from './terms-text.ts';

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
  refuseSize(cards.length, tolerate, minimum);
  const manifest = manifestOf(name, cards, {
    minimumContributors: minimum,
    toleratedFaulty: tolerate,
    longestRoundSeconds: longestRound,
  });
  await writeNewPublic(out, manifestFileText({ manifest, signatures: {} }));
  const digest = manifestDigest(manifest).toString('hex');
  const needed = quorum(cards.length, tolerate);
  output.result(
    { file: out, digest, members: orgsOf(manifest), quorum: needed },
    createdText(out, manifest, needed),
  );
}

/** Nobody else has a copy that were right: what is wrong with it was typed here. @throws NodeError E_USAGE */
function manifestOf(...parts: Parameters<typeof createManifest>): Manifest {
  try {
    return createManifest(...parts);
  } catch (error) {
    if (!(error instanceof ProtocolError) || error.code !== 'E_MANIFEST') throw error;
    throw new NodeError('E_USAGE', error.message, {}, error);
  }
}

/** A policy under which no round can ever be proposed is found out here, not at the first round. */
function refuseSize(members: number, tolerate: number, minimum: number): void {
  if (members < LEAST_ORGS)
    throw new NodeError(
      'E_USAGE',
      `a consortium has at least ${LEAST_ORGS} members, these are ${members}`,
    );
  if (members > MOST_ORGS)
    throw new NodeError(
      'E_USAGE',
      `a consortium has at most ${MOST_ORGS} members, these are ${members}: give fewer cards, or make two consortiums`,
    );
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

function createdText(out: string, manifest: Manifest, needed: number): string {
  return [
    `wrote ${out}: ${manifest.name}, ${orgsOf(manifest).join(', ')}`,
    `digest ${digestText(manifest)}`,
    membersStayText(manifest.members.length, needed),
    '',
    `Each member compares the digest and runs \`bench-node consortium sign ${out} --org <name>\`.`,
  ].join('\n');
}
