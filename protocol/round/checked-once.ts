/**
 * What follows from a statement, or from a list that nobody changes, and one other thing that stays the same object: found
 * once, because a large roster's takes milliseconds. One object is asked about in one place only.
 */

const known = new WeakMap<object, { readonly against: object; readonly found: unknown }>();

export function checkedOnce<T>(subject: object, against: object, check: () => T): T {
  const before = known.get(subject);
  if (before?.against === against) return before.found as T;
  const found = check();
  known.set(subject, { against, found });
  return found;
}
