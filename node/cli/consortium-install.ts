/** `bench-node consortium install`: copies a complete consortium.json into the home. */
import { manifestDigest, openConsortium, type Manifest } from '../../protocol/manifest.ts';
import { existsSync } from 'node:fs';
import { NodeError } from '../errors.ts';
import { readCard } from '../home/card.ts';
import type { Home } from '../home/paths.ts';
import { replaceFile } from '../home/private-files.ts';
import type { GlobalOptions } from './command.ts';
import { digestText, manifestFileText, readManifestFile } from './consortium-file.ts';
import type { Output } from './output.ts';
import { existingHome } from './reach-peer.ts';

export async function run(
  [file = '']: readonly string[],
  options: GlobalOptions,
  output: Output,
): Promise<void> {
  const home = existingHome(options);
  const manifest = await installConsortium(home, file);
  const digest = manifestDigest(manifest).toString('hex');
  output.result(
    { installed: home.consortium, digest },
    `installed ${home.consortium}\ndigest ${digestText(manifest)}`,
  );
}

/**
 * The same file again is fine; another consortium's is refused, because rounds and journal of the home belong to one.
 * @throws NodeError E_NOT_A_MEMBER, E_FILE_EXISTS, E_NO_FILE, ProtocolError E_MANIFEST, E_MANIFEST_UNSIGNED, E_BAD_SIGNATURE
 */
export async function installConsortium(home: Home, path: string): Promise<Manifest> {
  const file = await readManifestFile(path);
  const { manifest, digest } = openConsortium(file);
  await checkOwnCard(home, manifest);
  if (existsSync(home.consortium)) {
    const installed = manifestDigest((await readManifestFile(home.consortium)).manifest);
    if (!installed.equals(digest))
      throw new NodeError('E_FILE_EXISTS', `${home.consortium} is that of another consortium`, {
        path: home.consortium,
        digest: installed.toString('hex'),
      });
  }
  await replaceFile(home.consortium, manifestFileText(file));
  return manifest;
}

/** @throws NodeError E_NOT_A_MEMBER when the manifest does not list this home with this very card */
export async function checkOwnCard(home: Home, manifest: Manifest): Promise<string> {
  const card = await readCard(home.card);
  const listed = manifest.members.find(({ org }) => org === card.org);
  if (!listed)
    throw new NodeError('E_NOT_A_MEMBER', `${card.org} is no member of ${manifest.name}`);
  const changed = (['identityKey', 'peerId'] as const).find((key) => listed[key] !== card[key]);
  if (changed)
    throw new NodeError(
      'E_NOT_A_MEMBER',
      `the manifest lists ${card.org} with another ${changed}`,
      {
        org: card.org,
        key: changed,
      },
    );
  return card.org;
}
