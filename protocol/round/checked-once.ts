/** A check of a statement against something that stays the same object, made once: a large roster's take milliseconds. */

const known = new WeakMap<object, { readonly against: object; readonly found: unknown }>();

export function checkedOnce<T>(statement: object, against: object, check: () => T): T {
  const before = known.get(statement);
  if (before?.against === against) return before.found as T;
  const found = check();
  known.set(statement, { against, found });
  return found;
}
