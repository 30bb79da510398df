/**
 * The doctor: is this installation ready for a round? It looks and touches nothing, runs no code of the workspace, and
 * talks to the org's own endpoints alone: a connection that is closed at once.
 */
import type { Status } from '../control/api.ts';
import type { Config } from '../home/config.ts';
import type { Home } from '../home/paths.ts';
import { failed, type Check } from './check.ts';
import { endpointChecks, endpointsIn, listenCheck } from './endpoints.ts';
import { homeChecks } from './home-files.ts';
import { lookAtMachine, machineChecks } from './machine.ts';
import { membershipCheck } from './membership.ts';
import { networkTexts } from './network-texts.ts';
import { peerChecks } from './running-peer.ts';
import { tlsChecks } from './tls-files.ts';
import { lookAtWorkspace } from './workspace.ts';

export { type Check } from './check.ts';

/**
 * @param status - of the running peer; null when none runs
 * @param nowMs - epoch ms
 */
export async function diagnose(
  home: Home,
  config: Config,
  status: Status | null,
  nowMs: number,
): Promise<Check[]> {
  const workspace = lookAtWorkspace(config.workspace, home);
  const texts = networkTexts(workspace.network, config.workspace);
  const endpoints = workspace.drives ? await endpointChecks(endpointsIn(texts)) : [];
  return [
    ...machineOf(home, workspace.workers),
    ...homeChecks(home),
    await membershipCheck(home),
    ...(status === null ? [await listenCheck(config.listen)] : []),
    ...peerChecks(status),
    ...workspace.checks,
    ...endpoints,
    ...tlsChecks(texts, config.workspace, nowMs),
  ];
}

function machineOf(home: Home, workers: number): Check[] {
  try {
    return machineChecks(lookAtMachine(home.dir), workers);
  } catch (error) {
    return [failed('machine', error)];
  }
}
