/** `bench-node consortium sign`: adds the org's signature; the vault holds the key, and nothing else touches it. */
import { manifestDigest, type Manifest, type ManifestFile } from '../../protocol/manifest.ts';
import { NodeError } from '../errors.ts';
import { readPassphrase } from '../home/passphrase.ts';
import type { Home } from '../home/paths.ts';
import type { GlobalOptions } from './command.ts';
import { changeManifestFile, digestText, readManifestFile, signersOf } from './consortium-file.ts';
import { checkOwnCard, installConsortium } from './consortium-install.ts';
import type { Output } from './output.ts';
import { existingHome } from './reach-peer.ts';

export async function run([path = '']: readonly string[], options: GlobalOptions, output: Output) {
  const home = existingHome(options);
  const { manifest } = await readManifestFile(path);
  const org = await checkOwnCard(home, manifest);
  const members = manifest.members.map((member) => member.org).join(', ');
  output.note(`${org} signs ${manifest.name}: ${members}\ndigest ${digestText(manifest)}`);
  const passphrase = await readPassphrase({ ...options, message: `Passphrase of ${org}'s home` });
  const signature = await signWithVault(home, manifest, passphrase);
  const file = await changeManifestFile(path, (latest) =>
    withSignature(latest, manifest, org, signature),
  );
  const { missing, wrong } = signersOf(file);
  const complete = missing.length === 0 && wrong.length === 0;
  if (complete) await installConsortium(home, path);
  const digest = manifestDigest(manifest).toString('hex');
  output.result(
    { file: path, org, digest, missing, installed: complete },
    signedText(home, path, missing),
  );
}

async function signWithVault(home: Home, manifest: Manifest, passphrase: string): Promise<string> {
  const { startVault } = await import('../vault/client.ts');
  const vault = await startVault({ home, passphrase });
  try {
    return Buffer.from(await vault.signManifest(manifest)).toString('base64');
  } finally {
    await vault.close();
  }
}

function withSignature(
  latest: ManifestFile,
  manifest: Manifest,
  org: string,
  signature: string,
): ManifestFile {
  if (!manifestDigest(latest.manifest).equals(manifestDigest(manifest)))
    throw new NodeError('E_IO', 'the file changed while it was being signed. Sign it again.');
  return { ...latest, signatures: { ...latest.signatures, [org]: signature } };
}

function signedText(home: Home, path: string, missing: readonly string[]): string {
  if (missing.length > 0) return `signed ${path}; still missing: ${missing.join(', ')}`;
  return [
    `signed ${path}: it is complete, and installed in ${home.dir}`,
    `The other members install it with \`bench-node --org <name> --consortium ${path}\`.`,
  ].join('\n');
}
