/**
 * The transport key: an Ed25519 key of its own, apart from the org's identity key, whose public half is the peer id.
 * Importing this file loads a part of libp2p.
 */
import { generateKeyPair, privateKeyFromProtobuf, privateKeyToProtobuf } from '@libp2p/crypto/keys';
import { peerIdFromPrivateKey } from '@libp2p/peer-id';

export interface TransportKey {
  /** libp2p's protobuf of the private key: a secret */
  readonly bytes: Uint8Array;
  readonly peerId: string;
}

export async function createTransportKey(): Promise<TransportKey> {
  const key = await generateKeyPair('Ed25519');
  return { bytes: privateKeyToProtobuf(key), peerId: peerIdFromPrivateKey(key).toString() };
}

/** @throws Error when the bytes are no key */
export function peerIdOf(bytes: Uint8Array): string {
  return peerIdFromPrivateKey(privateKeyFromProtobuf(bytes)).toString();
}
