/**
 * One sum: the masked contribution, and what is opened of it under a certificate. A vault masks one vector per
 * (round, sum) and obeys the first certificate per (round, sum) only; it never opens anything of an org outside the set.
 */
import { encodeLanes, maskVector, toBytes } from '../../aggregation/index.ts';
import {
  contextFor,
  encode,
  hex,
  openCertificate,
  reopen,
  sameBytes,
  sha256,
  type Certified,
  type Earlier,
  type Messages,
  type Payload,
  type SumPlan,
} from '../../protocol/index.ts';
import { VaultError } from './errors.ts';
import type { Journal } from './journal.ts';
import { fill, recordOf } from './member.ts';
import { joinParts, splitParts } from './parts.ts';
import {
  certificateSlot,
  tooEarly,
  type KnownRound,
  type RoundStore,
  type SumSecrets,
} from './round-store.ts';

export interface MaskRequest {
  /** id in hex */
  readonly round: string;
  readonly sum: string;
  /** 32 bytes; the vault computes it too, and refuses another */
  readonly context: Uint8Array;
  /** own counts in the sum's layout; zeroed by nobody but their owner */
  readonly lanes: Float64Array;
  /** how far the own clock may be from any other's, in µs: 1 or more */
  readonly clockBoundUs: number;
  /** results of all sums before this one; default none */
  readonly earlier?: readonly Earlier[];
}

export interface RevealRequest {
  readonly round: string;
  readonly sum: string;
  readonly context: Uint8Array;
  readonly certificate: Messages['Certificate'];
}

/** The Contribution envelope. The same vector gives the same bytes again. */
export function maskSum(journal: Journal, store: RoundStore, request: MaskRequest): Uint8Array {
  const { round: id, context, lanes, clockBoundUs, earlier = [] } = request;
  const round = store.known(id);
  const { own, plan, pairs, index } = sumOf(store, request);
  if (!journal.get(`${id}/ready`)) tooEarly('ready', 'this org has not signed the set-up');
  checkContext(journal, store, round, index, context, earlier);
  if (lanes.length !== plan.layout.lanes)
    throw new VaultError('E_MALFORMED', `${plan.layout.id} has ${plan.layout.lanes} lanes`);
  const counts = encodeLanes(lanes);
  const masked = maskVector(context, counts, round.self, own.selfSeed, pairs);
  counts.fill(0);
  const contribution = recordOf(round.member, {
    type: 'contribution',
    message: {
      round: round.terms.roundId,
      sum: plan.id,
      context,
      lanes: toBytes(masked),
      clockBoundUs,
    },
  });
  fill(journal, [contribution]);
  return contribution.content;
}

/** The Reveal envelope: own self seed, and the pair seeds with members outside the set. */
export function revealSum(journal: Journal, store: RoundStore, request: RevealRequest): Uint8Array {
  const { round: id, sum, context, certificate } = request;
  const round = store.known(id);
  const { member, terms } = round;
  const { own, pairs } = sumOf(store, request);
  const contribution = journal.get(`${id}/${sum}/contribution`);
  if (!contribution) throw notInSet(member.org, sum);
  if (!sameBytes(contextOf(contribution), context))
    throw new VaultError('E_OTHER_CONTEXT', `this is not the context of ${sum} in this round`);
  const certified = openCertificate(member.consortium, terms, context, certificate);
  obeyFirst(journal, id, sum, certified, certificate);
  const inSet = new Map(certified.set.map((m) => [m.org, m.contribution]));
  const listed = inSet.get(member.org);
  if (!listed) throw notInSet(member.org, sum);
  if (!sameBytes(listed, sha256(contribution)))
    throw new VaultError(
      'E_OTHER_CONTRIBUTION',
      `the certified set names a contribution of ${member.org} that this vault never made`,
    );
  const opened = terms.roster.flatMap((org, place) => {
    const seed = pairs.get(place);
    return seed && !inSet.has(org) ? [{ org, seed }] : [];
  });
  const message: Payload<'reveal'> = {
    round: terms.roundId,
    sum,
    context,
    set: certified.setHash,
    selfSeed: own.selfSeed,
    pairs: opened,
  };
  const reveal = recordOf(member, { type: 'reveal', message });
  fill(journal, [reveal]);
  return reveal.content;
}

/** The context that own contribution to a sum was made in; undefined before there is one. */
export function contributedContext(journal: Journal, round: KnownRound, sum: string) {
  const contribution = journal.get(`${round.terms.round}/${sum}/contribution`);
  return contribution && contextOf(contribution);
}

function contextOf(contribution: Uint8Array): Uint8Array {
  return (reopen(contribution).message as Payload<'contribution'>).context;
}

/** @throws VaultError E_OTHER_CONTEXT, E_EARLIER_SUM, E_TOO_EARLY */
export function checkContext(
  journal: Journal,
  store: RoundStore,
  round: KnownRound,
  index: number,
  context: Uint8Array,
  earlier: readonly Earlier[],
): void {
  const plan = round.terms.sums[index] as SumPlan;
  const setupDigest =
    store.acceptedDigest(round.terms.round) ?? tooEarly('accept', 'no set-up is accepted');
  checkEarlier(journal, round, index, earlier);
  if (!sameBytes(context, contextFor(plan, setupDigest, earlier)))
    throw new VaultError('E_OTHER_CONTEXT', `this is not the context of ${plan.id} in this round`);
}

export function sumOf(store: RoundStore, { round, sum }: Pick<MaskRequest, 'round' | 'sum'>) {
  const secrets = store.secrets(round);
  const index = secrets.findIndex(({ plan }) => plan.id === sum);
  const found = secrets[index];
  if (!found)
    throw new VaultError('E_NO_SUCH_SUM', `this round has no sum ${sum}`, {
      sums: secrets.map(({ plan }) => plan.id),
    });
  const pairs = found.pairs ?? tooEarly('deal', 'this vault has not dealt yet');
  return { ...found, pairs, index } satisfies SumSecrets & { index: number };
}

/** A later sum builds on the very results that this org signed. */
function checkEarlier(
  journal: Journal,
  { terms }: KnownRound,
  index: number,
  earlier: readonly Earlier[],
): void {
  const before = terms.sums.slice(0, index);
  if (earlier.length !== before.length)
    throw new VaultError('E_EARLIER_SUM', `give the results of ${before.length} earlier sums`);
  before.forEach(({ id }, i) => {
    const envelope = journal.get(`${terms.round}/${id}/result`);
    if (!envelope) return tooEarly('result', `this org has not signed the result of ${id}`);
    const signed = reopen(envelope).message as Payload<'result'>;
    const { set, lanes } = earlier[i] as Earlier;
    if (!sameBytes(signed.set, set) || !sameBytes(signed.lanesDigest, sha256(lanes)))
      throw new VaultError(
        'E_EARLIER_SUM',
        `this is not the result of ${id} that this org signed`,
        {
          sum: id,
        },
      );
  });
}

/** Two certified sets of one sum, opened both, would show single members: the first one counts. */
export function obeyFirst(
  journal: Journal,
  round: string,
  sum: string,
  { setHash }: Certified,
  certificate: Messages['Certificate'],
): void {
  const slot = certificateSlot(round, sum);
  const first = journal.get(slot);
  if (!first)
    return fill(journal, [
      { slot, content: joinParts([setHash, encode('Certificate', certificate)]) },
    ]);
  const [obeyed] = splitParts(first);
  if (!sameBytes(obeyed as Uint8Array, setHash))
    throw new VaultError(
      'E_OTHER_CERTIFICATE',
      `another set of ${sum} was certified before, and only the first one is opened`,
      { obeyed: hex(obeyed as Uint8Array) },
    );
}

function notInSet(org: string, sum: string): VaultError {
  return new VaultError('E_NOT_IN_SET', `${org} is not in the set of ${sum}: it opens nothing`);
}
