/** The log of a running peer, from some moment on. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../one-round.ts';

export interface LogLine {
  readonly msg: string;
  readonly code?: string;
  readonly message?: string;
  readonly peerId?: string;
  readonly from?: string;
}

export interface PeerLog {
  /** Every line since the last call. */
  fresh(): LogLine[];
  /** Waits for a line, whenever it came. */
  line(matches: (line: LogLine) => boolean): Promise<LogLine>;
}

export function peerLog(home: string): PeerLog {
  const path = join(home, 'node/node.log');
  let from = statSync(path).size;
  const since = (offset: number): LogLine[] =>
    readFileSync(path)
      .subarray(offset)
      .toString()
      .split('\n')
      .filter((text) => text.endsWith('}'))
      .map((text) => JSON.parse(text) as LogLine);
  return {
    fresh() {
      const lines = since(from);
      from = statSync(path).size;
      return lines;
    },
    async line(matches) {
      let found: LogLine | undefined;
      await until(async () => (found = since(0).find(matches)) !== undefined);
      return found as LogLine;
    },
  };
}
