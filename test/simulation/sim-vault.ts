/**
 * The product's vault without its process: the same functions, called one at a time, over a journal in memory. A restart
 * keeps the journal and nothing else.
 */
import type { Statement } from '../../protocol/statement.ts';
import type { Identity } from '../../node/vault/identity-key.ts';
import type { Journal } from '../../node/vault/journal.ts';
import type { Member } from '../../node/vault/member.ts';
import type { MaskRequest, RevealRequest } from '../../node/vault/one-sum.ts';
import type { ReleaseRequest } from '../../node/vault/release.ts';
import type { Product } from './product.ts';
import { drawFrom } from './stand-ins/entropy.ts';

export interface SimVault {
  sign(statement: Statement): Uint8Array;
  signed(): Uint8Array[];
  open(proposal: Uint8Array): Uint8Array;
  /** the Deal, then the Shares */
  deal(keys: readonly Uint8Array[]): Uint8Array[];
  accept(deals: readonly Uint8Array[], shares: readonly Uint8Array[]): Uint8Array;
  mask(request: Omit<MaskRequest, 'round'>): Uint8Array;
  reveal(request: Omit<RevealRequest, 'round'>): Uint8Array;
  release(request: Omit<ReleaseRequest, 'round'>): Uint8Array;
  wipe(): void;
  /** The process ended, and another one opened the journal. */
  restart(): void;
}

export interface SimVaultOptions {
  readonly product: Product;
  readonly journal: Journal;
  readonly identity: Identity;
  /** consortium.json */
  readonly text: string;
  readonly member: Member;
  /** id in hex */
  readonly round: string;
}

export function createSimVault(options: SimVaultOptions): SimVault {
  const { product, journal, identity, text, member, round } = options;
  const { createRoundStore, readProposal, ownSlot } = product.roundStore;
  const checkSignable: Product['signable']['checkSignable'] = product.signable.checkSignable;
  let store = createRoundStore(journal, identity);
  return {
    // as vault.ts has them
    sign(statement: Statement) {
      const known = statement.type === 'proposal' ? undefined : store.find(round);
      const speaker = known?.member ?? member;
      checkSignable(journal, store, speaker, statement);
      const record = product.member.recordOf(speaker, statement);
      product.member.fill(journal, [record]);
      return record.content;
    },
    signed: () => journal.under(`${round}/`).map(({ content }) => content),
    open(proposal) {
      drawFrom(`${round}/${member.org}`);
      const known = readProposal(member, proposal);
      return product.setUp.openRound(journal, store, known, text, proposal);
    },
    deal(keys) {
      const { deal, shares } = product.setUp.dealSecrets(journal, store, round, keys);
      return [deal, ...shares];
    },
    accept: (deals, shares) => product.setUp.acceptDeals(journal, store, round, deals, shares),
    mask: (request) => product.oneSum.maskSum(journal, store, { round, ...request }),
    reveal: (request) => product.oneSum.revealSum(journal, store, { round, ...request }),
    release: (request) => product.release.releaseShares(journal, store, { round, ...request }),
    wipe() {
      if (!store.find(round) || store.isWiped(round)) return;
      store.forget(round);
      const record = { slot: ownSlot(round, 'wiped'), content: Buffer.from(round, 'hex') };
      product.member.fill(journal, [record], { erase: round });
    },
    restart() {
      store = createRoundStore(journal, identity);
    },
  };
}
