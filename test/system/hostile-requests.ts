/** Requests to a vault, seeded: genuine ones of two rounds in any order, with parts exchanged, forged, or anything at all. */
import { serialize } from 'node:v8';
import fc from 'fast-check';
import { REQUESTS, type Method } from '../../node/vault/messages.ts';
import { encodePayload, type Messages, type Statement } from '../../protocol/index.ts';
import { countsOf, MAIN, ORGS, resultOf, type Round, type World } from '../node/vault/four-orgs.ts';

export interface Known {
  readonly round: Round;
  readonly context: Uint8Array;
  readonly keys: readonly Uint8Array[];
  readonly deals: readonly Uint8Array[];
  readonly shares: readonly Uint8Array[];
  readonly contributions: ReadonlyMap<string, Uint8Array>;
}

export interface Certified extends Known {
  readonly certificate: Messages['Certificate'];
}

export interface Rounds {
  readonly world: World;
  /** certified and revealed */
  readonly done: Certified;
  /** contributed to, and nothing more */
  readonly held: Known;
  /** the arguments of `start` */
  readonly start: object;
}

const METHODS = Object.keys(REQUESTS) as Method[];
const OFTEN: Method[] = ['sign', 'sign', 'sign', 'mask', 'reveal', 'reveal', 'deal', 'accept'];

/** This many requests with the ids 1, 2, …, all of which the channel carries. */
export function hostileRequests(count: number, rounds: Rounds): unknown[] {
  const dice = createDice();
  const args = argumentsOf(rounds, dice);
  return Array.from({ length: count }, (_, i) => {
    const request = requestOf(i + 1, dice, args);
    return isCloneable(request) ? request : [0];
  });
}

type Dice = ReturnType<typeof createDice>;

function createDice() {
  const numbers = fc.sample(fc.nat(2 ** 31 - 1), { numRuns: 400_000, seed: 22 });
  const kinds = { withBigInt: true, withDate: true, withMap: true, withSet: true };
  const anything = fc
    .sample(fc.anything({ ...kinds, withTypedArray: true }), { numRuns: 2_000, seed: 21 })
    .filter(isCloneable);
  let next = 0;
  const draw = (below: number) => (numbers[next++ % numbers.length] as number) % below;
  const one = <T>(list: readonly T[]): T => list[draw(list.length)] as T;
  const noise = (length: number) => Uint8Array.from({ length }, () => draw(256));
  return {
    draw,
    one,
    noise,
    junk: () => one(anything),
    /** with one bit of it changed */
    changed(bytes: Uint8Array): Uint8Array {
      const place = draw(bytes.length);
      const bit = 1 << draw(8);
      return bytes.map((byte, i) => (i === place ? byte ^ bit : byte));
    },
  };
}

function requestOf(
  id: number,
  { draw, one, junk }: Dice,
  args: Record<Method, () => object>,
): unknown {
  const method = one([...METHODS, ...OFTEN]);
  const sound = args[method]();
  switch (draw(12)) {
    case 0:
      return draw(2) ? [junk()] : { id, ...Object(junk()) };
    case 1:
      return { id, method: one([...METHODS, '__proto__', 'close', 'constructor']), args: junk() };
    case 2:
      return { id, method, args: { ...sound, [one(Object.keys(sound))]: junk() } };
    case 3:
      return { id: junk(), method, args: sound };
    default:
      return { id, method, args: sound };
  }
}

function argumentsOf(rounds: Rounds, dice: Dice): Record<Method, () => object> {
  const { world, done, held, start } = rounds;
  const { draw, one, noise, changed } = dice;
  const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const { round, sum, context } = namesOf(rounds, dice);
  const envelope = envelopesOf(rounds, dice);
  const list = (genuine: readonly Uint8Array[]) =>
    one([
      genuine,
      [...genuine].reverse(),
      genuine.slice(1),
      genuine.map((bytes) => (draw(4) ? bytes : envelope())),
      Array.from({ length: draw(6) }, envelope),
    ]);
  const lanes = () => {
    const filled = (value: number) => new Float64Array(MAIN.lanes).fill(value);
    const wrong = [filled(draw(3) - 1.5), filled(2 ** 41), new Float64Array(draw(20))];
    return one([countsOf(0), countsOf(1), filled(0), ...wrong]);
  };
  const { candidate, precommits } = done.certificate;
  return {
    start: () => start,
    use: () => ({ consortium: draw(4) ? world.text : world.text.replace('Org2', 'Org9') }),
    signManifest() {
      const { manifest } = JSON.parse(world.text) as { manifest: object };
      return { manifest: JSON.stringify({ ...manifest, name: `n${draw(50)}` }) };
    },
    sign() {
      const statement = statementOf(rounds, dice, envelope);
      const payload = encodePayload(statement);
      return { type: statement.type, payload: draw(8) ? payload : changed(payload) };
    },
    signed: () => ({ round: hexOf(round()) }),
    open: () => ({ proposal: envelope() }),
    deal: () => ({ round: hexOf(round()), keys: list(one([done, held]).keys) }),
    accept() {
      const { deals, shares } = one([done, held]);
      return { round: hexOf(round()), deals: list(deals), shares: list(shares) };
    },
    mask: () => ({
      round: hexOf(round()),
      sum: sum(),
      context: context(),
      lanes: lanes(),
      clockBoundUs: one([0, 1, 500, 2 ** 33]),
      earlier: [],
    }),
    reveal: () => ({
      round: hexOf(round()),
      sum: sum(),
      context: context(),
      certificate: { candidate: one([candidate, envelope()]), precommits: list(precommits) },
    }),
    release: () => ({
      round: hexOf(round()),
      sum: sum(),
      context: context(),
      certificate: { candidate: one([candidate, envelope()]), precommits: list(precommits) },
      earlier: [],
      missing: { self: ORGS.filter(() => draw(2)), sigma: ORGS.filter(() => draw(2)) },
    }),
    comparable: () => ({ workload: noise(32) }),
    permit: () => ({ proposal: envelope() }),
    // of what is held nothing is erased here: there would be nothing left to give away
    wipe: () => ({ round: hexOf(noise(32)) }),
  };
}

function namesOf({ done, held }: Rounds, { draw, one, noise }: Dice) {
  return {
    round: () => (draw(6) ? one([done, held, held]).round.terms.roundId : noise(32)),
    sum: () => one(['main', 'main', 'main', 'or1', '', 'main2']),
    context: () => one([done.context, held.context, held.context, noise(32), noise(31)]),
  };
}

/** Of both rounds and of all orgs; some with a bit changed, some none at all. */
function envelopesOf({ done, held }: Rounds, { draw, one, noise, changed }: Dice) {
  const envelopes = [done, held].flatMap(({ round, keys, deals, shares, contributions }) => [
    round.envelope,
    ...[...keys, ...deals, ...shares, ...contributions.values()],
  ]);
  envelopes.push(done.certificate.candidate, ...done.certificate.precommits);
  return (): Uint8Array => {
    const kind = draw(3);
    if (kind === 0) return noise(draw(300));
    return kind === 1 ? changed(one(envelopes)) : one(envelopes);
  };
}

function statementOf(rounds: Rounds, dice: Dice, envelope: () => Uint8Array): Statement {
  const { draw, one, noise } = dice;
  const { proposal } = rounds.held.round.terms;
  const names = namesOf(rounds, dice);
  const [round, view] = [names.round(), draw(3)];
  const ofSum = { round, sum: names.sum(), context: names.context(), view };
  const digest = noise(one([32, 32, 32, 0, 7]));
  const set = ORGS.filter(() => draw(2)).map((org) => ({ org, contribution: noise(32) }));
  const result = { set: noise(32), lanes: digest };
  return one<Statement>([
    { type: 'proposal', message: { ...proposal, nonce: noise(16) } },
    { type: 'proposal', message: { ...proposal, proposer: one(ORGS) } },
    { type: 'acceptance', message: { round, packageVersion: '1', lockfileDigest: digest } },
    { type: 'decline', message: { round, code: 'noTime', reason: 'x'.repeat(draw(99)) } },
    { type: 'abort', message: { round, code: `c${draw(3)}`, reason: '' } },
    { type: 'commit', message: { round, roster: ORGS, acceptances: digest } },
    { type: 'ready', message: { round, setupDigest: digest, clockBoundUs: draw(9_000) } },
    { type: 'candidate', message: { ...ofSum, set, carried: [envelope()] } },
    { type: 'prevote', message: { ...ofSum, set: digest } },
    { type: 'precommit', message: { ...ofSum, set: digest } },
    resultOf(one([rounds.done, rounds.held]).round, ofSum.sum, ofSum.context, result),
    {
      type: 'contribution',
      message: { ...ofSum, lanes: new Uint8Array(8 * MAIN.lanes), clockBoundUs: 1 },
    },
    { type: 'reveal', message: { ...ofSum, set: noise(32), selfSeed: noise(32), pairs: [] } },
    { type: 'shareReveal', message: { ...ofSum, set: noise(32), pieces: [] } },
    { type: 'keys', message: { round, sums: [] } },
  ]);
}

function isCloneable(value: unknown): boolean {
  try {
    return serialize(value).length > 0;
  } catch {
    return false;
  }
}
