/**
 * The `sutAdapter` that a workload sees: the connector, with a meter around `sendRequests`. Each planned call of
 * the workload runs in an async context of its own, so that a request knows its intended instant without the
 * workload's help.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { TxStatus } from '../../connectors/contract/tx-status.ts';
import type { Call, Ending, Meter, Request } from './meter.ts';

interface Scope {
  call?: Call | undefined;
  /** Set by the connector's own report, which also tells what a rejection leaves unsaid. */
  finished?: TxStatus | TxStatus[];
}

export interface Context {
  readonly adapter: Connector;
  /** From now on requests count. */
  attach(meter: Meter): void;
  /** Makes one planned call of the workload. Never throws; tells of a rejection. */
  call(
    intendedUs: number,
    submit: () => Promise<unknown>,
    onReject: (error: unknown) => void,
  ): void;
}

export function createContext(connector: Connector, nowUs: () => number): Context {
  const scopes = new AsyncLocalStorage<Scope>();
  let meter: Meter | undefined;

  connector.on?.('txsFinished', (results) => {
    const scope = scopes.getStore();
    if (scope) scope.finished = results;
  });

  const sendRequests = async (requests: object): Promise<TxStatus | TxStatus[]> => {
    if (meter === undefined) return await connector.sendRequests(requests);
    const call = scopes.getStore()?.call;
    const begun = begin(meter, requests, call, nowUs());
    const scope: Scope = { call };
    try {
      const results = await scopes.run(scope, () => connector.sendRequests(requests));
      end(meter, begun, results, nowUs());
      return results;
    } catch (error) {
      end(meter, begun, scope.finished, nowUs());
      throw error;
    }
  };

  const call: Context['call'] = (intendedUs, submit, onReject) => {
    if (meter === undefined) throw new Error('a call was made before the meter was attached');
    const current = meter;
    const begun = current.beginCall(intendedUs, nowUs());
    scopes
      .run({ call: begun }, async () => await submit())
      .then(
        () => current.endCall(begun, false, nowUs()),
        (error: unknown) => {
          current.endCall(begun, true, nowUs());
          onReject(error);
        },
      );
  };

  return {
    adapter: withSendRequests(connector, sendRequests),
    attach: (attached) => (meter = attached),
    call,
  };
}

/** Workloads may use more of their connector than the contract has: everything else is the connector's own. */
function withSendRequests(
  connector: Connector,
  sendRequests: Connector['sendRequests'],
): Connector {
  const bound = new Map<unknown, unknown>();
  return new Proxy(connector, {
    get: (target, name) => {
      if (name === 'sendRequests') return sendRequests;
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (!bound.has(value)) bound.set(value, value.bind(target));
      return bound.get(value);
    },
  });
}

function begin(meter: Meter, requests: object, call: Call | undefined, nowUs: number): Request[] {
  const list: unknown[] = Array.isArray(requests) ? requests : [requests];
  // All of one batch have the batch's instant: only the first may move the call's first send.
  return list.map((request) => meter.beginRequest(isReadOnly(request), call, nowUs));
}

function isReadOnly(request: unknown): boolean {
  return (request as { readOnly?: unknown } | null | undefined)?.readOnly === true;
}

function end(meter: Meter, begun: Request[], results: unknown, nowUs: number): void {
  const list: unknown[] = Array.isArray(results) ? results : [results];
  const told = list.length === begun.length ? list : [];
  begun.forEach((request, i) => meter.endRequest(request, endingOf(told[i], request, nowUs)));
}

/** Reads a TxStatus, whoever made it. What is none, or says nothing, is a failure of class other. */
function endingOf(result: unknown, request: Request, nowUs: number): Ending {
  if (result === null || typeof result !== 'object') {
    return { outcome: 'other', finalUs: nowUs, id: '' };
  }
  const status = result as Partial<TxStatus>;
  const committed = status.IsCommitted?.() ?? status.status?.status === 'success';
  const id = status.GetID?.() ?? status.status?.id;
  return {
    outcome: committed ? 'committed' : failureOf(status.failureClass),
    finalUs: finalOf(status.finalUs, request, nowUs),
    id: id === undefined || id === null ? '' : String(id),
  };
}

function failureOf(told: unknown): Exclude<Ending['outcome'], 'committed'> {
  return told === 'consensus' || told === 'syntax' || told === 'version' ? told : 'other';
}

/** The connector's own instant, if it can be true: after the send, and not in the future. */
function finalOf(told: unknown, request: Request, nowUs: number): number {
  if (typeof told !== 'number' || !Number.isFinite(told)) return nowUs;
  const finalUs = Math.round(told);
  return finalUs >= request.sentUs && finalUs <= nowUs ? finalUs : nowUs;
}
