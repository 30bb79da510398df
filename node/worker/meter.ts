/**
 * What counts, and as what. A *call* is one planned use of the workload; a *request* is what it sent, and each
 * request is one transaction or read. Latency runs from the intended send, so that a SUT, or a harness, that
 * stalls cannot hide what it kept waiting (coordinated omission).
 */
import type { FailureClass } from '../../connectors/contract/tx-status.ts';
import type { Recorder } from '../../aggregation/recorder.ts';
import { lagOf } from './lag.ts';
import type { Observation } from './messages.ts';
import type { TransactionRows } from './transaction-rows.ts';

type Kind = 'read' | 'transaction';

/** One planned use of the workload, until its promise settles. */
export interface Call {
  readonly intendedUs: number;
  /** Actual start of its first request. */
  firstSentUs: number | undefined;
  settled: boolean;
}

export interface Request {
  readonly kind: Kind;
  readonly intendedUs: number;
  readonly sentUs: number;
}

/** How a request ended, seen at `finalUs`. */
export interface Ending {
  outcome: 'committed' | FailureClass;
  finalUs: number;
  id: string;
}

export interface MeterOptions {
  recorder: Recorder;
  rows: TransactionRows;
  windowStartUs: number;
  /** Exclusive. */
  windowEndUs: number;
  /** How many calls the schedule has in the window: room for their lags. */
  plannedInWindow: number;
}

export interface Meter {
  readonly totals: { submitted: number; committed: number; failed: number };
  inFlight(): number;
  beginCall(intendedUs: number, nowUs: number): Call;
  /** @param failed - the workload rejected. With nothing sent, that is one failed transaction of class other. */
  endCall(call: Call, failed: boolean, nowUs: number): void;
  /** @param call - absent for what a workload sends on its own account: it counts from its actual send. */
  beginRequest(readOnly: boolean, call: Call | undefined, nowUs: number): Request;
  endRequest(request: Request, ending: Ending): void;
  shed(intendedUs: number): void;
  /** The cut: what is in flight is unconfirmed; whatever comes later counts no more. */
  close(): Observation;
}

export function createMeter(options: MeterOptions): Meter {
  const { recorder, rows, windowStartUs, windowEndUs } = options;
  const totals = { submitted: 0, committed: 0, failed: 0 };
  const inWindow = (us: number): boolean => us >= windowStartUs && us < windowEndUs;
  const calls = new Set<Call>();
  const requests = new Set<Request>();
  const sent = { read: 0, transaction: 0 };
  const lagsUs = new Float64Array(options.plannedInWindow);
  let achieved = 0;
  let shedInWindow = 0;
  let closed = false;

  const shed = (intendedUs: number): void => {
    if (inWindow(intendedUs)) shedInWindow++;
    rows.add({ kind: 'unknown', id: '', intendedUs, sentUs: NaN, finalUs: NaN, outcome: 'shed' });
  };

  const beginRequest: Meter['beginRequest'] = (readOnly, call, nowUs) => {
    const kind: Kind = readOnly ? 'read' : 'transaction';
    const request: Request = { kind, intendedUs: intendedOf(call, nowUs), sentUs: nowUs };
    if (call) call.firstSentUs ??= nowUs;
    if (closed) return request;
    requests.add(request);
    totals.submitted++;
    if (inWindow(request.intendedUs)) sent[kind]++;
    return request;
  };

  const endRequest: Meter['endRequest'] = (request, { outcome, finalUs, id }) => {
    if (!requests.delete(request)) return;
    const { kind, intendedUs } = request;
    const commitCounts = outcome === 'committed' && inWindow(finalUs);
    totals[outcome === 'committed' ? 'committed' : 'failed']++;
    if (inWindow(intendedUs)) {
      recorder.add(kind, outcome, Math.max(0, finalUs - intendedUs), commitCounts);
    } else if (commitCounts) {
      recorder.addCommitInWindow(kind);
    }
    rows.add({ ...request, id, finalUs, outcome });
  };

  const endCall: Meter['endCall'] = (call, failed, nowUs) => {
    call.settled = true;
    if (!calls.delete(call) || !failed || call.firstSentUs !== undefined) return;
    const request = beginRequest(false, call, nowUs);
    endRequest(request, { outcome: 'other', finalUs: nowUs, id: '' });
  };

  const close = (): Observation => {
    if (closed) throw new Error('the meter was closed before');
    closed = true;
    for (const request of requests) {
      rows.add({ ...request, id: '', finalUs: NaN, outcome: 'unconfirmed' });
      if (inWindow(request.intendedUs)) recorder.add(request.kind, 'unconfirmed', 0, false);
    }
    for (const call of calls) if (call.firstSentUs === undefined) shed(call.intendedUs);
    requests.clear();
    calls.clear();
    recordShed(recorder, shedInWindow, sent);
    rows.flush();
    const { plannedInWindow: planned } = options;
    const lagUs = lagOf(lagsUs.subarray(0, achieved));
    return { lanes: recorder.lanes, lagUs, planned, achieved, shed: shedInWindow };
  };

  return {
    totals,
    inFlight: () => Math.max(calls.size, requests.size),
    beginCall: (intendedUs, nowUs) => {
      const call: Call = { intendedUs, firstSentUs: undefined, settled: false };
      calls.add(call);
      if (inWindow(intendedUs)) lagsUs[achieved++] = nowUs - intendedUs;
      return call;
    },
    endCall,
    beginRequest,
    endRequest,
    shed,
    close,
  };
}

/** A call's later requests were to go out as much later than its first one as they did. */
function intendedOf(call: Call | undefined, nowUs: number): number {
  if (call === undefined || call.settled) return nowUs;
  return call.intendedUs + (nowUs - (call.firstSentUs ?? nowUs));
}

/** A call that was never made has no kind: shed load is booked in the proportion of what was sent. */
function recordShed(recorder: Recorder, shed: number, sent: Record<Kind, number>): void {
  const total = sent.read + sent.transaction;
  const reads = total === 0 ? 0 : Math.round((shed * sent.read) / total);
  for (let i = 0; i < shed; i++) {
    recorder.add(i < reads ? 'read' : 'transaction', 'shed', 0, false);
  }
}
