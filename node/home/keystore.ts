/**
 * Keys at rest: scrypt (RFC 7914) from a passphrase, then AES-256-GCM (NIST SP 800-38D), as a JSON file.
 * The parameters and the purpose are authenticated with the key, so that two key files cannot be exchanged.
 */
import { randomBytes, scrypt } from 'node:crypto';
import * as v from 'valibot';
import { NONCE_BYTES, openText, sealText, TAG_BYTES } from '../../aggregation/aead.ts';
import { checkShape } from '../../protocol/shape.ts';
import { NodeError } from '../errors.ts';
import { readText, writeNew } from './private-files.ts';

/** What the key is for: part of what is authenticated. */
export type KeyPurpose = 'identity' | 'transport';

const base64 = (bytes: number) =>
  v.pipe(
    v.string(),
    v.check((text) => Buffer.from(text, 'base64').length === bytes),
  );
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));

const sealedSchema = v.strictObject({
  version: v.literal(1),
  purpose: v.picklist(['identity', 'transport']),
  // bounded, because a file from elsewhere must not make the process allocate without limit
  kdf: v.strictObject({
    name: v.literal('scrypt'),
    N: v.pipe(
      whole(2 ** 14, 2 ** 20),
      v.check((n) => Number.isInteger(Math.log2(n))),
    ),
    r: v.literal(8),
    p: whole(1, 4),
    salt: base64(32),
  }),
  cipher: v.strictObject({ name: v.literal('aes-256-gcm'), nonce: base64(12), tag: base64(16) }),
  sealed: v.pipe(v.string(), v.maxLength(8192)),
});
export type SealedKey = v.InferOutput<typeof sealedSchema>;
type Header = Pick<SealedKey, 'version' | 'purpose' | 'kdf'>;

const COST = { N: 2 ** 15, r: 8, p: 1 } as const;

/** Seals a secret of 1 to 4096 bytes under a passphrase of at least one character. */
export async function seal(
  secret: Uint8Array,
  passphrase: string,
  purpose: KeyPurpose,
): Promise<SealedKey> {
  if (secret.length === 0 || secret.length > 4096)
    throw new RangeError('a secret has 1 to 4096 bytes');
  const salt = randomBytes(32).toString('base64');
  const header: Header = { version: 1, purpose, kdf: { name: 'scrypt', ...COST, salt } };
  const nonce = randomBytes(NONCE_BYTES);
  const key = await derive(header, passphrase);
  const sealed = sealText(key, nonce, authenticated(header), secret);
  key.fill(0);
  const [text, tag] = [sealed.subarray(0, -TAG_BYTES), sealed.subarray(-TAG_BYTES)];
  return {
    ...header,
    cipher: {
      name: 'aes-256-gcm',
      nonce: nonce.toString('base64'),
      tag: tag.toString('base64'),
    },
    sealed: text.toString('base64'),
  };
}

/**
 * The secret of a sealed key.
 * @throws NodeError E_WRONG_PASSPHRASE (also when the file was changed: the two cannot be told apart), E_KEYSTORE
 */
export async function open(
  sealedKey: unknown,
  passphrase: string,
  purpose: KeyPurpose,
): Promise<Buffer> {
  const { cipher, sealed, ...header } = check(sealedKey);
  if (header.purpose !== purpose)
    throw new NodeError('E_KEYSTORE', `this is the ${header.purpose} key, not the ${purpose} key`);
  const key = await derive(header, passphrase);
  const [nonce, text, tag] = [cipher.nonce, sealed, cipher.tag].map((part) =>
    Buffer.from(part, 'base64'),
  ) as [Buffer, Buffer, Buffer];
  const secret = openText(key, nonce, authenticated(header), Buffer.concat([text, tag]));
  key.fill(0);
  if (secret) return secret;
  throw new NodeError('E_WRONG_PASSPHRASE', `the passphrase does not open the ${purpose} key`);
}

/** Writes a key file, 0600, never over another one. @throws NodeError E_FILE_EXISTS, E_IO */
export async function writeKey(
  path: string,
  secret: Uint8Array,
  passphrase: string,
  purpose: KeyPurpose,
): Promise<void> {
  await writeNew(path, `${JSON.stringify(await seal(secret, passphrase, purpose), null, 2)}\n`);
}

/** @throws NodeError E_NO_FILE, E_KEYSTORE, E_WRONG_PASSPHRASE */
export async function readKey(
  path: string,
  passphrase: string,
  purpose: KeyPurpose,
): Promise<Buffer> {
  const text = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new NodeError('E_KEYSTORE', `${path} is no key file`, { path }, error);
  }
  return open(value, passphrase, purpose);
}

function check(value: unknown): SealedKey {
  const { value: sealed, flaw } = checkShape(sealedSchema, value);
  if (!flaw) return sealed;
  const { key } = flaw;
  throw new NodeError('E_KEYSTORE', `the key file is damaged${key && ` at ${key}`}`, { key });
}

const authenticated = ({ version, purpose, kdf: { name, N, r, p, salt } }: Header): Buffer =>
  Buffer.from(JSON.stringify(['hushmark/key', version, purpose, name, N, r, p, salt]));

function derive({ kdf: { N, r, p, salt } }: Header, passphrase: string): Promise<Buffer> {
  // typed on another keyboard, the same passphrase can be other code points
  const typed = passphrase.normalize('NFKC');
  const options = { N, r, p, maxmem: 256 * N * r };
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  scrypt(typed, Buffer.from(salt, 'base64'), 32, options, (error, key) =>
    error ? reject(error) : resolve(key),
  );
  return promise;
}
