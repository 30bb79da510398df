/**
 * The ledger's state and its rule: a block's transactions are executed once, in order, on the state after the block
 * before; what throws is in the block and invalid. Every peer then applies the same writes.
 */
import { createHash } from 'node:crypto';
import { reasonOf } from '../errors.ts';
import { loadContract, type Contract, type ContractStore } from './contract-sandbox.ts';
import { type CallTx, type InstallTx, type LedgerTx, type TxOutcome } from './messages.ts';

/** Contract id → key → JSON text. */
export type WorldState = Map<string, Map<string, string>>;

export interface Write {
  contract: string;
  key: string;
  /** Absent: the key is deleted. */
  json?: string;
}

export interface Block {
  height: number;
  txs: (TxOutcome & { via: string })[];
  writes: Write[];
  installs: { id: string; contract: Contract }[];
}

/** A transaction and the org whose peer took it. */
export interface Submitted {
  tx: LedgerTx;
  via: string;
}

export function applyWrites(state: WorldState, writes: readonly Write[]): void {
  for (const { contract, key, json } of writes) {
    let keys = state.get(contract);
    if (!keys) state.set(contract, (keys = new Map()));
    if (json === undefined) keys.delete(key);
    else keys.set(key, json);
  }
}

/** A store that reads through to `state` and keeps its writes to itself. */
function overlay(state: WorldState, contract: string): ContractStore & { writes(): Write[] } {
  const written = new Map<string, string | undefined>();
  return {
    get: (key) => (written.has(key) ? written.get(key) : state.get(contract)?.get(key)),
    put: (key, json) => void written.set(key, json),
    writes: () =>
      [...written].map(([key, json]) => ({
        contract,
        key,
        ...(json === undefined ? {} : { json }),
      })),
  };
}

export class Chain {
  readonly #state: WorldState = new Map();
  readonly #contracts = new Map<string, Contract>();
  /** What was installed under an id, and by whom: the same again is no change, so that a round can be repeated. */
  readonly #installed = new Map<string, string>();
  #height = 0;

  /** Executes the next block; heights count from 1. */
  execute(submitted: readonly Submitted[]): Block {
    const block: Block = { height: ++this.#height, txs: [], writes: [], installs: [] };
    for (const { tx, via } of submitted) {
      const why = 'source' in tx ? this.#install(tx, via, block) : this.#call(tx, block);
      block.txs.push({ id: tx.id, via, valid: why === undefined, ...(why ? { why } : {}) });
    }
    return block;
  }

  /** Returns why it is invalid, or nothing. */
  #call(tx: CallTx, block: Block): string | undefined {
    const contract = this.#contracts.get(tx.contract);
    if (!contract) return `no contract "${tx.contract}"`;
    return this.#run(contract, tx.contract, tx.verb, tx.args, block);
  }

  #install(tx: InstallTx, via: string, block: Block): string | undefined {
    const before = this.#installed.get(tx.contract);
    const digest = createHash('sha256').update(JSON.stringify([via, tx.source, tx.args]));
    const what = digest.digest('hex');
    if (before !== undefined) {
      return before === what ? undefined : `contract id "${tx.contract}" is taken`;
    }
    let contract: Contract;
    try {
      contract = loadContract(tx.source);
    } catch (error) {
      return `the contract does not load: ${reasonOf(error)}`;
    }
    if (contract.verbs.has('init')) {
      const why = this.#run(contract, tx.contract, 'init', tx.args, block);
      if (why !== undefined) return why;
    }
    this.#contracts.set(tx.contract, contract);
    this.#installed.set(tx.contract, what);
    block.installs.push({ id: tx.contract, contract });
    return undefined;
  }

  #run(
    contract: Contract,
    id: string,
    verb: string,
    args: readonly unknown[],
    block: Block,
  ): string | undefined {
    const store = overlay(this.#state, id);
    const outcome = contract.call(verb, args, store);
    if (!outcome.ok) return outcome.why || 'the contract threw';
    const writes = store.writes();
    applyWrites(this.#state, writes);
    block.writes.push(...writes);
    return undefined;
  }
}
