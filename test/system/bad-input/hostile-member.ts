/** A member that keeps none of our rules: it has real keys and a real connection, and sends whatever a test wants. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKey } from '../../../node/home/keystore.ts';
import { encodeRequest } from '../../../node/net/exchange-frames.ts';
import { EXCHANGE_PROTOCOL } from '../../../node/net/exchange.ts';
import { createHost, type Host } from '../../../node/net/host.ts';
import { readIdentity, type Identity } from '../../../node/vault/identity-key.ts';
import {
  hex,
  openConsortium,
  parseManifestFile,
  type Consortium,
} from '../../../protocol/index.ts';

export interface HostileMember {
  readonly consortium: Consortium;
  readonly identity: Identity;
  readonly host: Host;
  /** Brings envelopes to an org on a direct stream; resolves when it has looked at all of them. */
  put(org: string, envelopes: readonly Uint8Array[]): Promise<void>;
}

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** @param home of the org, whose own peer does not run. Resolves when it is connected to `victim`. */
export async function hostileMember(options: {
  readonly org: string;
  readonly home: string;
  readonly passphraseFile: string;
  readonly consortiumFile: string;
  readonly victim: string;
}): Promise<HostileMember> {
  const passphrase = readFileSync(options.passphraseFile, 'utf8').trimEnd();
  const consortium = openConsortium(
    parseManifestFile(readFileSync(options.consortiumFile, 'utf8')),
  );
  const { members } = consortium.manifest;
  const listen = members.find(({ org }) => org === options.org)?.addresses ?? [];
  const transport = join(options.home, 'node/transport.key.json');
  const host = await createHost({
    transportKey: await readKey(transport, passphrase, 'transport'),
    members,
    self: options.org,
    consortiumDigest: hex(consortium.digest),
    listen,
    onMessage() {},
    log: SILENT,
    dialIntervalMs: 200,
  });
  while (!host.connectedOrgs().includes(options.victim)) await once(host.events, 'peer-connected');
  return {
    consortium,
    identity: await readIdentity(join(options.home, 'vault/identity.key.json'), passphrase),
    host,
    async put(org, envelopes) {
      // a page has a limit
      for (const envelope of envelopes)
        await host.request(
          org,
          EXCHANGE_PROTOCOL,
          encodeRequest({ kind: 'put', envelopes: [envelope] }),
        );
    },
  };
}
