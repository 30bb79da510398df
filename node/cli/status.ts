/** `bench-node status`: the running peer at a glance. */
import type { RoundSummary, Status } from '../control/api.ts';
import type { GlobalOptions } from './command.ts';
import type { Output } from './output.ts';
import { reachPeer, shortId } from './reach-peer.ts';

export async function run(_args: readonly string[], options: GlobalOptions, output: Output) {
  const status = await reachPeer(options).status();
  output.result(status, statusText(status));
}

export function statusText(status: Status): string {
  const { consortium, memory, clock } = status;
  const away = status.members.filter(
    (org) => org !== status.org && !status.connected.includes(org),
  );
  const workers = memory.workerBytes.map(mebibytes).join(' + ') || 'none';
  const rows: readonly (readonly [string, string])[] = [
    ['org', `${status.org}, hushmark ${status.version}`],
    ['consortium', `${consortium.name}, digest ${consortium.digest.slice(0, 16)}`],
    ['peer id', status.peerId],
    ['listening', status.addresses.join(', ')],
    ['connected', status.connected.join(', ') || 'to nobody'],
    ['missing', away.join(', ') || 'nobody'],
    ['clock', clock ? `within ${milliseconds(clock.boundUs)} of every member` : 'not measured yet'],
    [
      'memory',
      `node ${mebibytes(memory.nodeBytes)}, vault ${mebibytes(memory.vaultBytes)}, workers ${workers}`,
    ],
    ['traffic', trafficText(status)],
  ];
  const head = rows.map(([name, text]) => `${name.padEnd(11)} ${text}`);
  return [...head, '', ...roundLines(status.rounds)].join('\n');
}

function roundLines(rounds: readonly RoundSummary[]): string[] {
  if (rounds.length === 0) return ['no rounds yet: `bench-node propose scenario.yaml` begins one'];
  return rounds.map(({ round, scenario, phase, proposer, proposedMs, endCode }) => {
    const when = new Date(proposedMs).toISOString().slice(0, 19).replace('T', ' ');
    const state = endCode === undefined ? phase : `${phase} (${endCode})`;
    return `${shortId(round)}  ${when}Z  ${state.padEnd(24)} ${scenario}, proposed by ${proposer}`;
  });
}

function trafficText({ traffic }: Status): string {
  const lines = Object.entries(traffic).map(
    ([name, bytes]) => `${name} ${kibibytes(bytes.in)} in, ${kibibytes(bytes.out)} out`,
  );
  return lines.join('; ') || 'none yet';
}

const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
const kibibytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KiB`;
const milliseconds = (us: number) => `${(us / 1000).toFixed(1)} ms`;
