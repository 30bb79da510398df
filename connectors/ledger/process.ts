/**
 * The ledger as a process of its own. Prints one line of JSON when it is ready, `{"ready":true,"peers":{...}}`; ends on
 * SIGTERM or SIGINT, and with `--parent` when its standard input closes. With `--parent` or `--control` it obeys lines
 * on its standard input, and prints one line for each.
 */
import { createWriteStream, type WriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ConnectorError } from '../errors.ts';
import { epochUs, systemClock } from './clock.ts';
import { obeyLine } from './control.ts';
import { parseProcessOptions, USAGE, type ProcessOptions } from './options.ts';
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
  console.log(JSON.stringify({ ready: true, peers: server.peers }));
  if (!options.parent && !options.control) return;
  const input = createInterface(process.stdin);
  input.on('line', (line) => console.log(obeyLine(line, server.control)));
  if (options.parent) input.once('close', () => void end());
}

function truthLine({ peer, block, atUs }: Delivery): string {
  const txs = block.txs.map(({ id, valid, failureClass }) =>
    failureClass === undefined ? { id, valid } : { id, valid, failureClass },
  );
  return `${JSON.stringify({ peer, height: block.height, atUs: epochUs(atUs), txs })}\n`;
}

async function closed(stream: WriteStream | undefined): Promise<void> {
  if (stream) await new Promise<void>((done) => stream.end(() => done()));
}

process.stdout.on('error', ({ code }: NodeJS.ErrnoException) =>
  process.exit(code === 'EPIPE' ? 0 : 1),
);
if (process.argv.includes('--help') || process.argv.includes('-h')) {
  console.log(`The embedded ledger, one peer for each org.\nUsage: ${USAGE}`);
  process.exit(0);
}
try {
  await main(parseProcessOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof ConnectorError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exit(EX_USAGE);
}
