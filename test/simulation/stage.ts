/**
 * A stage for scripted attacks: everybody runs the machine, but nothing arrives unless the script brings it, as on a network
 * that the adversary commands. Liars do nothing by themselves.
 */
import { hex } from '../../protocol/digest.ts';
import type { Payload, Statement, Verified } from '../../protocol/statement.ts';
import type { Finding } from './checks.ts';
import type { Forgetting } from './surroundings.ts';
import { CALM } from './plan.ts';
import type { Product } from './product.ts';
import { randomOf } from './random.ts';
import { worldOf } from './runs.ts';
import { createSimulation, type Simulation } from './simulation.ts';
import { loadedMs, startsOf } from './starts.ts';
import { T0, type World, type WorldOptions } from './world.ts';

/** What is broken in the node around the machine, in place of a patch. */
export interface Broken {
  readonly forgets?: Forgetting;
  readonly threshold?: number;
}

export interface StageOptions extends WorldOptions {
  /** named by whose turn it is to coordinate; default the first view's coordinator */
  readonly liars?: (turns: readonly string[]) => readonly string[];
  /** from the proposal on; default from the end of the load */
  readonly isWhole?: boolean;
  readonly broken?: Broken;
  /** with what the script does, the round must be published all the same */
  readonly mustDecide?: boolean;
  readonly lanes?: (org: string, input: string) => Float64Array | null;
  /** how far clocks are ahead, ms */
  readonly skewsMs?: ReadonlyMap<string, number>;
  readonly trace?: (line: string) => void;
}

export interface Which {
  readonly type: Statement['type'];
  readonly from?: string | readonly string[];
  readonly view?: number;
  readonly sum?: string;
}

type Types = Statement['type'];

export interface Stage {
  readonly world: World;
  readonly room: Simulation;
  /** the coordinators of views 0 … n-1 of the first sum */
  readonly turns: readonly string[];
  readonly liars: readonly string[];
  readonly honest: readonly string[];
  /** ms after the first cut */
  until(afterCutMs: number): void;
  /** ms after the closing instant */
  untilClosing(afterMs: number): void;
  /** to a little after this view of the first sum begins */
  untilView(view: number): void;
  /** every statement like this that was sent so far */
  said(which: Which): Verified[];
  bring(which: Which, to: readonly string[]): void;
  /** everything of these types, from these orgs to these orgs */
  share(types: readonly Types[], orgs: readonly string[]): void;
  /** a liar says this to these */
  lie(org: string, statement: Statement, to: readonly string[], nonce?: number): Verified;
  /** the ground of a statement about the first sum */
  about(sum?: string): { round: Uint8Array; sum: string; context: Uint8Array };
  setOf(orgs: readonly string[], sum?: string): Payload<'candidate'>['set'];
  hashOf(set: Payload<'candidate'>['set'], sum?: string): Uint8Array;
  /** the first of the liars names this set in its turn */
  name(
    view: number,
    orgs: readonly string[],
    to: readonly string[],
    carried?: Verified[],
  ): Verified;
  /** the first of the liars votes for what a candidate names */
  vote(
    type: 'prevote' | 'precommit',
    candidate: Verified,
    to: readonly string[],
    nonce?: number,
  ): Verified;
  /** what an honest vault answers to whoever commands its node; undefined: it refuses */
  askVault(call: () => Uint8Array): Verified | undefined;
  /** the network works again */
  connect(): void;
  finish(): readonly Finding[];
}

export function createStage(product: Product, options: StageOptions): Stage {
  const {
    n,
    f,
    sums = ['main'],
    inputs,
    strangers,
    comparables,
    closeMs,
    broken = {},
    trace,
  } = options;
  const world = worldOf(product, {
    n,
    f,
    sums,
    ...(inputs && { inputs }),
    ...(strangers && { strangers }),
    ...(comparables && { comparables }),
    ...(closeMs && { closeMs }),
    ...(broken.threshold && { threshold: broken.threshold }),
  });
  const { protocol } = product;
  const { terms, roster } = world;
  const starts = startsOf(world);
  const [first] = terms.sums;
  if (!first) throw new TypeError('a round has a sum');
  const [anyStart] = starts.values();
  const ids = (heard: ReadonlyMap<string, { readonly id: string }>) =>
    [...heard.values()].map(({ id }) => id);
  const setup =
    anyStart &&
    protocol.setupDigestOf([...anyStart.state.keys.values()], ids(anyStart.state.deals));
  const context = protocol.contextFor(first, setup as Uint8Array, []);
  const turns = roster.map((_, view) => protocol.coordinatorOf(terms, context, view));
  const liars = options.liars?.(turns) ?? [turns[0] as string];
  const silent = { audience: () => [] };
  const room = createSimulation({
    world,
    plan: {
      ...CALM,
      repairMs: 100,
      ...(options.skewsMs && { skewsMs: options.skewsMs }),
      isWhole: options.isWhole ?? false,
      mustDecide: options.mustDecide ?? false,
    },
    random: randomOf(1),
    isScripted: true,
    hostility: new Map(liars.map((org) => [org, [silent]])),
    ...(options.isWhole ? { startMs: T0 } : { start: starts, startMs: loadedMs(world) }),
    ...(broken.forgets && { forgets: broken.forgets }),
    ...(options.lanes && { lanes: options.lanes }),
    ...(trace && { trace }),
  });

  const settle = () => room.runUntil(room.nowMs());
  const until = (afterCutMs: number) => room.runUntil(first.cutMs + afterCutMs);

  function about(sum = first?.id ?? '') {
    const index = terms.sums.findIndex(({ id }) => id === sum);
    const contexts = [...room.peers.values()].flatMap(
      (one) => one.state().sums[index]?.context ?? [],
    );
    return {
      round: terms.roundId,
      sum,
      context: index === 0 ? context : (contexts[0] as Uint8Array),
    };
  }

  function said({ type, from, view, sum }: Which): Verified[] {
    return room.sent.filter(
      (one) =>
        one.type === type &&
        (from === undefined || [from].flat().includes(one.signer)) &&
        (view === undefined || ('view' in one.message && one.message.view === view)) &&
        (sum === undefined || ('sum' in one.message && one.message.sum === sum)),
    );
  }

  function bring(which: Which, to: readonly string[]): void {
    for (const message of said(which)) {
      room.bring(
        message,
        to.filter((org) => org !== message.signer),
      );
      settle();
    }
  }

  function share(types: readonly Types[], orgs: readonly string[]): void {
    for (const type of types) bring({ type, from: orgs }, orgs);
  }

  function lie(org: string, statement: Statement, to: readonly string[], nonce = 0): Verified {
    const message = room.hands(org).say(statement, [], nonce);
    room.bring(
      message,
      to.filter((one) => one !== org),
    );
    settle();
    return message;
  }

  function setOf(orgs: readonly string[], sum = first?.id) {
    return roster
      .filter((org) => orgs.includes(org))
      .map((org) => {
        const [own] = said({ type: 'contribution', from: org, ...(sum && { sum }) });
        return { org, contribution: Buffer.from(own?.id ?? '', 'hex') };
      });
  }
  const hashOf = (set: Payload<'candidate'>['set'], sum?: string) =>
    protocol.setHash(about(sum).context, set);
  const liar = () => liars[0] as string;

  return {
    world,
    room,
    turns,
    liars,
    honest: roster.filter((org) => !liars.includes(org)),
    until,
    untilClosing: (afterMs) => room.runUntil(terms.schedule.closingMs + afterMs),
    untilView: (view) =>
      room.runUntil(Math.ceil(product.views.viewStartMs(terms, first, view)) + 5),
    said,
    bring,
    share,
    lie,
    about,
    setOf,
    hashOf,
    name(view, orgs, to, carried = []) {
      const message = {
        ...about(),
        view,
        set: setOf(orgs),
        carried: carried.map(({ bytes }) => bytes),
      };
      return lie(liar(), { type: 'candidate', message }, to);
    },
    vote(type, candidate, to, nonce = 0) {
      const { sum, view, set } = candidate.message as Payload<'candidate'>;
      return lie(
        liar(),
        { type, message: { ...about(sum), view, set: hashOf(set, sum) } },
        to,
        nonce,
      );
    },
    askVault(call) {
      try {
        const answer = world.open(call());
        room.expose(answer);
        return answer;
      } catch (error) {
        protocol.refusalOf(error);
        return undefined;
      }
    },
    connect: () => room.connect(),
    finish() {
      room.connect();
      room.finish();
      return room.findings;
    },
  };
}

export const idOf = (message: Verified) => Buffer.from(message.id, 'hex');
export { hex };
