/**
 * `audit verify`: a bundle, recomputed from public keys alone, offline. It replays the transcript through the very function
 * that members ran (step), as somebody outside the roster, and names the first thing that does not hold.
 */
import { gapOf } from './audit-gap.ts';
import { openStatements } from './audit-signatures.ts';
import { hex, sameBytes } from './digest.ts';
import { ProtocolError, refusalOf, type Refusal } from './errors.ts';
import {
  manifestIn,
  openChain,
  type AuditedManifest,
  type ManifestChain,
} from './manifest-chain.ts';
import { openConsortium, parseManifestFile, shortDigest, type Consortium } from './manifest.ts';
import { addUpEvent, BUNDLE_VERSION, publishedReport } from './publish.ts';
import { reportText, type Report } from './report.ts';
import type { Event } from './round/event.ts';
import { begin, type Phase, type RoundState } from './round/state.ts';
import { step } from './round/step.ts';
import { agreeing, resultOf } from './round/summing.ts';
import { decode, type Messages } from './schema/codec.ts';
import type { Verified } from './statement.ts';
import { contributeAtMs, termsOf, windowOf } from './terms.ts';

export interface Check {
  /** bundle, consortium, signatures, agreement, set-up, certificate, sum, report, results; of files beside it: json, page */
  readonly name: string;
  readonly ok: boolean;
  /** what was found, one sentence */
  readonly detail: string;
  /** of the refusal, for a check that failed */
  readonly code?: string;
}

export interface Audit {
  readonly ok: boolean;
  /** in order; the last one failed when `ok` is false */
  readonly checks: readonly Check[];
  readonly report: Report | null;
  /** null when `ok` is false */
  readonly manifest: AuditedManifest | null;
  /** orgs whose signature of this very report holds */
  readonly verifiedBy: readonly string[];
}

const MAX_BUNDLE = 256 * 1024 * 1024;

/**
 * Never throws for bad input: what does not hold is a failed check.
 * @param manifests the content of one consortium.json, or of several that follow one another, in any order
 */
export function audit(bundle: Uint8Array, manifests: string | readonly string[]): Audit {
  const checks: Check[] = [];
  const failed = (name: string, { code, message }: Refusal): Audit => ({
    ok: false,
    checks: [...checks, { name, ok: false, detail: message, code }],
    report: null,
    manifest: null,
    verifiedBy: [],
  });
  let name = 'bundle';
  const passed = (next: string, detail: string) => {
    checks.push({ name, ok: true, detail });
    name = next;
  };
  try {
    const content = openBundle(bundle);
    passed('consortium', `${content.envelopes.length} signed statements, ${bundle.length} bytes`);
    const openText = opener();
    const chain = openChain(typeof manifests === 'string' ? [manifests] : manifests, openText);
    const consortium = consortiumOf(openText(Buffer.from(content.manifest).toString()), chain);
    passed('signatures', consortiumText(consortium, chain));
    const statements = openStatements(consortium, content);
    passed('agreement', `every statement is signed by the member that it names`);
    let state = startOf(consortium, statements);
    for (const stage of stages(state, content, statements)) {
      state = replay(consortium, state, stage);
      passed(stage.next, stage.detail(state));
    }
    const report = publishedReport(consortium, state);
    if (!sameBytes(Buffer.from(reportText(report)), content.report))
      throw new ProtocolError(
        'E_AUDIT',
        'the report is not the one that these contributions add up to',
      );
    passed('results', 'recomputed from the contributions, byte for byte');
    const verifiedBy = signersOf(state);
    passed('', `${verifiedBy.length} of ${state.terms.n} members signed this very report`);
    return { ok: true, checks, report, manifest: manifestIn(consortium, chain), verifiedBy };
  } catch (error) {
    return failed(name, refusalOf(error));
  }
}

function openBundle(bytes: Uint8Array): Messages['Bundle'] {
  if (bytes.length > MAX_BUNDLE)
    throw new ProtocolError('E_TOO_LARGE', 'this bundle is over 256 MiB');
  const bundle = decodeBundle(bytes);
  if (bundle.version !== BUNDLE_VERSION)
    throw new ProtocolError(
      'E_BUNDLE_VERSION',
      `this is a bundle of version ${bundle.version}, not ${BUNDLE_VERSION}`,
    );
  return bundle;
}

function decodeBundle(bytes: Uint8Array): Messages['Bundle'] {
  try {
    return decode('Bundle', bytes);
  } catch (error) {
    const { code, message } = refusalOf(error);
    throw new ProtocolError(code, `it is cut off, or no bundle (${message})`);
  }
}

/** Opens each text once: the manifest in a bundle is most often the very file that the auditor has. */
function opener(): (text: string) => Consortium {
  const known = new Map<string, Consortium>();
  return (text) => {
    const consortium = known.get(text) ?? openConsortium(parseManifestFile(text));
    known.set(text, consortium);
    return consortium;
  };
}

function consortiumOf(inside: Consortium, chain: ManifestChain): Consortium {
  const known = chain.find(({ digest }) => sameBytes(digest, inside.digest));
  if (known) return known;
  throw new ProtocolError(
    'E_AUDIT',
    chain.length === 1
      ? 'the bundle belongs to another consortium than the one given'
      : `the bundle was made under none of the ${chain.length} manifests given`,
  );
}

function consortiumText(consortium: Consortium, chain: ManifestChain): string {
  const { orgs, manifest } = consortium;
  const signed = `signed by all ${orgs.length} members of ${manifest.name}`;
  const { place, of } = manifestIn(consortium, chain);
  const { previous } = chain[0].manifest;
  return [
    signed,
    ...(of > 1 ? [`manifest ${place} of ${of} in one chain, ${shortDigest(consortium)}`] : []),
    ...(previous === null ? [] : [`nothing older than ${shortDigest(chain[0])} was given`]),
  ].join('; ');
}

function startOf(consortium: Consortium, statements: readonly Verified[]): RoundState {
  const proposals = statements.filter((s) => s.type === 'proposal');
  const [proposal] = proposals;
  if (!proposal || proposals.length > 1)
    throw new ProtocolError('E_AUDIT', `a bundle holds one proposal, this one ${proposals.length}`);
  const terms = termsOf(consortium, proposal.message);
  if (proposal.signer !== proposal.message.proposer)
    throw new ProtocolError('E_AUDIT', 'the proposal is not signed by its proposer');
  return begin(terms, proposal, null, terms.schedule.acceptByMs - 1);
}

interface Stage {
  readonly events: readonly Event[];
  /** the phase that the machine must have reached */
  readonly phase: Phase;
  /** the name of the check after this one */
  readonly next: string;
  readonly detail: (state: RoundState) => string;
}

/** The statements in the order and at the instants at which they are in time. */
function stages(
  { terms }: RoundState,
  bundle: Messages['Bundle'],
  statements: readonly Verified[],
): Stage[] {
  const { schedule, n } = terms;
  const at = (nowMs: number, ...types: Verified['type'][]): Event[] =>
    statements
      .filter(({ type }) => types.includes(type))
      .map((message) => ({ kind: 'message', nowMs, message }));
  const of = (sum: string, events: Event[]) =>
    events.filter(
      (event) =>
        event.kind === 'message' &&
        'sum' in event.message.message &&
        event.message.message.sum === sum,
    );
  const startMs = schedule.startMs - 1;
  const keys = bundle.keys.map(({ org, id }): Event => ({
    kind: 'keysId',
    nowMs: startMs,
    org,
    id: hex(id),
  }));
  const ticks = [schedule.startMs, windowOf(schedule).fromMs, contributeAtMs(terms)].map(
    (nowMs): Event => ({ kind: 'tick', nowMs }),
  );
  const sums = terms.sums.flatMap((plan, i): Stage[] => {
    // reveals may come later in life, but here the next sum's voting deadline must not pass by them
    const inTime = plan.voteByMs - 1;
    const votes = at(inTime, 'contribution', 'candidate', 'precommit');
    const reveals = at(inTime, 'reveal');
    const results = at(inTime, 'result');
    const last = i + 1 === terms.sums.length;
    return [
      {
        events: [...(i === 0 ? ticks : []), ...of(plan.id, votes)],
        phase: 'certified',
        next: 'sum',
        detail: ({ sums: all }) =>
          `${all[i]?.certified?.set.length} contributions to ${plan.id}, certified by at least ${terms.q}`,
      },
      {
        events: [
          ...of(plan.id, reveals),
          ...recoveredIn(bundle, plan.id, inTime),
          ...of(plan.id, results),
        ],
        phase: last ? 'published' : 'contributing',
        next: last ? 'report' : 'certificate',
        detail: () =>
          `every revealed seed matches its hash; ${plan.layout.lanes} lanes added up again`,
      },
    ];
  });
  return [
    {
      events: [
        ...at(schedule.acceptByMs - 1, 'acceptance'),
        ...at(schedule.commitByMs - 1, 'commit'),
      ],
      phase: 'preparing',
      next: 'set-up',
      detail: () => `all ${n} members accepted and committed to one roster`,
    },
    {
      events: [...keys, ...at(startMs, 'deal', 'ready')],
      phase: 'ready',
      next: 'certificate',
      detail: () => `all ${n} members signed one set-up`,
    },
    ...sums,
  ];
}

/** Seeds that nobody revealed; the machine holds them against the hashes. */
function recoveredIn({ recovered }: Messages['Bundle'], sum: string, nowMs: number): Event[] {
  return recovered
    .filter((one) => one.sum === sum)
    .map(({ selves, pairs }) => ({
      kind: 'recovered',
      nowMs,
      recovered: { selves: new Map(selves.map(({ org, seed }) => [org, seed])), pairs },
      badDealers: [],
    }));
}

function replay(consortium: Consortium, from: RoundState, { events, phase }: Stage): RoundState {
  let state = from;
  const queue = [...events];
  for (let event = queue.shift(); event; event = queue.shift()) {
    // a bundle may hold what was rebuilt and, from who came late, the reveals themselves
    if (event.kind === 'recovered' && state.phase !== 'certified') continue;
    const { state: next, effects } = step(state, event);
    state = next;
    for (const effect of effects) {
      if (effect.kind === 'refuse')
        throw new ProtocolError(effect.error.code, effect.error.message);
      if (effect.kind === 'addUp') queue.unshift(addUpEvent(consortium, state, event.nowMs));
    }
  }
  if (state.phase !== phase) throw stuck(state);
  return state;
}

/** What a member would have ended with, had it heard no more than this. */
function stuck(state: RoundState): ProtocolError {
  const closing = { kind: 'tick', nowMs: state.terms.schedule.closingMs } as const;
  const end = state.end ?? step(state, closing).state.end;
  const lie = end?.code === 'blame' || state.end !== null;
  return new ProtocolError('E_AUDIT', lie ? (end?.message ?? '') : gapOf(state));
}

function signersOf(state: RoundState): string[] {
  const plan = state.terms.sums.at(-1);
  const sum = state.sums.at(-1);
  return plan && sum ? agreeing(sum, resultOf(state, sum, plan.id)) : [];
}
