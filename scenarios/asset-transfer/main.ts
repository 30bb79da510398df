/**
 * `bench-node example`: writes the private part of the asset-transfer scenario into an org's workspace, and the public
 * part beside it. The command line reads what was typed and hands it on as options of this program.
 */
import { randomInt } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errorShape, exitCodeOf, NodeError } from '../../node/errors.ts';
import { fundAccounts } from '../networks/anvil.ts';
import { scenarioText } from './scenario.ts';
import { writeWorkspace, type WorkspaceOptions } from './workspace.ts';

type Sut = WorkspaceOptions['sut'];

const { values } = parseArgs({
  options: {
    sut: { type: 'string', default: 'ledger' },
    org: { type: 'string', default: '' },
    endpoint: { type: 'string', default: '' },
    workspace: { type: 'string', default: '' },
    scenario: { type: 'string', default: '' },
    tps: { type: 'string', default: '60' },
    seed: { type: 'string' },
    fund: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

/** A seed that nobody else has: the contract's id comes from it. */
const SEEDS = 2 ** 31;

async function run(): Promise<void> {
  const { org, endpoint, workspace, scenario, fund } = values;
  const sut = values.sut as Sut;
  const seed = values.seed === undefined ? randomInt(SEEDS) : Number(values.seed);
  const tps = Number(values.tps);
  const written = await writeWorkspace(workspace, { sut, org, endpoint, tps, seed });
  await writeFile(scenario, await scenarioText(sut), { mode: 0o600 });
  if (fund)
    await funded(endpoint, written.addresses).catch(async (error: unknown) => {
      const made = [...written.files.map((file) => join(workspace, file)), scenario];
      await Promise.all(made.map((path) => rm(path, { force: true })));
      throw error;
    });
  const { files, addresses } = written;
  const made = { org, workspace, files, scenario, contractId: written.contractId, addresses };
  console.log(values.json ? JSON.stringify(made) : madeText(made, fund));
}

interface Made {
  readonly org: string;
  readonly workspace: string;
  readonly files: readonly string[];
  readonly scenario: string;
  readonly addresses: readonly string[];
}

async function funded(url: string, addresses: readonly string[]): Promise<void> {
  try {
    await fundAccounts(url, addresses);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NodeError('E_TEST_NETWORK', `${url} gives no balances away (${why})`);
  }
}

function madeText({ org, workspace, files, scenario, addresses }: Made, fund: boolean): string {
  const accounts =
    fund || addresses.length === 0
      ? []
      : [
          'These accounts need a balance before the first round:',
          ...addresses.map((a) => `  ${a}`),
        ];
  return [
    `private, for ${org} alone: ${workspace}`,
    ...files.map((file) => `  ${file}`),
    `public, what is proposed to all: ${scenario}`,
    ...accounts,
  ].join('\n');
}

try {
  await run();
} catch (error) {
  const { code, message } = errorShape(error);
  console.error(values.json ? JSON.stringify({ error: { code, message } }) : `${code}: ${message}`);
  process.exitCode = exitCodeOf(error);
}
