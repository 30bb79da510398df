/**
 * From an accusation of the machine to its evidence: the fewest statements that prove it. What cannot be proven to others
 * gives none, though a member may know it for itself.
 */
import { setHash, type StatementOf } from '../agreement.ts';
import { hex } from '../digest.ts';
import { ProtocolError } from '../errors.ts';
import type { Consortium } from '../manifest.ts';
import type { Effect } from '../round/event.ts';
import { readyOf } from '../round/preparing.ts';
import { isTrueShare } from '../round/recovery.ts';
import { openedOf } from '../round/reveals.ts';
import { allOf, type RoundState } from '../round/state.ts';
import { encode } from '../schema/codec.ts';
import { open, type Verified } from '../statement.ts';
import type { SumPlan } from '../terms.ts';
import { EVIDENCE_VERSION, verifyEvidence, type Conviction } from './verify.ts';

export type Accusation = Omit<Extract<Effect, { kind: 'accuse' }>, 'kind'>;

/** The bytes of a statement that is on disk, by its id in hex. */
export type BytesOf = (id: string) => Uint8Array | undefined;

export interface Evidence {
  readonly bytes: Uint8Array;
  readonly conviction: Conviction;
}

type Bytes = Uint8Array | undefined;
/** What may prove it; a gap where something is not here. */
interface Attempt {
  readonly envelopes: readonly Bytes[];
  /** with the ids of the whole set-up */
  readonly pinned?: boolean;
}

/** The evidence for an accusation; null when what is here does not prove it. */
export function evidenceOf(
  consortium: Consortium,
  state: RoundState,
  accusation: Accusation,
  bytesOf: BytesOf,
): Evidence | null {
  for (const { envelopes, pinned = false } of attemptsFor(consortium, state, accusation, bytesOf)) {
    const whole = envelopes.filter((bytes) => bytes !== undefined);
    if (whole.length < envelopes.length) continue;
    const evidence = sealed(state, accusation, whole, pinned);
    const conviction = held(consortium, evidence);
    if (conviction) return { bytes: evidence, conviction };
  }
  return null;
}

function sealed(
  { keys, deals }: RoundState,
  { lie, org }: Accusation,
  envelopes: readonly Uint8Array[],
  pinned: boolean,
): Uint8Array {
  const ids = (known: Iterable<string>) =>
    pinned ? [...known].sort().map((id) => Buffer.from(id, 'hex')) : [];
  return encode('Evidence', {
    version: EVIDENCE_VERSION,
    lie,
    org,
    envelopes,
    keysIds: ids(keys.values()),
    dealIds: ids([...deals.values()].map(({ id }) => id)),
  });
}

function held(consortium: Consortium, evidence: Uint8Array): Conviction | null {
  try {
    return verifyEvidence(evidence, consortium);
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}

function attemptsFor(
  consortium: Consortium,
  state: RoundState,
  { lie, org, ids }: Accusation,
  bytesOf: BytesOf,
): Attempt[] {
  const statements = ids.flatMap((id): Verified[] => {
    const bytes = bytesOf(id);
    return bytes ? [open(consortium, bytes)] : [];
  });
  switch (lie) {
    case 'equivocation':
      return [{ envelopes: [...ids].sort().map(bytesOf) }];
    case 'falseSeed':
      return statements.filter((one) => one.type === 'reveal').flatMap((one) => ofSeed(state, one));
    case 'falseShare':
      return statements
        .filter((one) => one.type === 'shareReveal')
        .flatMap((one) => ofShare(state, one));
    case 'badDealer':
      return ofDealer(
        state,
        org,
        statements.filter((one) => one.type === 'shareReveal'),
        bytesOf,
      );
  }
}

function ofSeed(state: RoundState, reveal: StatementOf<'reveal'>): Attempt[] {
  const { message, signer } = reveal;
  const plain = [state.proposal.bytes, state.deals.get(signer)?.bytes, reveal.bytes];
  const sum = state.sums[state.terms.sums.findIndex(({ id }) => id === message.sum)];
  const named = hex(message.set);
  const candidate = (sum ? allOf(sum, 'candidate') : []).find(
    (one) => hex(setHash(message.context, one.message.set)) === named,
  );
  return [{ envelopes: plain }, { envelopes: [...plain, candidate?.bytes] }];
}

function ofShare(state: RoundState, release: StatementOf<'shareReveal'>): Attempt[] {
  const { signer, message } = release;
  const { terms, proposal, deals } = state;
  const plan = terms.sums.find(({ id }) => id === message.sum);
  const ready = readyOf(state, signer)?.bytes;
  // a hash tells which pieces are false; each attempt costs several signature checks
  const held = message.pieces.flatMap((piece) => {
    const deal = deals.get(piece.dealer);
    return plan && deal && !isTrueShare(terms, plan, deal, signer, piece) ? [deal.bytes] : [];
  });
  return [...new Set(held)].map((deal) => ({
    envelopes: [proposal.bytes, deal, ready, release.bytes],
    pinned: true,
  }));
}

function ofDealer(
  state: RoundState,
  org: string,
  releases: readonly StatementOf<'shareReveal'>[],
  bytesOf: BytesOf,
): Attempt[] {
  const { terms, keys } = state;
  const deal = state.deals.get(org);
  const [first] = releases;
  const plan = terms.sums.find(({ id }) => id === first?.message.sum);
  if (!deal || !plan) return [];
  const byHolder = new Map(
    releases
      .filter(({ signer, message }) =>
        message.pieces.some(
          (piece) => piece.dealer === org && isTrueShare(terms, plan, deal, signer, piece),
        ),
      )
      .map((release) => [release.signer, release]),
  );
  const pieces = terms.roster.flatMap((holder) => byHolder.get(holder)?.bytes ?? []);
  const plain = [state.proposal.bytes, deal.bytes, ...pieces.slice(0, terms.q)];
  const keysOf = (member: string) => bytesOf(keys.get(member) ?? '');
  const ready = readyOf(state, org)?.bytes;
  // only with them its seeds are asked for; in a large roster each attempt costs hundreds of signature checks
  const others = stalledIn(state, plan);
  return [
    { envelopes: plain },
    { envelopes: [...plain, keysOf(org)] },
    ...others.map((other) => ({
      envelopes: [...plain, keysOf(org), keysOf(other), ready],
      pinned: true,
    })),
  ];
}

/** Members of the certified set whose own reveal is not here, or does not hold. */
function stalledIn({ terms, sums, deals }: RoundState, plan: SumPlan): readonly string[] {
  const sum = sums[terms.sums.indexOf(plan)];
  return sum?.certified ? openedOf(terms, plan, sum, sum.certified, deals).stalled : [];
}
