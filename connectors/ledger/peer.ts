/**
 * One org's own peer: commits each block after its own delay, in order, applies it to its own state, and answers reads
 * from that state alone. A late peer answers with what it knows.
 */
import { applyWrites, type Block, type WorldState } from './chain.ts';
import { commitDelayUs, type DelayProfile } from './commit-delay.ts';
import { type LedgerClock } from './clock.ts';
import { type Contract } from './contract-sandbox.ts';
import { type CallTx } from './messages.ts';

export type ReadOutcome = { ok: true; json: string } | { ok: false; known: boolean; why: string };

export class Peer {
  readonly org: string;
  readonly #profile: DelayProfile;
  readonly #clock: LedgerClock;
  readonly #onCommit: (peer: Peer, block: Block, atUs: number) => void;
  readonly #state: WorldState = new Map();
  readonly #contracts = new Map<string, Contract>();
  #queue: { block: Block; dueUs: number }[] = [];
  #cancel: (() => void) | undefined;
  #height = 0;

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
    return this.#height;
  }

  deliver(block: Block): void {
    const due = this.#clock.nowUs() + commitDelayUs(this.#profile, block.height);
    this.#queue.push({ block, dueUs: Math.max(due, this.#queue.at(-1)?.dueUs ?? 0) });
    if (this.#queue.length === 1) this.#arm();
  }

  read({ contract: id, verb, args }: Pick<CallTx, 'contract' | 'verb' | 'args'>): ReadOutcome {
    const why = this.refusal(id, verb);
    const contract = this.#contracts.get(id);
    if (why !== undefined || !contract) return { ok: false, known: false, why: why ?? '' };
    const outcome = contract.call(verb, args, {
      get: (key) => this.#state.get(id)?.get(key),
      put: () => {
        throw new Error('a read must not write');
      },
    });
    return outcome.ok ? outcome : { ...outcome, known: true };
  }

  /** Why a call can not be taken here, if it can not. `init` runs on installing only. */
  refusal(contract: string, verb: string): string | undefined {
    const installed = this.#contracts.get(contract);
    if (!installed) return `no contract "${contract}" at this peer`;
    return installed.verbs.has(verb) && verb !== 'init'
      ? undefined
      : `contract "${contract}" has no function "${verb}"`;
  }

  stop(): void {
    this.#cancel?.();
    this.#queue = [];
  }

  #arm(): void {
    const next = this.#queue[0];
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
      this.#height = block.height;
      this.#onCommit(this, block, this.#clock.nowUs());
    }
    this.#arm();
  }
}
