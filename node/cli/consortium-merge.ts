/** `bench-node consortium merge`: members signed copies of one manifest in parallel; one file holds all signatures. */
import { manifestDigest, type ManifestFile } from '../../protocol/manifest.ts';
import { NodeError } from '../errors.ts';
import type { GlobalOptions } from './command.ts';
import {
  manifestFileText,
  readManifestFile,
  signersOf,
  writeNewPublic,
} from './consortium-file.ts';
import { showText } from './consortium-show.ts';
import type { Output } from './output.ts';

type Options = GlobalOptions & { readonly out: string };

export async function run(paths: readonly string[], { out }: Options, output: Output) {
  const files = await Promise.all(paths.map(readManifestFile));
  const merged = mergeSignatures(files, paths);
  await writeNewPublic(out, manifestFileText(merged));
  const digest = manifestDigest(merged.manifest).toString('hex');
  output.result({ file: out, digest, ...signersOf(merged) }, showText(out, merged));
}

/** Only signatures that hold: one copy's damage does not spoil the whole. @throws NodeError E_OTHER_CONSORTIUM */
export function mergeSignatures(
  files: readonly ManifestFile[],
  paths: readonly string[],
): ManifestFile {
  const [first] = files;
  if (!first) throw new NodeError('E_USAGE', 'there is nothing to merge');
  const digest = manifestDigest(first.manifest);
  files.forEach((file, i) => {
    if (!manifestDigest(file.manifest).equals(digest))
      throw new NodeError('E_OTHER_CONSORTIUM', `${paths[i]} is another manifest than ${paths[0]}`);
  });
  const signatures = Object.fromEntries(
    files.flatMap((file) =>
      signersOf(file).signed.map((org) => [org, file.signatures[org] as string]),
    ),
  );
  return { manifest: first.manifest, signatures };
}
