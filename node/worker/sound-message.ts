/**
 * Connector and workload run in the worker's process and could say anything in its name. They are the org's own code, so
 * this is no defence against lies about the org's own load; it keeps a malformed message from ending the node, and what
 * leaves the org to what the node itself would say: an error's code goes to the other orgs, so it is one of a closed list.
 */
import { mainLayout, MAX_LANE } from '../../aggregation/layout.ts';
import { MAX_TEXT, WORKER_ERROR_CODES, type WorkerErrorCode } from './errors.ts';
import type { FromWorker } from './messages.ts';
import { BATCH_ROWS, MAX_ID } from './transaction-rows.ts';

type Fields = Record<string, unknown>;

/** The members of a message, and what is in them. */
type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const LANES = mainLayout().lanes;

const isObject = (value: unknown): value is Fields => value !== null && typeof value === 'object';
const isNumber = (value: unknown): boolean => Number.isFinite(value);
const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= MAX_TEXT;
const isPlain = (value: unknown): boolean =>
  value === null || typeof value === 'boolean' || isNumber(value) || isText(value);
const isLane = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value < MAX_LANE;

function has(value: unknown, shape: Shape): value is Fields {
  if (!isObject(value) || Object.keys(value).some((name) => !Object.hasOwn(shape, name)))
    return false;
  return Object.entries(shape).every(([name, holds]) => holds(value[name]));
}
const numbers = (...names: string[]): Shape =>
  Object.fromEntries(names.map((name) => [name, isNumber]));
const object =
  (shape: Shape) =>
  (value: unknown): boolean =>
    has(value, shape);

function isBatch(value: unknown): boolean {
  if (!isObject(value) || !Array.isArray(value['ids'])) return false;
  const { ids } = value;
  const column = (type: typeof Uint8Array | typeof Float64Array) => (given: unknown) =>
    given instanceof type && given.length === ids.length;
  const [bytes, instants] = [column(Uint8Array), column(Float64Array)];
  return (
    ids.length <= BATCH_ROWS &&
    ids.every((id) => typeof id === 'string' && id.length <= MAX_ID) &&
    has(value, {
      ids: Array.isArray,
      kinds: bytes,
      outcomes: bytes,
      intendedUs: instants,
      sentUs: instants,
      finalUs: instants,
    })
  );
}

const CHECKS: { [K in FromWorker['kind']]: Shape } = {
  prepared: {
    prepared: object({
      ...numbers('tps', 'workers'),
      workerArguments: (list) => Array.isArray(list) && list.every(isObject),
    }),
  },
  window: { header: object(numbers('epochOffsetUs', 'startUs', 'windowStartUs', 'windowEndUs')) },
  progress: {
    progress: object(
      numbers('elapsedMs', 'submitted', 'committed', 'failed', 'inFlight', 'rssBytes'),
    ),
  },
  transactions: { batch: isBatch },
  observation: {
    observation: object({
      ...numbers('planned', 'achieved', 'shed'),
      lagUs: object(numbers('p50', 'p99', 'max')),
      lanes: (lanes) =>
        lanes instanceof Float64Array && lanes.length === LANES && lanes.every(isLane),
    }),
  },
  stopped: {},
  warning: { message: isText },
  failed: {
    error: (error) =>
      isObject(error) &&
      WORKER_ERROR_CODES.includes(error['code'] as WorkerErrorCode) &&
      isText(error['message']) &&
      (error['details'] === undefined ||
        (isObject(error['details']) && Object.values(error['details']).every(isPlain))),
  },
};

/** The message, if it has the shape of one. */
export function soundMessage(value: unknown): FromWorker | undefined {
  if (!isObject(value)) return undefined;
  const { kind, ...members } = value;
  if (typeof kind !== 'string' || !Object.hasOwn(CHECKS, kind)) return undefined;
  return has(members, CHECKS[kind as FromWorker['kind']])
    ? (value as unknown as FromWorker)
    : undefined;
}
