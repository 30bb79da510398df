/** Answers of pure functions that runs ask the same thing again and again, kept by their arguments. */

const MOST = 100_000;

const byObject = new WeakMap<object, { against: Uint8Array; answer: unknown }[]>();

/** Kept with an object that never changes, for each of these bytes. */
export function rememberedOf<T>(object: object, against: Uint8Array, compute: () => T): T {
  const known = byObject.get(object) ?? [];
  const before = known.find((one) => Buffer.compare(one.against, against) === 0);
  if (before) return before.answer as T;
  const answer = compute();
  byObject.set(object, [...known, { against, answer }]);
  return answer;
}

const byText = new Map<string, Uint8Array>();

/** Kept by value; every caller gets bytes of its own. */
export function remembered(
  parts: readonly (Uint8Array | string | number)[],
  compute: () => Uint8Array,
): Uint8Array {
  const key = parts
    .map((part) =>
      part instanceof Uint8Array
        ? Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1')
        : part,
    )
    .join('/');
  let answer = byText.get(key);
  if (!answer) {
    if (byText.size > MOST) byText.clear();
    answer = Uint8Array.from(compute());
    byText.set(key, answer);
  }
  return Uint8Array.from(answer);
}
