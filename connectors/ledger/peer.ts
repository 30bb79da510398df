/**
 * One org's own peer: commits each block after its own delay, in order, applies it to its own state, and answers reads
 * from that state alone. A late peer answers with what it knows; a stopped one commits what it missed when it is back.
 */
import { endorse, type Block, type Endorsement } from './chain.ts';
import { commitDelayUs, type DelayProfile } from './commit-delay.ts';
import type { LedgerClock } from './clock.ts';
import type { Contract } from './contract-sandbox.ts';
import type { CallTx } from './messages.ts';
import { applyWrites, type WorldState } from './world-state.ts';

export type ReadOutcome = { ok: true; json: string } | { ok: false; known: boolean; why: string };

/** What clients are told of a block. */
export type BlockRecord = Pick<Block, 'height' | 'txs'>;

type Call = Pick<CallTx, 'contract' | 'verb' | 'args'>;

export class Peer {
  readonly org: string;
  readonly #profile: DelayProfile;
  readonly #clock: LedgerClock;
  readonly #onCommit: (peer: Peer, block: Block, atUs: number) => void;
  readonly #state: WorldState = new Map();
  readonly #contracts = new Map<string, Contract>();
  /** Without the writes, which would be all that was ever written. */
  readonly #committed: BlockRecord[] = [];
  #queue: { block: Block; dueUs: number }[] = [];
  #cancel: (() => void) | undefined;
  #lagUs = 0;
  #running = true;

  /** `onCommit` gets the monotonic microseconds of the commit. */
  constructor(
    profile: DelayProfile,
    clock: LedgerClock,
    onCommit: (peer: Peer, block: Block, atUs: number) => void,
  ) {
    this.org = profile.org;
    this.#profile = profile;
    this.#clock = clock;
    this.#onCommit = onCommit;
  }

  /** Height of the last block committed here; 0 before the first. */
  get height(): number {
    return this.#committed.length;
  }

  get running(): boolean {
    return this.#running;
  }

  /** Added to the delay of each block that is delivered from now on; microseconds, 0 or more. */
  get lagUs(): number {
    return this.#lagUs;
  }

  set lagUs(lagUs: number) {
    this.#lagUs = lagUs;
  }

  deliver(block: Block): void {
    this.#enqueue(block);
    if (this.#queue.length === 1) this.#arm();
  }

  /** The blocks committed here, from this height on. */
  committedFrom(height: number): readonly BlockRecord[] {
    return this.#committed.slice(height - 1);
  }

  read({ contract: id, verb, args }: Call): ReadOutcome {
    const why = this.refusal(id, verb);
    const contract = this.#contracts.get(id);
    if (why !== undefined || !contract) return { ok: false, known: false, why: why ?? '' };
    const outcome = contract.call(verb, args, {
      get: (key) => this.#state.get(id)?.get(key)?.json,
      put: () => {
        throw new Error('a read must not write');
      },
    });
    return outcome.ok ? outcome : { ...outcome, known: true };
  }

  /** Runs a call on the state that this peer has now. */
  endorse({ contract: id, verb, args }: Call): Endorsement {
    const contract = this.#contracts.get(id);
    const why = this.refusal(id, verb);
    if (why !== undefined || !contract) return { ok: false, why: why ?? '' };
    return endorse(contract, id, verb, args, this.#state);
  }

  /** Why a call can not be taken here, if it can not. `init` runs on installing only. */
  refusal(contract: string, verb: string): string | undefined {
    const installed = this.#contracts.get(contract);
    if (!installed) return `no contract "${contract}" at this peer`;
    return installed.verbs.has(verb) && verb !== 'init'
      ? undefined
      : `contract "${contract}" has no function "${verb}"`;
  }

  /** Commits nothing until `start`; what is delivered meanwhile waits. */
  stop(): void {
    this.#running = false;
    this.#cancel?.();
  }

  /** Takes its usual time for the first missed block, and then catches up. */
  start(): void {
    if (this.#running) return;
    this.#running = true;
    const missed = this.#queue.map(({ block }) => block);
    this.#queue = [];
    for (const block of missed) this.#enqueue(block);
    this.#arm();
  }

  #enqueue(block: Block): void {
    const dueUs = this.#clock.nowUs() + this.#lagUs + commitDelayUs(this.#profile, block.height);
    this.#queue.push({ block, dueUs: Math.max(dueUs, this.#queue.at(-1)?.dueUs ?? 0) });
  }

  #arm(): void {
    const next = this.#running ? this.#queue[0] : undefined;
    this.#cancel = next
      ? this.#clock.after(Math.max(0, next.dueUs - this.#clock.nowUs()), () => this.#commitDue())
      : undefined;
  }

  /** Timers round: what is due within half a millisecond is due. */
  #commitDue(): void {
    const nowUs = this.#clock.nowUs();
    while (this.#queue[0] && this.#queue[0].dueUs <= nowUs + 500) {
      const { block } = this.#queue.shift() as { block: Block };
      applyWrites(this.#state, block.writes);
      for (const { id, contract } of block.installs) this.#contracts.set(id, contract);
      this.#committed.push({ height: block.height, txs: block.txs });
      this.#onCommit(this, block, this.#clock.nowUs());
    }
    this.#arm();
  }
}
