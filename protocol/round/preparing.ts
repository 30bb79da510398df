/**
 * Committed → Preparing → Ready: each org prepares its own artefacts with its own keys, the sums are set up, and every
 * member of the roster signs the set-up digest. A failed set-up ends the round; another try is a new round.
 */
import { setupDigestOf, type StatementOf } from '../agreement.ts';
import { sameBytes } from '../digest.ts';
import { clockLimitUs } from '../terms.ts';
import { checkedOnce } from './checked-once.ts';
import { giveUp } from './failing.ts';
import { ask, end, move, type Move } from './move.ts';
import { hasAll, missing, type RoundState } from './state.ts';

/** All commits are here: ask for what only the org itself can do. */
export function committed(state: RoundState): Move | null {
  const asked = ask(state, 'prepare', { kind: 'prepare' }, { kind: 'open' });
  return asked ?? move(state, 'preparing');
}

export function preparing(state: RoundState): Move | null {
  const { schedule } = state.terms;
  const failed = calledOff(state);
  if (failed) return failed;
  const known = setupDigest(state) !== null;
  if (state.self === null) {
    if (known && hasAll(state, state.readies)) return move(state, 'ready');
    return state.nowMs >= schedule.startMs ? notReady(state) : null;
  }
  if (known && state.readies.has(state.self)) return move(state, 'ready');
  if (state.nowMs >= schedule.readyByMs) return notReady(state);
  return dealt(state) ?? checked(state) ?? signed(state);
}

/** Everybody signed: the load starts at the agreed instant. Who lacks a signature at the start has no data. */
export function ready(state: RoundState): Move | null {
  const failed = calledOff(state);
  if (failed) return failed;
  const other = otherSetup(state);
  if (other)
    return end(state, 'notReady', 'otherSetup', `${other} signed another set-up`, {
      org: other,
    });
  const startMs = state.terms.schedule.startMs;
  if (hasAll(state, state.readies)) {
    const asked = ask(state, 'load', { kind: 'startLoad', startMs });
    if (asked) return asked;
    return state.nowMs >= startMs ? move(state, 'warmUp') : null;
  }
  return state.nowMs >= startMs ? notReady(state) : null;
}

/** Who signed another set-up than the one that is here, and never this one. */
function otherSetup(state: RoundState): string | undefined {
  const digest = setupDigest(state);
  const others = [...state.readies.values()].filter(
    ({ message }) => !digest || !sameBytes(message.setupDigest, digest),
  );
  return others.find(({ signer }) => !readyOf(state, signer))?.signer;
}

/** An org's signature of the very set-up that is here, be it its second word on it, or its third. */
export function readyOf(state: RoundState, org: string): StatementOf<'ready'> | undefined {
  const digest = setupDigest(state);
  const slot = `readies/${org}`;
  const said = [
    state.readies.get(org),
    state.seconds.get(slot),
    state.seconds.get(`${slot}/needed`),
  ];
  return said
    .filter((one) => one?.type === 'ready')
    .find((one) => digest && sameBytes(one.message.setupDigest, digest));
}

/** The digest of the whole set-up once every Keys and Deal is here. */
export function setupDigest(state: RoundState): Buffer | null {
  const { keys, deals } = state;
  if (!hasAll(state, keys) || !hasAll(state, deals)) return null;
  const dealIds = () => [...deals.values()].map(({ id }) => id);
  return checkedOnce(deals, keys, () => setupDigestOf([...keys.values()], dealIds()));
}

function dealt(state: RoundState): Move | null {
  return hasAll(state, state.keys) ? ask(state, 'deal', { kind: 'deal' }) : null;
}

function checked(state: RoundState): Move | null {
  const complete =
    setupDigest(state) !== null && missing(state, state.shares).every((org) => org === state.self);
  return complete ? ask(state, 'check', { kind: 'check' }) : null;
}

function signed(state: RoundState): Move | null {
  const { terms, prepared, checked: setup } = state;
  if (!prepared || !setup) return null;
  const limitUs = clockLimitUs(terms.schedule);
  if (prepared.clockBoundUs > limitUs)
    return giveUp(state, {
      code: 'clock',
      message: `this clock may be ${prepared.clockBoundUs / 1000} ms off, ${limitUs / 1000} ms are allowed: synchronise it`,
      details: { clockBoundUs: prepared.clockBoundUs, limitUs },
    });
  return ask(state, 'ready', {
    kind: 'sign',
    statement: {
      type: 'ready',
      message: { round: terms.roundId, setupDigest: setup, clockBoundUs: prepared.clockBoundUs },
    },
  });
}

/** A reason is its author's word, and nobody else's. */
function calledOff(state: RoundState): Move | null {
  const [abort] = state.aborts.values();
  if (!abort) return null;
  const { code, reason } = abort.message;
  const { signer } = abort;
  const said = `${signer} can not take part, as it says: ${reason || code}`;
  return end(state, 'notReady', code, said, { org: signer });
}

function notReady(state: RoundState): Move {
  const lists: [string, ReadonlyMap<string, unknown>][] = [
    ['keys', state.keys],
    ['deal', state.deals],
    ['ready', state.readies],
  ];
  const found = lists.find(([, heard]) => missing(state, heard).length > 0);
  const [what, heard] = found ?? ['ready', state.readies];
  const late = missing(state, heard);
  return end(state, 'notReady', 'deadline', `not ready in time: ${late.join(', ') || 'this org'}`, {
    missing: late,
    what,
  });
}
