/**
 * Holds a value from outside to its valibot schema, and names the first thing that is wrong with it, for people. The text
 * has the key and the rule, never the value: files hold keys, passphrases and an org's own figures.
 * `protocol/shape.ts` is the same, because neither floor knows the other.
 */
import * as v from 'valibot';

export interface Flaw {
  /** where it is; ends with the unknown key if that is the flaw */
  readonly path: readonly (string | number)[];
  /** the path with dots; empty for the whole value */
  readonly key: string;
  /** `key: must be a number`, or `unknown key "tsp"` */
  readonly text: string;
}

export type Checked<T> =
  | { readonly value: T; readonly flaw?: undefined }
  | { readonly value?: undefined; readonly flaw: Flaw };

/** The longest key, of those that somebody else chose, that a message repeats. */
const LONGEST_KEY = 64;

/** `[]` is no object with all of its optional keys left out, though `v.object` takes it for one. */
export const plainObject = v.custom<Record<string, unknown>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'must be an object',
);

/**
 * The value as the schema gives it back, or its first flaw.
 * @param at - the path under which the value stands in its file
 */
export function checkShape<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  at: Flaw['path'] = [],
): Checked<v.InferOutput<S>> {
  const { success, output, issues } = v.safeParse(schema, value, { message: rule });
  return success ? { value: output } : { flaw: flawOf(issues, at) };
}

/** @throws Error whose message is the first flaw */
export function parseShape<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const { value: sound, flaw } = checkShape(schema, value);
  if (flaw) throw new Error(flaw.text);
  return sound;
}

type Issue = v.BaseIssue<unknown>;

/** A misspelt key is a missing one too: what people look for is the misspelt one. */
function flawOf(issues: readonly [Issue, ...Issue[]], at: Flaw['path']): Flaw {
  const issue = issues.find(isUnknownKey) ?? issues[0];
  const last = issue.path?.at(-1);
  const steps = issue.path?.map((step) => brief(step.key)) ?? [];
  const listAsObject = last?.origin === 'key' && Array.isArray(last.input);
  const path = [...at, ...(listAsObject ? steps.slice(0, -1) : steps)];
  const key = path.join('.');
  if (listAsObject) return { path, key, text: about(key, 'must be an object, not a list') };
  if (isUnknownKey(issue)) return { path, key, text: `unknown key "${key}"` };
  return { path, key, text: about(key, issue.message) };
}

const about = (key: string, why: string) => (key === '' ? why : `${key}: ${why}`);
const brief = (key: unknown) => (typeof key === 'number' ? key : String(key).slice(0, LONGEST_KEY));
const isUnknownKey = ({ expected, path }: Issue) =>
  expected === 'never' && path?.at(-1)?.origin === 'key';

/** What a rule without words of its own asks for. */
function rule({ kind, type, expected, requirement, input }: Issue): string {
  if (input === undefined) return 'is missing';
  if (kind === 'schema' && type !== 'custom') return `must be ${wanted(expected)}`;
  const items = typeof input === 'string' ? 'characters' : 'items';
  const rules: Readonly<Record<string, string>> = {
    min_value: `must be at least ${requirement}`,
    max_value: `must be at most ${requirement}`,
    gt_value: `must be more than ${requirement}`,
    min_length: `must have at least ${requirement} ${items}`,
    max_length: `must have at most ${requirement} ${items}`,
    safe_integer: 'must be a whole number',
    finite: 'must be finite',
    regex: `must match ${requirement}`,
  };
  return rules[type] ?? 'is not valid';
}

const KINDS: Readonly<Record<string, string>> = {
  Array: 'a list',
  Object: 'an object',
  boolean: 'true or false',
  number: 'a number',
  string: 'a string',
};

/** @param expected - valibot's own words, such as `(string | undefined)` */
function wanted(expected: string | null): string {
  const kinds = (expected ?? '').replace(/[()]/g, '').split(' | ');
  const named = kinds.filter((kind) => kind !== 'undefined').map((kind) => KINDS[kind] ?? kind);
  return [...new Set(named)].join(' or ');
}
