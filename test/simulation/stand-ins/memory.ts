/** Answers of pure functions that runs ask the same thing again and again, kept by their arguments. */

const MOST = 100_000;

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
