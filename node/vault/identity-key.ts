/**
 * An org's identity: an Ed25519 key (RFC 8032) whose 32-byte seed lies sealed under a passphrase. The keys of the journal
 * come from the same seed (HKDF, RFC 5869), so that one passphrase opens both and a change of it re-seals one file.
 */
import { createPrivateKey, createPublicKey, randomBytes, sign, type KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import { hkdfSha256, NO_SALT } from '../../aggregation/hkdf.ts';
import { domain } from '../../protocol/index.ts';
import { readKey, writeKey } from '../home/keystore.ts';
import { makeDir } from '../home/private-files.ts';
import type { Home } from '../home/paths.ts';

// RFC 8410: everything in PKCS#8 and SPKI that stands before the 32 bytes
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_BYTES = 12;

export interface Identity {
  /** raw, 32 bytes */
  readonly publicKey: Uint8Array;
  /** Ed25519, 64 bytes */
  sign(bytes: Uint8Array): Uint8Array;
  /** 32 bytes each: what chains the journal, and what seals the seeds in it */
  readonly journalKeys: JournalKeys;
}

export interface JournalKeys {
  readonly chain: Uint8Array;
  readonly seeds: Uint8Array;
}

export type Passphrase = string | Uint8Array;

/**
 * Draws an identity key and writes it to `vault/`, sealed, 0600; never over another one.
 * @throws NodeError E_FILE_EXISTS, E_IO
 */
export async function createIdentity(options: {
  home: Pick<Home, 'vault'>;
  passphrase: Passphrase;
}): Promise<{ publicKey: Uint8Array }> {
  const path = options.home.vault.identityKey;
  const seed = randomBytes(32);
  try {
    await makeDir(dirname(path));
    await writeKey(path, seed, textOf(options.passphrase), 'identity');
    return { publicKey: identityOf(seed).publicKey };
  } finally {
    seed.fill(0);
  }
}

/** @throws NodeError E_NO_FILE, E_KEYSTORE, E_WRONG_PASSPHRASE */
export async function readIdentity(path: string, passphrase: Passphrase): Promise<Identity> {
  const seed = await readKey(path, textOf(passphrase), 'identity');
  try {
    return identityOf(seed);
  } finally {
    seed.fill(0);
  }
}

/** The identity of a 32-byte seed; the seed may be zeroed afterwards. */
export function identityOf(seed: Uint8Array): Identity {
  if (seed.length !== 32) throw new RangeError('an identity seed has 32 bytes');
  const der = Buffer.concat([PKCS8, seed]);
  const privateKey: KeyObject = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  const derived = (name: string) => hkdfSha256(seed, NO_SALT, domain(`vault/${name}`), 32);
  return {
    publicKey: new Uint8Array(spki.subarray(SPKI_BYTES)),
    sign: (bytes) => sign(null, bytes, privateKey),
    journalKeys: { chain: derived('chain'), seeds: derived('seeds') },
  };
}

const textOf = (passphrase: Passphrase) =>
  typeof passphrase === 'string' ? passphrase : Buffer.from(passphrase).toString('utf8');
