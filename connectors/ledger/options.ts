/** The command line of the ledger's process, read and checked. */
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { ConnectorError, reasonOf } from '../errors.ts';
import { parseShape } from '../shape.ts';
import type { LedgerOptions } from './server.ts';

export interface ProcessOptions extends LedgerOptions {
  /** Where the truth is written, one JSON object per block and peer. */
  log?: string;
  /** Take lines of control from standard input. */
  control: boolean;
  /** The same, and end when standard input closes, that is, with the process that started this one. */
  parent: boolean;
}

const org = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_.-]{1,64}$/, 'org names are letters, digits, _ . -'),
);
const number = (least: number, most: number) =>
  v.pipe(v.string(), v.transform(Number), v.number(), v.minValue(least), v.maxValue(most));
const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  v.pipe(number(least, most), v.safeInteger());
const share = number(0, 1);
const schema = v.object({
  orgs: v.pipe(v.array(org), v.minLength(1), v.maxLength(256)),
  blockSize: whole(1, 10_000),
  blockTimeoutMs: whole(1, 60_000),
  delaysMs: v.record(org, number(0, 600_000)),
  jitter: share,
  seed: whole(Number.MIN_SAFE_INTEGER),
  versionedReads: v.boolean(),
  failShare: share,
  dropShare: share,
  faultsAfter: whole(0),
  port: whole(0, 65_535),
  log: v.optional(v.pipe(v.string(), v.minLength(1))),
  control: v.boolean(),
  parent: v.boolean(),
});

export const USAGE =
  'node process.ts --orgs Org1,Org2 [--port 0] [--block-size 50] [--block-timeout-ms 250] [--delays Org1=10,Org2=40] ' +
  '[--jitter 0.2] [--seed 1] [--versioned-reads] [--fail-share 0] [--drop-share 0] [--faults-after 0] [--log FILE] ' +
  '[--control] [--parent]';

/** @throws ConnectorError E_LEDGER_OPTIONS */
export function parseProcessOptions(args: readonly string[]): ProcessOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        orgs: { type: 'string', default: '' },
        port: { type: 'string', default: '0' },
        'block-size': { type: 'string', default: '50' },
        'block-timeout-ms': { type: 'string', default: '250' },
        delays: { type: 'string', default: '' },
        jitter: { type: 'string', default: '0.2' },
        seed: { type: 'string', default: '1' },
        'versioned-reads': { type: 'boolean', default: false },
        'fail-share': { type: 'string', default: '0' },
        'drop-share': { type: 'string', default: '0' },
        'faults-after': { type: 'string', default: '0' },
        log: { type: 'string' },
        control: { type: 'boolean', default: false },
        parent: { type: 'boolean', default: false },
      },
    });
    const parsed = parseShape(schema, {
      ...values,
      orgs: list(values.orgs),
      blockSize: values['block-size'],
      blockTimeoutMs: values['block-timeout-ms'],
      delaysMs: Object.fromEntries(list(values.delays).map((pair) => pair.split('='))),
      versionedReads: values['versioned-reads'],
      failShare: values['fail-share'],
      dropShare: values['drop-share'],
      faultsAfter: values['faults-after'],
    });
    const { log, ...rest } = parsed;
    requireSense(rest);
    return log === undefined ? rest : { ...rest, log };
  } catch (error) {
    throw new ConnectorError('E_LEDGER_OPTIONS', `${reasonOf(error)}. Usage: ${USAGE}`);
  }
}

function requireSense({ orgs, port, delaysMs, failShare, dropShare }: LedgerOptions): void {
  const stranger = Object.keys(delaysMs).find((name) => !orgs.includes(name));
  if (stranger !== undefined) throw new Error(`delays: ${stranger} is not among --orgs`);
  if (new Set(orgs).size !== orgs.length) throw new Error('orgs: a name stands twice');
  if (port + orgs.length - 1 > 65_535)
    throw new Error('port: there are not so many ports above it');
  if (failShare + dropShare > 1) throw new Error('fail-share and drop-share: together above 1');
}

function list(text: string): string[] {
  return text.split(',').filter((part) => part !== '');
}
