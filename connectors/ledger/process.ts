/**
 * The ledger as a process of its own. Prints one line of JSON when it is ready, `{"ready":true,"peers":{...}}`; ends on
 * SIGTERM or SIGINT, and with `--parent` when its standard input closes.
 */
import { createWriteStream, type WriteStream } from 'node:fs';
import { ConnectorError } from '../errors.ts';
import { epochUs, systemClock } from './clock.ts';
import { parseProcessOptions, type ProcessOptions } from './options.ts';
import { startLedgerServer, type Delivery } from './server.ts';

/** Exit code of a wrong command line (sysexits EX_USAGE). */
const EX_USAGE = 64;

async function main(options: ProcessOptions): Promise<void> {
  const truth =
    options.log === undefined ? undefined : createWriteStream(options.log, { flags: 'a' });
  const server = await startLedgerServer(options, systemClock, (delivery) =>
    truth?.write(truthLine(delivery)),
  );
  const end = async (): Promise<void> => {
    await server.stop();
    await closed(truth);
    process.exit(0);
  };
  process.once('SIGTERM', () => void end());
  process.once('SIGINT', () => void end());
  if (options.parent) process.stdin.resume().once('close', () => void end());
  console.log(JSON.stringify({ ready: true, peers: server.peers }));
}

function truthLine({ peer, block, atUs }: Delivery): string {
  const txs = block.txs.map(({ id, valid }) => ({ id, valid }));
  return `${JSON.stringify({ peer, height: block.height, atUs: epochUs(atUs), txs })}\n`;
}

async function closed(stream: WriteStream | undefined): Promise<void> {
  if (stream) await new Promise<void>((done) => stream.end(() => done()));
}

try {
  await main(parseProcessOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof ConnectorError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = EX_USAGE;
}
