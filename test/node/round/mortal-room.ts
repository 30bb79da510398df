/**
 * Four orgs that can die, in one process: a wire between them that loses what is sent to the dead, repair that brings it to
 * who is back, and one clock for all that jumps from instant to instant.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../../node/clock.ts';
import {
  addresseeOf,
  hasEnded,
  hex,
  open,
  roundIdOf,
  slotOf,
  wakeAt,
  type Payload,
  type RoundState,
  type Verified,
} from '../../../protocol/index.ts';
import { T0 } from '../../protocol/proposal.ts';
import { consortiumOf, memoryVault, ORGS, proposalOf } from '../vault/four-orgs.ts';
import { createMortalOrg, type DurableWrite, type Fate, type MortalOrg } from './mortal-org.ts';

export const BUILD = { packageVersion: '0.1.0', lockfileDigest: new Uint8Array(32).fill(3) };

export interface RoomChoice {
  readonly fate?: Fate;
  /** who may die: these keep their transcripts on disk; default all */
  readonly mortals?: readonly string[];
  /** how long a dead org is away; default 0 */
  readonly awayMs?: number;
  /** what nobody but its signer ever hears of, in no way; default nothing */
  readonly isLost?: (message: Verified) => boolean;
}

/** How a round went. */
export interface Course {
  /** by org; undefined where nobody ever heard of the round */
  readonly states: ReadonlyMap<string, RoundState | undefined>;
  readonly orgs: ReadonlyMap<string, MortalOrg>;
  readonly writes: readonly DurableWrite[];
  readonly dead: readonly DurableWrite[];
  /** every statement that anybody heard, or that was lost, by its signer and slot: the ids */
  readonly said: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Everything before the round, made once: keys, and a consortium that all have signed. */
export const createWorld = () =>
  consortiumOf(ORGS.map((org) => ({ org, vault: memoryVault(org) })));
export type RoomWorld = Awaited<ReturnType<typeof createWorld>>;

/** What is tested is the order of writes, not the disk: a disk in memory where there is one. */
const DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Runs one round of the first org's to its closing instant; `look` sees the orgs before they are gone. */
export async function runRound(
  { consortium, text }: RoomWorld,
  { fate = () => null, awayMs = 0, mortals = ORGS, isLost = () => false }: RoomChoice,
  look: (course: Course) => void | Promise<void>,
): Promise<void> {
  const dir = mkdtempSync(join(DISK, 'hushmark-mortal-'));
  const clock = createSharedClock(T0);
  const queue: { to: string; message: Verified }[] = [];
  const writes: DurableWrite[] = [];
  const dead: DurableWrite[] = [];
  const said = new Map<string, Set<string>>();
  const backMs = new Map<string, number>();
  const orgs = new Map<string, MortalOrg>();
  const living = () => [...orgs.values()].filter((org) => org.isAlive());
  const around = {
    consortium,
    consortiumText: text,
    clock,
    fate(write: DurableWrite) {
      const decided = fate(write);
      if (decided === null) return null;
      dead.push(write);
      backMs.set(write.org, clock.nowMs() + awayMs);
      return decided;
    },
    onWrite: (write: DurableWrite) => void writes.push(write),
    send(message: Verified) {
      const only = addresseeOf(message);
      for (const to of ORGS)
        if (to !== message.signer && (only === null || only === to)) queue.push({ to, message });
    },
  };
  for (const org of ORGS) {
    const path = mortals.includes(org) ? join(dir, `${org}.db`) : null;
    orgs.set(org, await createMortalOrg(org, { ...around, path }));
  }
  const org = (name: string) => orgs.get(name) as MortalOrg;
  const proposal = proposalFrom(T0);
  const round = hex(roundIdOf(consortium.digest, proposal));
  const stateOf = (name: string): RoundState | undefined =>
    org(name)
      .rounds.all()
      .map((driver) => driver.state())
      .find(({ terms }) => terms.round === round);

  function deliver(to: string, message: Verified, from: string): void {
    const slot = `${message.signer}/${slotOf(consortium.digest, message)}`;
    said.set(slot, (said.get(slot) ?? new Set()).add(message.id));
    if (!isLost(message) && org(to).isAlive()) org(to).rounds.receive(message.bytes, from);
  }

  /** Until nothing is under way any more; who died is back when its time has come. */
  async function settle(): Promise<void> {
    for (;;) {
      for (let next = queue.shift(); next; next = queue.shift())
        deliver(next.to, next.message, next.message.signer);
      await new Promise((resolve) => setImmediate(resolve));
      if (queue.length > 0) continue;
      const back = ORGS.find((name) => !org(name).isAlive() && backMs.get(name)! <= clock.nowMs());
      if (back !== undefined) {
        orgs.set(back, await org(back).restart());
        await new Promise((resolve) => setImmediate(resolve));
        decide(back);
        continue;
      }
      if (!repair()) return;
    }
  }

  /** Each offers what it has to each that lacks it. @returns whether that brought anything */
  function repair(): boolean {
    let brought = false;
    for (const from of living())
      for (const id of from.rounds.ids())
        for (const to of living()) {
          if (to.store.has(id)) continue;
          const held = from.store.get(id);
          if (!held || ![null, to.org, held.signer].includes(held.addressee)) continue;
          deliver(to.org, open(consortium, held.bytes), from.org);
          brought ||= to.store.has(id) || !to.isAlive();
        }
    return brought;
  }

  /** What an operator does who finds an open proposal. */
  function decide(name: string): void {
    const state = stateOf(name);
    if (state?.phase !== 'proposed' || state.acceptances.has(name) || !org(name).isAlive()) return;
    org(name)
      .rounds.of(round)
      .intend({ kind: 'accept', nowMs: clock.nowMs(), ...BUILD })
      .catch(() => {});
  }

  async function tick(atMs: number): Promise<void> {
    await clock.advance(atMs);
    for (const one of living())
      for (const driver of one.rounds.all())
        driver.dispatch({ kind: 'tick', nowMs: clock.nowMs() });
    await settle();
  }

  function nextMs(): number {
    const wakes = living().flatMap(({ rounds }) =>
      rounds.all().map((driver) => wakeAt(driver.state())),
    );
    const back = ORGS.filter((name) => !org(name).isAlive()).map((name) => backMs.get(name)!);
    return Math.min(...[...wakes, ...back].filter((atMs) => atMs !== null));
  }

  try {
    const first = org(proposal.proposer);
    const envelope = await first.vault.sign({ type: 'proposal', message: proposal });
    if (first.isAlive()) first.rounds.propose(envelope);
    await settle();
    for (const name of ORGS) decide(name);
    await settle();
    for (let ticks = 0; nextMs() < Infinity; ticks++) {
      if (ticks > 200) throw new Error('this round never comes to its end');
      await tick(Math.max(nextMs(), clock.nowMs()));
    }
    await look({
      states: new Map(ORGS.map((name) => [name, stateOf(name)])),
      orgs,
      writes,
      dead,
      said,
    });
  } finally {
    for (const one of orgs.values()) await one.end();
    rmSync(dir, { recursive: true });
  }
}

export const outcomeOf = (state: RoundState | undefined): string => {
  if (!state) return 'never heard of';
  return hasEnded(state) ? `${state.phase} ${state.end?.code ?? ''}`.trim() : 'goes on';
};

/** Who sleeps wakes as soon as the hand is moved past its time. */
function createSharedClock(startMs: number): Clock & { advance(atMs: number): Promise<void> } {
  let nowMs = startMs;
  const asleep: { atMs: number; wake: () => void }[] = [];
  return {
    nowUs: () => nowMs * 1000,
    nowMs: () => nowMs,
    sleepUntil(atMs) {
      if (atMs <= nowMs) return Promise.resolve();
      return new Promise((wake) => asleep.push({ atMs, wake }));
    },
    async advance(atMs) {
      nowMs = Math.max(nowMs, atMs);
      for (const { wake } of asleep.filter((one) => one.atMs <= nowMs)) wake();
    },
  };
}

function proposalFrom(startMs: number): Payload<'proposal'> {
  const plain = proposalOf(['main']);
  return {
    ...plain,
    comparables: [],
    exception: '',
    sums: plain.sums.map((sum) => ({
      ...sum,
      input: 'load',
      cutMs: startMs + 38_000,
      voteByMs: startMs + 50_000,
    })),
    schedule: {
      acceptByMs: startMs + 5_000,
      commitByMs: startMs + 10_000,
      readyByMs: startMs + 20_000,
      startMs: startMs + 22_000,
      warmUpMs: 1_000,
      runMs: 10_000,
      drainMs: 2_000,
      closingMs: startMs + 70_000,
    },
  };
}
