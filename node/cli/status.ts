/** `bench-node status`: the running peer at a glance. */
import type { RoundSummary, Status } from '../control/api.ts';
import type { GlobalOptions } from './command.ts';
import { columnsOf, table, wrapped } from '../terminal/width.ts';
import type { Output } from './output.ts';
import { reachPeer, shortId } from './reach-peer.ts';

export async function run(_args: readonly string[], options: GlobalOptions, output: Output) {
  const status = await reachPeer(options).status();
  output.result(status, statusText(status, columnsOf()));
}

/** @param columns - of the terminal */
export function statusText(status: Status, columns: number): string {
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
    ...trafficRows(status),
  ];
  const rounds = roundLines(status.rounds).flatMap((line) => wrapped(line, columns, 10));
  return [...table(rows, columns), '', ...rounds].join('\n');
}

function roundLines(rounds: readonly RoundSummary[]): string[] {
  if (rounds.length === 0) return ['no rounds yet: `bench-node propose scenario.yaml` begins one'];
  return rounds.map(({ round, scenario, phase, proposer, proposedMs, endCode }) => {
    const when = new Date(proposedMs).toISOString().slice(0, 19).replace('T', ' ');
    const state = endCode === undefined ? phase : `${phase} (${endCode})`;
    return `${shortId(round)}  ${when}Z  ${state.padEnd(24)} ${scenario}, proposed by ${proposer}`;
  });
}

function trafficRows({ traffic }: Status): [name: string, text: string][] {
  const rows = Object.entries(traffic).map(([name, bytes], i): [string, string] => [
    i === 0 ? 'traffic' : '',
    `${name} ${kibibytes(bytes.in)} in, ${kibibytes(bytes.out)} out`,
  ]);
  return rows.length > 0 ? rows : [['traffic', 'none yet']];
}

const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;
const kibibytes = (bytes: number) => `${Math.ceil(bytes / 1024)} KiB`;
const milliseconds = (us: number) => `${(us / 1000).toFixed(1)} ms`;
