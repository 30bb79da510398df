/**
 * In place of protocol/round/checked-once.ts, which remembers one answer for each subject: here many peers share one process,
 * and each has an answer of its own.
 */
const known = new WeakMap<object, WeakMap<object, { readonly found: unknown }>>();

export function checkedOnce<T>(subject: object, against: object, check: () => T): T {
  const answers = known.get(subject) ?? new WeakMap<object, { readonly found: unknown }>();
  const before = answers.get(against);
  if (before) return before.found as T;
  const found = check();
  answers.set(against, { found });
  known.set(subject, answers);
  return found;
}
