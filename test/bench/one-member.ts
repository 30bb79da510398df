/**
 * One org's whole life in a round of one sum, in this process: the round's machine, the vault's code, and all that a node
 * does with a statement between its socket and its disk. Measured in CPU time; what the others say is not.
 */
import { idOf, sha256 } from '../../protocol/digest.ts';
import { addUp } from '../../protocol/round/add-up.ts';
import { addUpEvent } from '../../protocol/publish.ts';
import type { StatementOf } from '../../protocol/agreement.ts';
import type { Effect, Event } from '../../protocol/round/event.ts';
import { maskPublicsOf, recover } from '../../protocol/round/recovery.ts';
import { begin, currentSum, type RoundState } from '../../protocol/round/state.ts';
import { step } from '../../protocol/round/step.ts';
import { releaseMs } from '../../protocol/round/summing.ts';
import { viewStartMs } from '../../protocol/round/views.ts';
import { namingMs } from '../../protocol/round/voting.ts';
import { wakeAt } from '../../protocol/round/wake.ts';
import {
  addresseeOf,
  open,
  reopen,
  roundOf,
  type Payload,
  type StatementType,
  type Verified,
} from '../../protocol/statement.ts';
import { contributeAtMs, windowOf, type SumPlan } from '../../protocol/terms.ts';
import { BUILD, T0 } from '../protocol/proposal.ts';
import type { Others } from './others.ts';
import { createOwnVault } from './own-vault.ts';

export const PHASES = [
  'accept, commit',
  'set-up',
  'contribution',
  'agreement',
  'reveal',
  'sum',
] as const;
export type PhaseName = (typeof PHASES)[number];

export interface Spent {
  /** of this process, all of its threads */
  cpuUs: number;
  /** envelopes that go to everybody, and those for one org each */
  broadcastBytes: number;
  unicastBytes: number;
}
export type Life = Record<PhaseName, Spent>;

export interface Lived {
  readonly life: Life;
  readonly state: RoundState;
  /** how long the candidate's envelope was */
  readonly candidateBytes: number;
  /** whether it was this org's */
  readonly coordinates: boolean;
}

type Work = Exclude<Effect['kind'], 'persist' | 'send' | 'refuse' | 'accuse' | 'end' | 'wipe'>;
type Asked = Extract<Effect, { kind: Work }>;

/** @throws Error when the round is not published in the end */
export function liveThrough(others: Others): Lived {
  const { world, terms, self, lanes, setting } = others;
  const { consortium } = world;
  const { schedule } = terms;
  const plan = terms.sums[0] as SumPlan;
  const vault = createOwnVault(world, self, others.layout);
  const own = new Map<StatementType, Verified>();
  const known = new Set<string>();
  const keyEnvelopes = new Map<string, Uint8Array>();
  const asked: Asked[] = [];
  const life = Object.fromEntries(
    PHASES.map((name) => [name, { cpuUs: 0, broadcastBytes: 0, unicastBytes: 0 }]),
  ) as Life;
  let phase: PhaseName = 'accept, commit';
  const { user, system } = process.cpuUsage();
  let enteredUs = user + system;
  let nowMs = T0;

  function give(event: Event): void {
    const moved = step(state, event);
    state = moved.state;
    for (const effect of moved.effects) perform(effect);
    wakeAt(state);
  }

  function perform(effect: Effect): void {
    switch (effect.kind) {
      case 'persist':
        known.add(effect.message.id);
        if (effect.message.type === 'keys')
          keyEnvelopes.set(effect.message.signer, effect.message.bytes);
        return;
      case 'send':
        return send(effect.message);
      case 'refuse':
      case 'accuse':
      case 'end':
        throw new Error(`${self} in ${state.phase}: ${JSON.stringify(effect)}`);
      case 'wipe':
        return;
      default:
        asked.push(effect);
    }
  }

  function send(message: Verified): void {
    own.set(message.type, message);
    const spent = life[phase];
    if (addresseeOf(message) === null) spent.broadcastBytes += message.bytes.length;
    else spent.unicastBytes += message.bytes.length;
  }

  const inRosterOrder = (heard: ReadonlyMap<string, { readonly bytes: Uint8Array }>) =>
    terms.roster.flatMap((org) => heard.get(org)?.bytes ?? []);
  const said = (bytes: Uint8Array) => give({ kind: 'message', nowMs, message: reopen(bytes) });

  /** What the machine asked for, as the node has it done. */
  function answer(effect: Asked): void {
    switch (effect.kind) {
      case 'sign':
        return said(vault.sign(effect.statement));
      case 'prepare':
        return give({ kind: 'prepared', nowMs, clockBoundUs: 100 });
      case 'open':
        return said(vault.open());
      case 'deal':
        return vault.deal(terms.roster.flatMap((org) => keyEnvelopes.get(org) ?? [])).forEach(said);
      case 'check': {
        const setupDigest = vault.check(inRosterOrder(state.deals), inRosterOrder(state.shares));
        return give({ kind: 'checked', nowMs, setupDigest });
      }
      case 'mask':
        return said(vault.mask({ ...effect, lanes }));
      case 'reveal':
        return said(vault.reveal(effect));
      case 'release':
        return said(vault.release(effect));
      case 'recover': {
        const publics = maskPublicsOf(effect.sum, keysHeard());
        return give({ kind: 'recovered', nowMs, ...recover(state, effect.missing, publics) });
      }
      case 'addUp':
        return give(summed());
      default:
        return;
    }
  }

  const keysHeard = () =>
    [...keyEnvelopes.values()].map((bytes) => reopen(bytes) as StatementOf<'keys'>);

  /** There is no report of a layout without metrics. */
  function summed(): Event {
    if (others.layout.id === 'main-v1') return addUpEvent(consortium, state, nowMs);
    const sumLanes = addUp(state);
    return { kind: 'summed', nowMs, lanes: sumLanes, reportDigest: sha256(sumLanes) };
  }

  /** As a peer takes in what comes. */
  function hear(bytes: Uint8Array): void {
    const id = idOf(bytes);
    if (known.has(id)) return;
    const message = open(consortium, bytes);
    if (roundOf(consortium.digest, message) !== terms.round) throw new Error('another round');
    give({ kind: 'message', nowMs, message });
  }

  /** What the others say was made in an earlier run, but for the first one, which nobody counts. */
  function enter(next: PhaseName): void {
    const { user, system } = process.cpuUsage();
    life[phase].cpuUs += user + system - enteredUs;
    enteredUs = user + system;
    phase = next;
  }
  const hearAll = (envelopes: readonly Uint8Array[]) => envelopes.forEach(hear);
  function work(): void {
    for (let next = asked.shift(); next; next = asked.shift()) answer(next);
  }
  function tick(atMs: number): void {
    nowMs = Math.max(nowMs, atMs);
    give({ kind: 'tick', nowMs });
  }
  const ownOf = <T extends Verified['type']>(type: T) => own.get(type) as StatementOf<T>;
  const sum = () => currentSum(state);

  function agree(view: number): void {
    const context = sum().context as Uint8Array;
    const before = [...sum().candidates.values()].at(-1);
    const set = before?.message.set ?? contributed(state);
    const carried = before ? [...sum().prevotes.values()].slice(0, terms.q) : [];
    const candidate = others.candidate(
      view,
      context,
      set,
      carried.map(({ bytes }) => bytes),
    );
    if (candidate) hearAll([candidate]);
    work();
    hearAll(others.same(ownOf('prevote')));
    work();
    if (view === setting.lostViews) return hearAll(others.same(ownOf('precommit')));
    tick(viewStartMs(terms, plan, view + 1));
  }

  const proposal = open(consortium, world.proposal.bytes) as StatementOf<'proposal'>;
  let state = begin(terms, proposal, self, nowMs);
  give({ kind: 'accept', nowMs, ...BUILD });
  work();
  hearAll(others.same(ownOf('acceptance')));
  work();
  hearAll(others.same(ownOf('commit')));

  enter('set-up');
  work();
  hearAll(others.keys());
  work();
  hearAll(others.deals(ownOf('keys')));
  hearAll(others.shares(ownOf('keys')));
  work();
  hearAll(others.same(ownOf('ready')));

  enter('contribution');
  const window = windowOf(schedule);
  for (const atMs of [schedule.startMs, window.fromMs, contributeAtMs(state.terms)]) tick(atMs);
  work();
  give({ kind: 'measured', nowMs });
  work();
  hearAll(others.contributions(ownOf('contribution')));
  if (setting.dropped > 0) for (const atMs of [plan.cutMs, namingMs(state, plan)]) tick(atMs);

  enter('agreement');
  for (let view = 0; view <= setting.lostViews; view++) agree(view);

  enter('reveal');
  work();
  const { context, certified } = sum();
  hearAll(others.reveals(context!, certified!));
  if (setting.stalled > 0) {
    tick(releaseMs(state, plan, sum()));
    const release = asked.find((effect) => effect.kind === 'release');
    if (release?.kind !== 'release') throw new Error('nothing has to be released');
    work();
    // a node rebuilds between two messages, as soon as the shares are enough
    for (const shares of others.releases(context!, certified!, release.missing)) {
      hear(shares);
      if (asked[0]?.kind === 'recover') asked.splice(0, 1).forEach(answer);
    }
  }

  enter('sum');
  work();
  hearAll(others.same(ownOf('result')));
  enter('sum');
  if (state.phase !== 'published') throw new Error(`the round ended as ${state.phase}`);
  const [candidate] = sum().candidates.values();
  return {
    life,
    state: state,
    candidateBytes: candidate?.bytes.length ?? 0,
    coordinates: candidate?.signer === self,
  };
}

/** All contributions that are here, as a coordinator names them. */
function contributed(state: RoundState): Payload<'candidate'>['set'] {
  const { contributions } = currentSum(state);
  return state.terms.roster.flatMap((org) => {
    const id = contributions.get(org)?.id;
    return id === undefined ? [] : [{ org, contribution: Buffer.from(id, 'hex') }];
  });
}
