/**
 * The whole way of an envelope from the wire into a live round: what is refused changes nothing, whatever a liar with a
 * member's key signs.
 */
import assert from 'node:assert/strict';
import {
  addresseeOf,
  encode,
  encodePayload,
  idOf,
  ProtocolError,
  seal,
  signedBytes,
  STATEMENTS,
  contributeAtMs,
  type StatementType,
  type Verified,
} from '../../protocol/index.ts';
import type { Signer } from '../protocol/consortium.ts';
import { memoryStore } from '../node/round/memory-store.ts';
import { orgRounds, SELF, settled, type OrgRounds } from '../node/round/org-rounds.ts';
import type { Random } from '../simulation/random.ts';
import { mutateBytes, mutateValue } from './mutate.ts';
import { HEARD_MS, type Seeds } from './seeds.ts';
import { fuzz, tryOne, type Tally, type Target } from './target.ts';

/** Which statements are there already when the fuzzing begins, and at which instant of the round. */
const STAGES: readonly { readonly until: readonly StatementType[]; readonly at: Instant }[] = [
  { until: ['proposal'], at: 'heard' },
  { until: ['acceptance', 'commit'], at: 'heard' },
  { until: ['keys', 'deal', 'shares'], at: 'heard' },
  { until: ['ready'], at: 'start' },
  { until: ['contribution'], at: 'drained' },
  { until: ['candidate', 'prevote'], at: 'cut' },
  { until: ['precommit'], at: 'cut' },
  { until: ['reveal', 'shareReveal'], at: 'cut' },
  { until: ['result'], at: 'cut' },
];
type Instant = 'heard' | 'start' | 'drained' | 'cut';

/** Of each liar two statements a slot, in each view, are kept: far more than this a round never holds. */
const MOST_KEPT = 3_000;

/** Said before, or told of before: by itself it might have a code. */
export const NOT_KEPT = 'E_NOT_KEPT';

/** Inputs for each stage in turn; resolves to what became of them. @throws Found */
export async function fuzzReceivePath(seeds: Seeds, seed: number, inputs: number): Promise<Tally> {
  const tally: Tally = new Map();
  const each = Math.ceil(inputs / STAGES.length);
  for (const [i] of STAGES.entries()) {
    const org = await orgAt(seeds, i);
    try {
      fuzz(receiving(seeds, org), seed + i, each, tally);
      await settled();
      assert(org.store.idsOf(seeds.room.terms.round).length < MOST_KEPT, 'the round grows');
    } finally {
      await org.end();
    }
  }
  return tally;
}

/** In which most kinds of statement may still come: the sum is certified, and nobody has revealed. */
const KEEPING_STAGE = STAGES.findIndex(({ until }) => until.includes('precommit'));

/** A live round for inputs that are kept; `end` it. */
export async function keptReceiving(
  seeds: Seeds,
): Promise<{ target: Target; end(): Promise<void> }> {
  const org = await orgAt(seeds, KEEPING_STAGE);
  return { target: receiving(seeds, org), end: () => org.end() };
}

/** What becomes of one input that was kept, in a round of its own. @throws Found */
export async function receiveOnce(seeds: Seeds, input: unknown): Promise<string> {
  const { target, end } = await keptReceiving(seeds);
  try {
    return tryOne(target, input);
  } finally {
    await end();
  }
}

/** Org A, which has heard everything up to this stage. */
async function orgAt({ world, room, statements }: Seeds, stage: number): Promise<OrgRounds> {
  const types = new Set(STAGES.slice(0, stage + 1).flatMap(({ until }) => until));
  const { round, schedule, sums } = room.terms;
  const instants: Record<Instant, number> = {
    heard: HEARD_MS,
    start: schedule.startMs,
    drained: contributeAtMs(room.terms),
    cut: sums[0]?.cutMs as number,
  };
  const nowMs = instants[STAGES[stage]?.at as Instant];
  const heard = statements.filter(
    (one) =>
      types.has(one.type) && (one.signer === SELF || [null, SELF].includes(addresseeOf(one))),
  );
  const whenMs = ({ type }: Verified) =>
    instants[STAGES.find(({ until }) => until.includes(type))?.at as Instant];
  const store = memoryStore();
  for (const message of heard) {
    const { id, signer, bytes } = message;
    const receivedMs = message.type === 'ready' ? HEARD_MS : whenMs(message);
    store.add({ id, round, signer, bytes, addressee: addresseeOf(message), receivedMs });
  }
  const org = { ...orgRounds(world, { nowMs, change: () => store }), store };
  org.rounds.resume();
  await settled();
  org.rounds.of(round).dispatch({ kind: 'tick', nowMs });
  await settled();
  return org;
}

function receiving(seeds: Seeds, org: OrgRounds): Target {
  const { round } = seeds.room.terms;
  const state = () => org.rounds.of(round).state();
  return {
    name: 'receive',
    weight: 1,
    make: (random) => oneOf(seeds, random),
    attempt(input) {
      const bytes = input as Uint8Array;
      const before = { state: state(), kept: org.store.idsOf(round), warned: org.warnings.length };
      const known = org.store.has(idOf(bytes));
      const kept = org.rounds.receive(bytes, 'B');
      const warning = org.warnings[before.warned];
      org.warnings.length = 0;
      if (warning) assert.match(warning.code ?? '', /^E_(?!INTERNAL)[A-Z_]+$/, warning.text);
      if (kept && !known) return;
      const grown = org.store.idsOf(round).slice(before.kept.length);
      // a list that is refused may carry votes that are not
      const carried = grown.every((id) => contains(bytes, org.store.get(id)?.bytes));
      if (grown.length > 0) assert(carried, 'what was refused left something');
      else assert.equal(state(), before.state, 'what was refused changed the round');
      throw new ProtocolError(warning?.code ?? NOT_KEPT, 'not kept');
    },
  };
}

const contains = (bytes: Uint8Array, part: Uint8Array | undefined) =>
  part !== undefined && Buffer.from(bytes).includes(Buffer.from(part));

/** A statement of the round that was damaged on its way, or that a liar has signed. */
function oneOf({ statements, world }: Seeds, random: Random): Uint8Array {
  const one = random.one(statements);
  const other = random.one(statements);
  if (random.chance(0.25)) return mutateBytes(one.bytes, random, other.bytes);
  const liar = random.one(world.orgs.filter((org) => org !== SELF));
  const signer = one.signer === SELF || random.chance(0.2) ? liar : one.signer;
  const { sign } = world.signers.get(signer) as Signer;
  const { digest } = world.consortium;
  if (random.chance(0.6))
    try {
      const message = mutateValue(one.message, random) as never;
      return seal(digest, signer, { type: one.type, message }, sign);
    } catch {
      // this value has no encoding
    }
  const { type } = random.chance(0.2) ? other : one;
  const payload = mutateBytes(encodePayload(one), random, encodePayload(other));
  const signature = sign(signedBytes(digest, type, payload));
  return encode('Envelope', { type: STATEMENTS[type].code, signer, payload, signature });
}
