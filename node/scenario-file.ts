/**
 * scenario.yaml: the public part of a round, as an operator proposes it. Everything in it becomes known to all members;
 * contracts, rates and identities stay in each org's own workspace.
 */
import { LineCounter, parseDocument, type Document } from 'yaml';
import * as v from 'valibot';
import { checkShape, plainObject, type Flaw } from '../protocol/shape.ts';
import type { ScenarioInput } from './control/api.ts';
import { NodeError } from './errors.ts';

const seconds = (least: number, most = 86_400) =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));
const label = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

/** Sensible for people who type by hand: five minutes to accept, and the rest follows by itself. */
const deadlinesSchema = v.pipe(
  plainObject,
  v.strictObject({
    /** from the proposal: everybody has accepted, committed, signed Ready; the load begins */
    acceptSeconds: v.optional(seconds(1), 300),
    commitSeconds: v.optional(seconds(1)),
    readySeconds: v.optional(seconds(1)),
    startSeconds: v.optional(seconds(1)),
    /** from the end of load and drain to the cut of the first sum */
    contributeSeconds: v.optional(seconds(0.1), 5),
    /** from the cut to the end of voting */
    voteSeconds: v.optional(seconds(0.1), 30),
    /** from the end of voting to the closing instant */
    closeSeconds: v.optional(seconds(0.1), 30),
  }),
  v.transform(({ acceptSeconds, commitSeconds, readySeconds, startSeconds, ...rest }) => {
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
  }),
  v.forward(
    v.check((d) => d.acceptSeconds < d.commitSeconds, 'must be more than acceptSeconds'),
    ['commitSeconds'],
  ),
  v.forward(
    v.check((d) => d.commitSeconds < d.readySeconds, 'must be more than commitSeconds'),
    ['readySeconds'],
  ),
  v.forward(
    v.check((d) => d.readySeconds < d.startSeconds, 'must be more than readySeconds'),
    ['startSeconds'],
  ),
);

const named = (pattern: RegExp, rule: string) => v.pipe(v.string(), v.regex(pattern, rule));

const sumSchema = v.strictObject({
  id: named(/^[a-z][a-z0-9]{0,15}$/, 'must be small letters and digits, at most 16'),
  layout: label(64),
  input: label(64),
});

const scenarioSchema = v.strictObject({
  name: named(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'must be letters, digits, dot, _ and -, at most 64',
  ),
  sut: v.strictObject({ type: label(32), version: label(32) }),
  workload: v.strictObject({ class: label(64), description: label(1000) }),
  warmUpSeconds: seconds(0),
  runSeconds: seconds(1),
  drainSeconds: v.optional(seconds(0, 600), 5),
  deadlines: v.optional(deadlinesSchema, {}),
  sums: v.optional(v.pipe(v.array(sumSchema), v.minLength(1), v.maxLength(8)), [
    { id: 'main', layout: 'main-v1', input: 'load' },
  ]),
  without: v.optional(v.pipe(v.array(label(32)), v.maxLength(256))),
  /** why contributors may differ from those of earlier rounds of the same work; everybody consents to it by accepting */
  exception: v.optional(label(500)),
});

/**
 * The scenario that a value holds, its defaults filled in.
 * @throws NodeError E_SCENARIO (details.key)
 */
export function checkScenario(value: unknown): ScenarioInput {
  const { value: scenario, flaw } = checkShape(scenarioSchema, value);
  if (flaw) throw refusal(flaw);
  return dropUndefined(scenario);
}

/** What a command line says differently: it stands for the keys of the same name. */
export interface ScenarioOverrides {
  readonly warmUpSeconds?: number;
  readonly runSeconds?: number;
  readonly drainSeconds?: number;
  readonly deadlines?: Readonly<Partial<ScenarioInput['deadlines']>>;
  readonly without?: readonly string[];
  readonly exception?: string;
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
  const broken = document.errors[0];
  if (broken) {
    const { line } = lines.linePos(broken.pos[0]);
    throw new NodeError('E_SCENARIO', `${name}:${line}: ${broken.message}`, { line });
  }
  const { value, flaw } = checkShape(scenarioSchema, overridden(document.toJS(), overrides));
  if (flaw) {
    refuseFlag(flaw, overrides);
    throw refusal(flaw, name, lineOf(document, lines, flaw.path));
  }
  return dropUndefined(value);
}

function overridden(value: unknown, { deadlines, ...rest }: ScenarioOverrides): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const own = (value as { deadlines?: object }).deadlines ?? {};
  return { ...value, ...rest, ...(deadlines && { deadlines: { ...own, ...deadlines } }) };
}

/**
 * A flaw that the command line made is not looked for in the file.
 * @throws NodeError E_USAGE
 */
function refuseFlag({ path, text }: Flaw, { deadlines, ...lengths }: ScenarioOverrides): void {
  const typed = Object.entries({ ...lengths, ...deadlines });
  const named = [path.at(-1), /must be more than (\w+Seconds)$/.exec(text)?.[1]];
  const [key, value] = typed.find(([name]) => named.includes(name)) ?? [];
  if (key === undefined) return;
  const flag = `--${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  throw new NodeError('E_USAGE', `${flag} ${value} does not fit: ${text}`, { flag });
}

/** Strict optional properties: an absent key, never an undefined one. */
function dropUndefined(data: v.InferOutput<typeof scenarioSchema>): ScenarioInput {
  const { without, exception, ...rest } = data;
  return {
    ...rest,
    ...(without !== undefined && { without }),
    ...(exception !== undefined && { exception }),
  };
}

function refusal({ key, text }: Flaw, name = 'scenario', line?: number): NodeError {
  const where = line === undefined ? name : `${name}:${line}`;
  return new NodeError('E_SCENARIO', `${where}: ${text}`, {
    key,
    ...(line !== undefined && { line }),
  });
}

/** The line of a key, or of the nearest one above it that exists. */
function lineOf(document: Document, lines: LineCounter, path: Flaw['path']): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const parent = document.getIn(path.slice(0, depth - 1), true) ?? document.contents;
    const key = path[depth - 1];
    const pair = (parent as { items?: { key?: { value?: unknown; range?: number[] } }[] }).items;
    const found = pair?.find((item) => item.key?.value === key)?.key?.range?.[0];
    if (found !== undefined) return lines.linePos(found).line;
  }
  return 1;
}
