/** consortium.json between people: read, who has signed, written as a whole so that two signers lose nothing. */
import { randomBytes } from 'node:crypto';
import { open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityKey, verifySignature } from '../../protocol/identity.ts';
import {
  manifestBytes,
  manifestDigest,
  parseManifestFile,
  type Manifest,
  type ManifestFile,
} from '../../protocol/manifest.ts';
import { NodeError } from '../errors.ts';
import { readText } from '../home/private-files.ts';

/** What people compare by eye, in groups: `3fa1 09bc ...`, all 64 digits. */
export function digestText(manifest: Manifest): string {
  return (manifestDigest(manifest).toString('hex').match(/.{4}/g) ?? []).join(' ');
}

/** @throws NodeError E_NO_FILE, ProtocolError E_MANIFEST */
export async function readManifestFile(path: string): Promise<ManifestFile> {
  return parseManifestFile(await readText(path));
}

export interface Signers {
  readonly signed: readonly string[];
  readonly missing: readonly string[];
  /** a signature is there, and it does not hold; or somebody signed who is no member */
  readonly wrong: readonly string[];
}

export function signersOf({ manifest, signatures }: ManifestFile): Signers {
  const bytes = manifestBytes(manifest);
  const orgs = manifest.members.map(({ org }) => org);
  const holds = (org: string): boolean => {
    const member = manifest.members.find((one) => one.org === org);
    const signature = signatures[org];
    if (!member || signature === undefined) return false;
    const key = identityKey(Buffer.from(member.identityKey, 'base64'));
    return verifySignature(key, bytes, Buffer.from(signature, 'base64'));
  };
  return {
    signed: orgs.filter(holds),
    missing: orgs.filter((org) => !(org in signatures)),
    wrong: Object.keys(signatures).filter((org) => !holds(org)),
  };
}

export function manifestFileText(file: ManifestFile): string {
  const signatures = Object.fromEntries(Object.entries(file.signatures).toSorted(byName));
  return `${JSON.stringify({ ...file, signatures }, null, 2)}\n`;
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

/** A public file that must not exist yet. @throws NodeError E_FILE_EXISTS, E_IO */
export async function writeNewPublic(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o644, flush: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new NodeError('E_FILE_EXISTS', `${path} exists`, { path }, error);
    throw new NodeError('E_IO', `cannot write ${path}`, { path }, error);
  }
}

/**
 * Changes the file while nobody else does: members of one machine may sign at the same moment.
 * @throws what `change` throws, NodeError E_NO_FILE, E_IO
 */
export async function changeManifestFile(
  path: string,
  change: (file: ManifestFile) => ManifestFile,
): Promise<ManifestFile> {
  const unlock = await lock(`${path}.lock`);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const changed = change(await readManifestFile(path));
    await writeNewPublic(draft, manifestFileText(changed));
    await rename(draft, path);
    return changed;
  } finally {
    await rm(draft, { force: true });
    await unlock();
  }
}

/** A crashed signer's lock is older than any signing takes. */
const STALE_LOCK_MS = 10_000;

async function lock(path: string): Promise<() => Promise<void>> {
  for (;;) {
    try {
      const file = await open(path, 'wx');
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new NodeError('E_IO', `cannot write beside ${path}`, { path }, error);
    }
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > STALE_LOCK_MS) await rm(path, { force: true });
    else await sleep(20);
  }
}
