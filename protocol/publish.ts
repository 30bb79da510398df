/** From revealed seeds to what is published: the machine's answer to `addUp`, and the bundle that an auditor verifies. */
import { decodeLanes, fromBytes, mainLayout, metricsOf } from '../aggregation/index.ts';
import { refusalOf } from './errors.ts';
import type { Consortium } from './manifest.ts';
import { reportDigest, reportOf, reportText, type Report } from './report.ts';
import { addUp } from './round/add-up.ts';
import type { Event } from './round/event.ts';
import { readyOf } from './round/preparing.ts';
import { isTrueReveal } from './round/reveals.ts';
import {
  allOf,
  contributionOf,
  type CertifiedSet,
  type Recovered,
  type RoundState,
  type SumState,
} from './round/state.ts';
import { isSameResult, resultOf } from './round/summing.ts';
import { hex } from './digest.ts';
import type { Verified } from './statement.ts';
import { encode } from './schema/codec.ts';
import type { SumPlan } from './terms.ts';
import { certificateOf } from './round/certificate.ts';

export const BUNDLE_VERSION = 1;

/** What the machine hears once the current sum is added up: `summed`, or that it can not be true. */
export function addUpEvent(consortium: Consortium, state: RoundState, nowMs: number): Event {
  try {
    const lanes = addUp(state);
    checkInvariants(state, lanes);
    const last = state.current + 1 === state.sums.length;
    const digest = last
      ? reportDigest(reportText(reportOf(consortium, state, [...earlierLanes(state), lanes])))
      : new Uint8Array(0);
    return { kind: 'summed', nowMs, lanes, reportDigest: digest };
  } catch (error) {
    const { code, message, details } = refusalOf(error);
    const end = { code: code === 'E_IMPLAUSIBLE' ? 'implausible' : code, message };
    return { kind: 'failed', nowMs, end: { ...end, ...(details && { details }) } };
  }
}

/** A sum that cannot be true is found when it is added up, not when the last one is. */
function checkInvariants({ terms, sums, current }: RoundState, bytes: Uint8Array): void {
  const { layout } = terms.sums[current] as SumPlan;
  if (layout.id !== mainLayout().id) return;
  const contributors = sums[current]?.certified?.set.length ?? 0;
  const counts = decodeLanes(fromBytes(bytes, layout.lanes), layout, contributors);
  metricsOf(layout, counts, { windowMs: terms.schedule.runMs, contributors });
}

/** The report of a published round. */
export function publishedReport(consortium: Consortium, state: RoundState): Report {
  return reportOf(
    consortium,
    state,
    state.sums.map(({ lanes }) => lanes as Uint8Array),
  );
}

/** The bundle of a published round: what an auditor needs to add up again, and no secret. */
export function bundleOf(consortium: Consortium, manifest: string, state: RoundState): Uint8Array {
  const bytes = (heard: ReadonlyMap<string, { readonly bytes: Uint8Array }>) =>
    [...heard.keys()].sort().map((org) => heard.get(org)?.bytes as Uint8Array);
  const sums = state.sums.flatMap((sum) => {
    if (!sum.certified) return [];
    const { candidate, precommits } = certificateOf(state.terms, sum, sum.certified);
    const members = sum.certified.set.map(
      ({ org, contribution }) => contributionOf(sum, org, hex(contribution))?.bytes as Uint8Array,
    );
    const told = [...revealsOf(state, sum, sum.certified), ...resultsOf(state, sum)];
    return [...members, candidate, ...precommits, ...told.map((one) => one.bytes)];
  });
  return encode('Bundle', {
    version: BUNDLE_VERSION,
    manifest: Buffer.from(manifest),
    envelopes: [
      state.proposal.bytes,
      ...bytes(state.acceptances),
      ...bytes(state.commits),
      ...bytes(state.deals),
      ...state.terms.roster.flatMap((org) => readyOf(state, org)?.bytes ?? []),
      ...sums,
    ],
    keys: state.terms.roster.map((org) => ({
      org,
      id: Buffer.from(state.keys.get(org) ?? '', 'hex'),
    })),
    report: Buffer.from(reportText(publishedReport(consortium, state))),
    recovered: state.terms.sums.flatMap(({ id }, i) => recoveredOf(id, state.sums[i]?.recovered)),
  });
}

function earlierLanes(state: RoundState): Uint8Array[] {
  return state.sums.slice(0, state.current).map(({ lanes }) => lanes as Uint8Array);
}

function revealsOf(state: RoundState, sum: SumState, agreed: CertifiedSet): Verified[] {
  const { terms, deals } = state;
  const plan = terms.sums[state.sums.indexOf(sum)] as SumPlan;
  return onePerSigner(allOf(sum, 'reveal'), (one) => isTrueReveal(terms, plan, agreed, deals, one));
}

function resultsOf(state: RoundState, sum: SumState): Verified[] {
  const plan = state.terms.sums[state.sums.indexOf(sum)] as SumPlan;
  const ours = resultOf(state, sum, plan.id);
  return onePerSigner(allOf(sum, 'result'), ({ message }) => isSameResult(message, ours));
}

/** Of whoever said several things the one that counts, else the first; by signer. */
function onePerSigner<S extends Verified>(said: readonly S[], counts: (one: S) => boolean): S[] {
  const bySigner = Map.groupBy(said, ({ signer }) => signer);
  return [...bySigner.keys()].sort().map((signer) => {
    const theirs = bySigner.get(signer) as [S, ...S[]];
    return theirs.find(counts) ?? theirs[0];
  });
}

function recoveredOf(sum: string, recovered: Recovered | null | undefined) {
  if (!recovered) return [];
  const selves = [...recovered.selves].map(([org, seed]) => ({ org, seed }));
  return [{ sum, selves, pairs: [...recovered.pairs] }];
}
