/**
 * The worker process: started by client.ts under Node's permission model, it runs the connector's and the
 * workload's code and holds the ledger's client identities; no identity key and no mask secret ever come here.
 * Orders come over the wire; when that closes, so does the process.
 */
import { Socket } from 'node:net';
import { cut, named, toRecord, WorkerError } from './errors.ts';
import type { FromWorker, PrepareOrder, RunOrder, ToWorker } from './messages.ts';
import { prepareSession, type Session } from './session.ts';
import { createWire, WIRE_FD } from './wire.ts';

const RELEASE_MS = 800;

let session: Session | undefined;
let isUsed = false;
let releasing: Promise<void> | undefined;

const wire = createWire(new Socket({ fd: WIRE_FD, readable: true, writable: true }), {
  message: (order) => hear(order as ToWorker),
  broken: () => process.exit(0),
  closed: () => process.exit(0),
});

function tell(message: FromWorker): void {
  wire.send(message);
}

async function prepare(order: PrepareOrder): Promise<void> {
  if (isUsed) throw outOfOrder('a worker serves one round: start another one');
  isUsed = true;
  session = await prepareSession(order, tell);
  tell({ kind: 'prepared', prepared: session.prepared });
}

async function run(order: RunOrder): Promise<void> {
  if (session === undefined || releasing !== undefined) {
    throw outOfOrder('prepare the worker first, and run it once');
  }
  try {
    tell({ kind: 'observation', observation: await session.run(order) });
  } finally {
    releasing = session.release();
  }
}

async function close(): Promise<void> {
  const released = releasing ?? session?.release();
  const late = new Promise((resolve) => setTimeout(resolve, RELEASE_MS));
  await Promise.race([released, late]);
  process.exit(0);
}

async function obey(order: ToWorker): Promise<void> {
  switch (order.kind) {
    case 'prepare':
      return prepare(order);
    case 'run':
      return run(order);
    case 'stop':
      session?.stop();
      return tell({ kind: 'stopped' });
    case 'close':
      return close();
    default:
      throw new TypeError(`unknown order: ${order satisfies never}`);
  }
}

function outOfOrder(message: string): WorkerError {
  return new WorkerError('E_WORKER_ORDER', message);
}

function hear(order: ToWorker): void {
  obey(order).catch((error: unknown) => {
    tell({ kind: 'failed', error: toRecord(named(error, 'workload')) });
  });
}

// Ctrl-C reaches every process of the terminal; the node decides when this one ends.
process.on('SIGINT', () => {});
// A workload may let go of a promise; what it sent has been counted, and the round goes on.
process.on('unhandledRejection', (reason) => {
  tell({ kind: 'warning', message: cut(named(reason, 'workload').message) });
});
