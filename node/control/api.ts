/**
 * What the node tells its own operator, and what the operator may tell it: the types that the control API's server
 * and its client share. It is a read model; nothing here is signed, and nothing here leaves the machine.
 *
 * Round ids are 64 hex digits. Instants are milliseconds since 1970 (UTC).
 */
import type { Lie } from '../../protocol/round/event.ts';
import type { End, Phase } from '../../protocol/round/state.ts';
import type { EarlierRounds } from '../disclosure/compared.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';

export { type Disclosure, type End, type Phase };

export interface RoundSummary {
  readonly round: string;
  readonly scenario: string;
  readonly phase: Phase;
  readonly proposer: string;
  readonly proposedMs: number;
  /** why the round ended; absent while it is open, and when it was published */
  readonly endCode?: string;
}

export interface Deadlines {
  readonly acceptByMs: number;
  readonly commitByMs: number;
  readonly readyByMs: number;
  readonly startMs: number;
  readonly warmUpMs: number;
  readonly runMs: number;
  readonly drainMs: number;
  readonly closingMs: number;
}

/** The own org's load so far: it never leaves the machine. */
export interface LoadProgress {
  readonly elapsedMs: number;
  readonly submitted: number;
  readonly committed: number;
  readonly failed: number;
}

export interface SumProgress {
  readonly id: string;
  readonly layout: string;
  readonly cutMs: number;
  readonly voteByMs: number;
  /** waiting, the round's own phase while it is its turn, revealed or ended */
  readonly phase: string;
}

export interface RoundFiles {
  readonly report: string;
  readonly html: string;
  readonly bundle: string;
}

/** An org that is proven to have lied. */
export interface Accused {
  readonly org: string;
  readonly lie: Lie;
  /** absolute path of the evidence, for `audit evidence` */
  readonly file: string;
  /** one sentence without its full stop, which begins with the org's name */
  readonly means: string;
}

export interface RoundView extends RoundSummary, EarlierRounds {
  readonly deadlines: Deadlines;
  readonly roster: readonly string[];
  /** the least number of contributors, of votes for a set and of equal results; 0 where an earlier release did not note it */
  readonly quorum: number;
  /** orgs whose signed message of that kind is here, in the roster's order */
  readonly accepted: readonly string[];
  readonly committed: readonly string[];
  readonly ready: readonly string[];
  readonly contributed: readonly string[];
  /** the certified set; empty before there is one */
  readonly contributors: readonly string[];
  readonly results: readonly string[];
  readonly sums: readonly SumProgress[];
  readonly end: End | null;
  readonly load: LoadProgress | null;
  /** absolute paths, once published */
  readonly files: RoundFiles | null;
  /** orgs whose signed result equals the own one */
  readonly verifiedBy: readonly string[];
  readonly accused: readonly Accused[];
}

/** Bytes in and out: `gossip`, and one key per direct protocol. */
export type Traffic = Readonly<Record<string, { readonly in: number; readonly out: number }>>;

export interface Status {
  readonly org: string;
  readonly version: string;
  readonly consortium: { readonly name: string; readonly digest: string };
  readonly peerId: string;
  readonly addresses: readonly string[];
  /** orgs */
  readonly connected: readonly string[];
  readonly members: readonly string[];
  readonly rounds: readonly RoundSummary[];
  /** resident set sizes, in bytes */
  readonly memory: {
    readonly nodeBytes: number;
    readonly vaultBytes: number;
    readonly workerBytes: readonly number[];
  };
  readonly traffic: Traffic;
  /** null until every member was measured */
  readonly clock: {
    readonly offsetUs: number;
    readonly errorUs: number;
    readonly boundUs: number;
  } | null;
}

/** Durations, in seconds, from which the node makes the proposal's instants. */
export interface DeadlineSeconds {
  /** all of these count from the proposal */
  readonly acceptSeconds: number;
  readonly commitSeconds: number;
  readonly readySeconds: number;
  readonly startSeconds: number;
  /** from the end of the drain to the cut of the first sum */
  readonly contributeSeconds: number;
  /** from a sum's cut to the end of its voting */
  readonly voteSeconds: number;
  /** from the end of the last voting to the closing instant */
  readonly closeSeconds: number;
}

/** What `propose` sends: a checked scenario.yaml. */
export interface ScenarioInput {
  readonly name: string;
  readonly sut: { readonly type: string; readonly version: string };
  readonly workload: { readonly class: string; readonly description: string };
  readonly warmUpSeconds: number;
  readonly runSeconds: number;
  readonly drainSeconds: number;
  readonly deadlines: DeadlineSeconds;
  readonly sums: readonly {
    readonly id: string;
    readonly layout: string;
    readonly input: string;
  }[];
  /** members that do not take part; none when absent */
  readonly without?: readonly string[];
  /** why contributors may differ from those of earlier rounds of the same work */
  readonly exception?: string;
}

export interface RoundEvent {
  readonly atMs: number;
  readonly round: string;
  readonly kind: 'phase' | 'message' | 'load' | 'evidence' | 'end';
  /** of kind phase and end: the phase that the round is in now */
  readonly phase?: Phase;
  /** of kind message: who said it, and the statement's type */
  readonly org?: string;
  readonly type?: string;
  /** of kind load */
  readonly load?: LoadProgress;
  /** of kind evidence */
  readonly accused?: Accused;
  /** of kind end, and absent when the round was published */
  readonly end?: End;
}

/**
 * The running peer, as the control API sees it. Methods that name a round throw `E_NO_ROUND` when there is none; what
 * cannot be done in the round's phase throws a coded error and changes nothing.
 */
export interface PeerApi {
  status(): Status;
  rounds(): readonly RoundSummary[];
  round(id: string): RoundView;
  /** what leaves this machine when the org accepts */
  disclosure(id: string): Promise<Disclosure>;
  /** what was proposed, to be proposed again */
  scenario(id: string): ScenarioInput;
  propose(scenario: ScenarioInput): Promise<{ round: string }>;
  accept(id: string): Promise<RoundView>;
  decline(id: string, code: string, reason: string): Promise<RoundView>;
  abort(id: string, reason: string): Promise<RoundView>;
  subscribe(listener: (event: RoundEvent) => void): () => void;
  stop(): Promise<void>;
}
