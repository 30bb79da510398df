/**
 * `bench-node network`: a ledger to try things on, on this machine, until Ctrl-C. The command line reads what was typed
 * and hands it on as options of this program.
 */
import { parseArgs } from 'node:util';
import { errorShape, exitCodeOf, NodeError } from '../../node/errors.ts';
import { startAnvil } from './anvil.ts';
import { startLedger } from './ledger.ts';

interface Network {
  /** Org, or `all` where one node serves all orgs → its endpoint. */
  endpoints: Record<string, string>;
  stop(): Promise<void>;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    orgs: { type: 'string', default: '' },
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    delays: { type: 'string', default: '' },
    json: { type: 'boolean', default: false },
  },
});

async function start(type: string | undefined): Promise<Network> {
  const port = Number(values.port);
  if (type === 'anvil') {
    const { url, stop } = await startAnvil({ port });
    return { endpoints: { all: url }, stop };
  }
  const { peers, stop } = await startLedger({
    orgs: values.orgs.split(','),
    port,
    seed: Number(values.seed),
    delaysMs: delaysIn(values.delays),
  });
  return { endpoints: peers, stop };
}

/** `Org1=10,Org2=40` */
function delaysIn(text: string): Record<string, number> {
  const pairs = text.split(',').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [org = '', ms] = pair.split('=');
      return [org, Number(ms)];
    }),
  );
}

function startedText(type: string | undefined, endpoints: Network['endpoints']): string {
  const rows = Object.entries(endpoints).map(([org, endpoint]) => `  ${org.padEnd(8)} ${endpoint}`);
  const head =
    type === 'anvil'
      ? 'Anvil runs, one node for every organisation:'
      : 'The embedded ledger runs, one peer for each organisation:';
  return [head, ...rows, 'Ctrl-C ends it, and nothing of it is kept.'].join('\n');
}

/** Until somebody wants it to end. */
async function run(type: string | undefined): Promise<void> {
  const told = new Promise<void>((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve());
  });
  const network = await start(type).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error);
    throw new NodeError('E_TEST_NETWORK', why.replace(/[.]$/, ''), undefined, error);
  });
  try {
    const { endpoints } = network;
    const text = values.json
      ? JSON.stringify({ network: type, endpoints, pid: process.pid })
      : startedText(type, endpoints);
    console.log(text);
    await told;
  } finally {
    await network.stop();
  }
}

try {
  await run(positionals[0]);
} catch (error) {
  const { code, message } = errorShape(error);
  console.error(values.json ? JSON.stringify({ error: { code, message } }) : `${code}: ${message}`);
  process.exitCode = exitCodeOf(error);
}
