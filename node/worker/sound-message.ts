/**
 * Connector and workload share the worker's channel and could say anything on it. They are the org's own code, so
 * this is no defence against lies about the org's own load; it keeps a malformed message from ending the node.
 */
import type { FromWorker } from './messages.ts';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => value !== null && typeof value === 'object';
const areNumbers = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((one) => typeof one === 'number');

function isObservation(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { lanes, lagUs, ...counts } = value;
  return lanes instanceof Float64Array && areNumbers(lagUs) && areNumbers(counts);
}

function isBatch(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value['ids'])) return false;
  const { ids, ...columns } = value;
  return (
    ids.every((id) => typeof id === 'string') &&
    Object.values(columns).every(
      (column) =>
        (column instanceof Float64Array || column instanceof Uint8Array) &&
        column.length === ids.length,
    ) &&
    ['kinds', 'outcomes', 'intendedUs', 'sentUs', 'finalUs'].every((name) => name in columns)
  );
}

const CHECKS: { [K in FromWorker['kind']]: (message: Fields) => boolean } = {
  prepared: ({ prepared }) => isObject(prepared) && Array.isArray(prepared['workerArguments']),
  window: ({ header }) => areNumbers(header),
  progress: ({ progress }) => areNumbers(progress),
  transactions: ({ batch }) => isBatch(batch),
  observation: ({ observation }) => isObservation(observation),
  stopped: () => true,
  warning: ({ message }) => typeof message === 'string',
  failed: ({ error }) =>
    isObject(error) &&
    /^E_[A-Z_]+$/.test(String(error['code'])) &&
    typeof error['message'] === 'string',
};

/** The message, if it has the shape of one. */
export function soundMessage(value: unknown): FromWorker | undefined {
  if (!isObject(value)) return undefined;
  const kind = value['kind'];
  if (typeof kind !== 'string' || !Object.hasOwn(CHECKS, kind)) return undefined;
  return CHECKS[kind as FromWorker['kind']](value) ? (value as unknown as FromWorker) : undefined;
}
