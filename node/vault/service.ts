/**
 * What runs in the vault's process: it alone holds the identity key and the rounds' secrets. Requests come over the IPC channel and are answered in order, one at a time; the first one brings the
 * passphrase. When the channel closes, so does the process.
 */
import type { Manifest } from '../../protocol/index.ts';
import { errorShape } from '../errors.ts';
import { VaultError } from './errors.ts';
import { readIdentity } from './identity-key.ts';
import { openJournal } from './journal.ts';
import {
  idOf,
  parseJson,
  parseRequest,
  parseStatement,
  type Answer,
  type Args,
  type Request,
} from './messages.ts';
import { createVault, type Vault } from './vault.ts';

let vault: Vault | undefined;
let queue = Promise.resolve();

async function start({ passphrase, identityKey, journal }: Args<'start'>): Promise<Uint8Array> {
  if (vault) throw new VaultError('E_CONFLICT', 'this vault is open already');
  const identity = await readIdentity(identityKey, passphrase);
  if (typeof passphrase !== 'string') passphrase.fill(0);
  vault = createVault({ identity, journal: openJournal(journal, identity.journalKeys) });
  return vault.publicKey;
}

async function perform(request: Request): Promise<unknown> {
  if (request.method === 'start') return start(request.args);
  if (!vault) throw new VaultError('E_TOO_EARLY', 'the vault is closed', { need: 'start' });
  switch (request.method) {
    case 'use':
      return vault.use(request.args.consortium);
    case 'signManifest':
      return vault.signManifest(parseJson(request.args.manifest) as Manifest);
    case 'sign':
      return vault.sign(parseStatement(request.args));
    case 'signed':
      return vault.signed(request.args.round);
    case 'comparable':
      return vault.comparable(request.args.workload);
    case 'permit':
      return vault.permit(request.args.proposal);
    case 'open':
      return vault.open(request.args.proposal);
    case 'deal':
      return vault.deal(request.args.round, request.args.keys);
    case 'accept':
      return vault.accept(request.args.round, request.args.deals, request.args.shares);
    case 'mask':
      return vault.mask(request.args).finally(() => request.args.lanes.fill(0));
    case 'reveal':
      return vault.reveal(request.args);
    case 'release':
      return vault.release(request.args);
    case 'wipe':
      return vault.wipe(request.args.round);
    default:
      throw new TypeError(`undecided: ${request satisfies never}`);
  }
}

async function answer(message: unknown): Promise<Answer> {
  try {
    const { id, request } = parseRequest(message);
    return { id, ok: await perform(request) };
  } catch (error) {
    return { id: idOf(message), error: errorShape(error) };
  }
}

function tell(said: Answer): void {
  // the parent may be gone: then nobody waits for it, and 'disconnect' ends this process
  if (process.connected) process.send?.(said, () => {});
}

// Node's own messages on this channel pass handles: of no use here, and one that is not expected would end the process
process.removeAllListeners('internalMessage');
process.on('message', (message) => {
  queue = queue.then(async () => tell(await answer(message)));
});
process.on('disconnect', () => {
  void queue.then(() => vault?.close()).finally(() => process.exit(0));
});
// Ctrl-C reaches the whole group: the node ends first, and says what has to be said
process.on('SIGINT', () => {});
