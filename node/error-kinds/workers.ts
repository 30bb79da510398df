/** Errors of workers, workspaces and connectors. */
import { EXIT } from '../exit-codes.ts';
import { kind, saidKind } from './kind.ts';

export const WORKERS = {
  E_WORKSPACE: saidKind(
    EXIT.config,
    'there is no such folder, or it holds what its code must not read',
    'Create it, or name a folder of its own.',
  ),
  E_NETWORK_FILE: kind(
    EXIT.config,
    '`network.yaml` is missing or wrong; the message names key and line',
    'Correct it in the workspace.',
  ),
  E_BENCHMARK_FILE: kind(
    EXIT.config,
    "`benchmark.yaml` is missing or wrong, or has no round with the proposal's class of work",
    'Correct it in the workspace.',
  ),
  E_CONNECTOR: kind(
    EXIT.config,
    'the connector failed; the message says how',
    "Mend the connector or its settings in the workspace; the peer's log says more.",
  ),
  E_WORKLOAD: kind(
    EXIT.config,
    'the workload module failed; the message says how',
    "Mend it in the workspace; the peer's log says more.",
  ),
  E_SUT_DOWN: kind(
    EXIT.unavailable,
    'the ledger does not answer',
    'Start the ledger, or correct its address in network.yaml.',
  ),
  E_OUTSIDE_WORKSPACE: saidKind(
    EXIT.noPermission,
    'connector or workload tried what a worker may not do',
    'Put what it needs into the workspace.',
  ),
  E_WORKER_DIED: saidKind(EXIT.unavailable, "the worker's process ended", "See the node's log."),
  E_WORKER_TIMEOUT: saidKind(
    EXIT.temporary,
    'the worker did not answer in time',
    'See what its connector or workload waits for.',
  ),
  E_WORKER_STOPPED: kind(
    EXIT.temporary,
    'the load was stopped',
    'See how the round ended with `bench-node watch`.',
  ),
  E_WORKER_DOWN: kind(
    EXIT.unavailable,
    'no worker is started for this round any more',
    'The round goes on without own data: take part in the next one.',
  ),
  E_WORKER_ORDER: kind(
    EXIT.software,
    'a worker was told something out of order',
    'This is a bug in Hushmark: please report it with the log.',
  ),
  E_LOG_FILE: saidKind(
    EXIT.io,
    'the private log is not complete',
    'Make room, or move the old file away.',
  ),
} as const;

export const CONNECTORS = {
  E_CONNECTOR_NOT_INSTALLED: saidKind(
    EXIT.config,
    'there is no such connector in the workspace',
    'Correct the name in the network file, or install the package in the workspace.',
  ),
  E_CONNECTOR_SHAPE: saidKind(
    EXIT.config,
    'the module is no connector',
    'Export a function `ConnectorFactory`.',
  ),
  E_CONTRACT_INSTALL: kind(
    EXIT.config,
    'the SUT refused the contract; the message says why',
    'Correct the contract or its settings in the network file.',
  ),
  E_LEDGER_CONTROL: kind(
    EXIT.usage,
    'an order to the embedded ledger (a fault, a stopped peer) is wrong; the message says why',
    'Correct the order and send it again.',
  ),
  E_LEDGER_OPTIONS: saidKind(
    EXIT.usage,
    'the embedded ledger was started with wrong options',
    'The message says which options there are.',
  ),
  E_NO_CONTEXT: saidKind(
    EXIT.config,
    'the connector has no context yet',
    'Call `getContext` before sending.',
  ),
  E_NOT_IMPLEMENTED: saidKind(
    EXIT.config,
    'a connector or workload lacks a method',
    'Implement the method that the message names.',
  ),
  E_REQUEST: kind(
    EXIT.config,
    'the workload made a malformed request; the message names the field',
    'Correct it in the workload module.',
  ),
  E_SUT_UNREACHABLE: saidKind(
    EXIT.unavailable,
    'no node of the ledger answers at its address',
    'Start the SUT, or correct its address in the network file.',
  ),
  E_WORKLOAD_NOT_FOUND: saidKind(
    EXIT.config,
    'there is no such workload module',
    'Correct `workload.module` in the benchmark file.',
  ),
  E_WORKLOAD_SHAPE: saidKind(
    EXIT.config,
    'the module is no workload module',
    'Export a function `createWorkloadModule`.',
  ),
} as const;
