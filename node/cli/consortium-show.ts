/** `bench-node consortium show`: who the members are, who has signed, and what is next. */
import { existsSync } from 'node:fs';
import { quorum } from '../../aggregation/quorum.ts';
import { manifestDigest, type ManifestFile } from '../../protocol/manifest.ts';
import { homeOf } from '../home/paths.ts';
import type { GlobalOptions } from './command.ts';
import { digestText, readManifestFile, signersOf } from './consortium-file.ts';
import type { Output } from './output.ts';
import { membersStayText } from './terms-text.ts';

const HERE = 'consortium.json';

export async function run([typed]: readonly string[], options: GlobalOptions, output: Output) {
  const path = typed ?? (existsSync(HERE) ? HERE : homeOf(options).consortium);
  const file = await readManifestFile(path);
  const { manifest } = file;
  const digest = manifestDigest(manifest).toString('hex');
  const needed = quorumOf(file);
  output.result(
    { file: path, digest, manifest, quorum: needed, ...signersOf(file) },
    showText(path, file),
  );
}

/** Of a round of all members. */
const quorumOf = ({ manifest }: ManifestFile) =>
  quorum(manifest.members.length, manifest.policy.toleratedFaulty);

export function showText(path: string, file: ManifestFile): string {
  const { manifest } = file;
  const { signed, missing, wrong } = signersOf(file);
  const { minimumContributors, toleratedFaulty, longestRoundSeconds } = manifest.policy;
  const width = Math.max(...manifest.members.map(({ org }) => org.length));
  const members = manifest.members.map(({ org, peerId, addresses }) => {
    const state = signed.includes(org) ? 'signed    ' : 'not signed';
    return `  ${org.padEnd(width)}  ${state}  ${peerId}  ${addresses.join(', ')}`;
  });
  return [
    `${manifest.name}, ${manifest.members.length} members  (${path})`,
    `digest ${digestText(manifest)}`,
    `policy: at least ${minimumContributors} contributors, ${toleratedFaulty} may lie or collude, rounds of at most ${longestRoundSeconds} s`,
    membersStayText(manifest.members.length, quorumOf(file)),
    '',
    ...members,
    '',
    nextStep(path, missing, wrong),
  ].join('\n');
}

function nextStep(path: string, missing: readonly string[], wrong: readonly string[]): string {
  if (wrong.length > 0)
    return `The signature of ${wrong.join(', ')} does not hold: it was made for another content. Sign again.`;
  const [first] = missing;
  if (first !== undefined)
    return `Next: ${missing.join(', ')} compare the digest and sign: \`bench-node consortium sign ${path} --org ${first}\``;
  return `Complete. Each member installs it: \`bench-node --org <name> --consortium ${path}\``;
}
