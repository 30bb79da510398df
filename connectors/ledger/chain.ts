/**
 * The ledger's state and its rule: a block's transactions take effect in order, on the state after the block before.
 * A call that was endorsed is not run again: it counts if what it read still holds (execute, order, validate: Fabric,
 * Androulaki et al. 2018, §3). Any other is executed here. Every peer then applies the same writes.
 */
import { createHash } from 'node:crypto';
import { reasonOf } from '../errors.ts';
import { loadContract, type Contract } from './contract-sandbox.ts';
import type { CallTx, InstallTx, LedgerTx, TxOutcome } from './messages.ts';
import {
  applyWrites,
  notingStore,
  staleKey,
  writesOf,
  type ReadWriteSet,
  type Version,
  type WorldState,
  type Write,
} from './world-state.ts';

export interface Block {
  height: number;
  txs: (TxOutcome & { via: string })[];
  writes: Write[];
  installs: { id: string; contract: Contract }[];
}

/** What came of running a call on one peer's state. */
export type Endorsement = { ok: true; set: ReadWriteSet } | { ok: false; why: string };

/** A transaction and the org whose peer took it. */
export interface Submitted {
  tx: LedgerTx;
  via: string;
  /** Of a call that its peer ran when it took it. */
  endorsement?: Endorsement;
  /** A fault that was asked for: invalid, whatever it says. */
  failed?: boolean;
}

type Invalid = Required<Pick<TxOutcome, 'failureClass' | 'why'>>;

export class Chain {
  readonly #state: WorldState = new Map();
  readonly #contracts = new Map<string, Contract>();
  /** What was installed under an id, and by whom: the same again is no change, so that a round can be repeated. */
  readonly #installed = new Map<string, string>();
  #height = 0;

  /** Makes the next block; heights count from 1. */
  execute(submitted: readonly Submitted[]): Block {
    const block: Block = { height: ++this.#height, txs: [], writes: [], installs: [] };
    for (const one of submitted) {
      const invalid = this.#judge(one, block);
      const { tx, via } = one;
      block.txs.push({ id: tx.id, via, valid: invalid === undefined, ...invalid });
    }
    return block;
  }

  /** Returns why it is invalid, or nothing. */
  #judge({ tx, via, endorsement, failed }: Submitted, block: Block): Invalid | undefined {
    if (failed) return refused('a fault that the ledger was asked for');
    if ('source' in tx) return refused(this.#install(tx, via, block));
    if (!endorsement) return refused(this.#call(tx, block));
    if (!endorsement.ok) return refused(endorsement.why);
    const stale = staleKey(this.#state, endorsement.set);
    if (stale !== undefined) {
      return { failureClass: 'version', why: `"${stale}" was changed after it was read` };
    }
    this.#apply(endorsement.set, block);
    return undefined;
  }

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
    const endorsement = endorse(contract, id, verb, args, this.#state);
    if (!endorsement.ok) return endorsement.why;
    this.#apply(endorsement.set, block);
    return undefined;
  }

  /** The version of what it writes is its place in the chain. */
  #apply(set: ReadWriteSet, block: Block): void {
    const version: Version = `${block.height}.${block.txs.length}`;
    const writes = writesOf(set, version);
    applyWrites(this.#state, writes);
    block.writes.push(...writes);
  }
}

/** Runs a call on `state`, which it does not change. */
export function endorse(
  contract: Contract,
  id: string,
  verb: string,
  args: readonly unknown[],
  state: WorldState,
): Endorsement {
  const store = notingStore(state, id);
  const outcome = contract.call(verb, args, store);
  return outcome.ok
    ? { ok: true, set: store.noted() }
    : { ok: false, why: outcome.why || 'the contract threw' };
}

function refused(why: string): Invalid;
function refused(why: string | undefined): Invalid | undefined;
function refused(why: string | undefined): Invalid | undefined {
  return why === undefined ? undefined : { failureClass: 'consensus', why };
}
