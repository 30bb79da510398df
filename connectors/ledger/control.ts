/**
 * What the ledger can be told while it runs, one line of JSON per order: that a peer lags, stops, or comes back.
 * Each line is answered by one line: the peer as it is then, or an error.
 */
import * as v from 'valibot';
import type { ConnectorErrorCode } from '../errors.ts';

const peer = v.pipe(v.string(), v.minLength(1));
const schema = v.union([
  /** Added to the delay of the blocks from now on, in milliseconds; 0 ends it. */
  v.strictObject({ peer, lagMs: v.pipe(v.number(), v.minValue(0), v.maxValue(600_000)) }),
  v.strictObject({ peer, stop: v.literal(true) }),
  v.strictObject({ peer, start: v.literal(true) }),
]);

export type PeerCommand = v.InferOutput<typeof schema>;

export interface PeerState {
  peer: string;
  running: boolean;
  lagMs: number;
  /** Of the last block that it committed. */
  height: number;
}

export type ControlAnswer = PeerState | { error: { code: string; message: string } };

/** Does what the line says and returns the answer, a line too. Never throws. */
export function obeyLine(
  line: string,
  control: (command: PeerCommand) => PeerState | undefined,
): string {
  const answer = (): ControlAnswer => {
    const command = parseCommand(line);
    if (!command)
      return refused('say {"peer":"Org1"} and one of "lagMs":500, "stop":true, "start":true');
    return control(command) ?? refused(`"${command.peer}" is not among --orgs`);
  };
  return JSON.stringify(answer());
}

function parseCommand(line: string): PeerCommand | undefined {
  try {
    return v.parse(schema, JSON.parse(line));
  } catch {
    return undefined;
  }
}

function refused(message: string): ControlAnswer {
  return { error: { code: 'E_LEDGER_CONTROL' satisfies ConnectorErrorCode, message } };
}
