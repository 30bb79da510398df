/**
 * The org's own accounts, used in turn, with nonces that are counted here. A nonce whose transaction never reached the
 * node is used again by the next one of its account, so that no gap holds up those behind it.
 */
import type { PrivateKeyAccount } from 'viem/accounts';

export interface NonceSlot {
  account: PrivateKeyAccount;
  nonce: number;
  /** The transaction was not taken: gives the nonce back. */
  giveBack(): void;
}

interface Entry {
  account: PrivateKeyAccount;
  next: number;
  returned: number[];
}

export class AccountRing {
  readonly #entries: Entry[];
  #turn = 0;

  /** @param accounts one or more, each with the number of its next transaction. */
  constructor(accounts: readonly { account: PrivateKeyAccount; nonce: number }[]) {
    this.#entries = accounts.map(({ account, nonce }) => ({ account, next: nonce, returned: [] }));
  }

  take(): NonceSlot {
    const entry = this.#entries[this.#turn++ % this.#entries.length] as Entry;
    const nonce = entry.returned.shift() ?? entry.next++;
    return {
      account: entry.account,
      nonce,
      giveBack() {
        entry.returned.push(nonce);
        entry.returned.sort((a, b) => a - b);
      },
    };
  }
}
