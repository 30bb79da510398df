/**
 * scenario.yaml: the public part of a round, as an operator proposes it. Everything in it becomes known to all members;
 * contracts, rates and identities stay in each org's own workspace.
 */
import { LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import type { ScenarioInput } from './control/api.ts';
import { NodeError } from './errors.ts';

const seconds = (least: number, most = 86_400) => z.number().min(least).max(most);
const label = (most: number) => z.string().trim().min(1).max(most);

/** Sensible for people who type by hand: five minutes to accept, and the rest follows by itself. */
const deadlinesSchema = z
  .strictObject({
    /** from the proposal: everybody has accepted, committed, signed Ready; the load begins */
    acceptSeconds: seconds(1).default(300),
    commitSeconds: seconds(1).optional(),
    readySeconds: seconds(1).optional(),
    startSeconds: seconds(1).optional(),
    /** from the end of load and drain to the cut of the first sum */
    contributeSeconds: seconds(0.1).default(5),
    /** from the cut to the end of voting */
    voteSeconds: seconds(0.1).default(30),
    /** from the end of voting to the closing instant */
    closeSeconds: seconds(0.1).default(30),
  })
  .transform(({ acceptSeconds, commitSeconds, readySeconds, startSeconds, ...rest }) => {
    const commit = commitSeconds ?? acceptSeconds + 15;
    const ready = readySeconds ?? commit + 60;
    const start = startSeconds ?? ready + 5;
    return {
      acceptSeconds,
      commitSeconds: commit,
      readySeconds: ready,
      startSeconds: start,
      ...rest,
    };
  })
  .refine((d) => d.acceptSeconds < d.commitSeconds, {
    path: ['commitSeconds'],
    message: 'must be more than acceptSeconds',
  })
  .refine((d) => d.commitSeconds < d.readySeconds, {
    path: ['readySeconds'],
    message: 'must be more than commitSeconds',
  })
  .refine((d) => d.readySeconds < d.startSeconds, {
    path: ['startSeconds'],
    message: 'must be more than readySeconds',
  });

const sumSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]{0,15}$/, 'small letters and digits, at most 16'),
  layout: label(64),
  input: label(64),
});

const scenarioSchema = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'letters, digits, dot, _ and -, at most 64'),
  sut: z.strictObject({ type: label(32), version: label(32) }),
  workload: z.strictObject({ class: label(64), description: label(1000) }),
  warmUpSeconds: seconds(0),
  runSeconds: seconds(1),
  drainSeconds: seconds(0, 600).default(5),
  deadlines: deadlinesSchema.prefault({}),
  sums: z
    .array(sumSchema)
    .min(1)
    .max(8)
    .default([{ id: 'main', layout: 'main-v1', input: 'load' }]),
  without: z.array(label(32)).max(256).optional(),
});

/**
 * The scenario that a value holds, its defaults filled in.
 * @throws NodeError E_SCENARIO (details.key)
 */
export function checkScenario(value: unknown): ScenarioInput {
  const result = scenarioSchema.safeParse(value);
  if (result.success) return dropUndefined(result.data);
  throw refusal(result.error.issues[0]);
}

/** What a command line says differently: it stands for the keys of the same name. */
export interface ScenarioOverrides {
  readonly warmUpSeconds?: number;
  readonly runSeconds?: number;
  readonly drainSeconds?: number;
  readonly deadlines?: Readonly<Partial<ScenarioInput['deadlines']>>;
}

/**
 * The scenario in the text of a YAML file.
 * @param name - of the file, for messages
 * @throws NodeError E_SCENARIO (details.key, details.line)
 */
export function parseScenario(
  text: string,
  name = 'scenario.yaml',
  overrides: ScenarioOverrides = {},
): ScenarioInput {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const flaw = document.errors[0];
  if (flaw) {
    const { line } = lines.linePos(flaw.pos[0]);
    throw new NodeError('E_SCENARIO', `${name}:${line}: ${flaw.message}`, { line });
  }
  const value: unknown = document.toJS();
  const result = scenarioSchema.safeParse(overridden(value, overrides));
  if (result.success) return dropUndefined(result.data);
  const issue = result.error.issues[0];
  throw refusal(issue, name, lineOf(document, lines, keyPath(issue)));
}

function overridden(value: unknown, { deadlines, ...rest }: ScenarioOverrides): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const own = (value as { deadlines?: object }).deadlines ?? {};
  return { ...value, ...rest, ...(deadlines && { deadlines: { ...own, ...deadlines } }) };
}

/** Strict optional properties: an absent key, never an undefined one. */
function dropUndefined(data: z.output<typeof scenarioSchema>): ScenarioInput {
  const { without, ...rest } = data;
  return {
    ...rest,
    ...(without !== undefined && { without }),
  };
}

function keyPath(issue: z.core.$ZodIssue | undefined): PropertyKey[] {
  if (!issue) return [];
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...extra];
}

function refusal(issue: z.core.$ZodIssue | undefined, name = 'scenario', line?: number): NodeError {
  const key = keyPath(issue).map(String).join('.');
  const message =
    issue?.code === 'unrecognized_keys'
      ? 'is no key of a scenario'
      : (issue?.message ?? 'is invalid');
  const where = line === undefined ? name : `${name}:${line}`;
  return new NodeError('E_SCENARIO', `${where}: ${key || 'the file'}: ${message}`, {
    key,
    ...(line !== undefined && { line }),
  });
}

/** The line of a key, or of the nearest one above it that exists. */
function lineOf(document: Document, lines: LineCounter, path: PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const key = path[depth - 1];
    const pair = (parent as { items?: { key?: { value?: unknown; range?: number[] } }[] }).items;
    const found = pair?.find((item) => item.key?.value === key)?.key?.range?.[0];
    if (found !== undefined) return lines.linePos(found).line;
  }
  return 1;
}
