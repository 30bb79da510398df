/** What is to happen, by its instant and then in the order in which it was put: a binary heap. */

export interface EventQueue {
  put(atMs: number, run: () => void): void;
  /** Infinity when nothing waits */
  nextMs(): number;
  take(): () => void;
}

interface Entry {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

export function createEventQueue(): EventQueue {
  const heap: Entry[] = [];
  let puts = 0;
  const isBefore = (a: number, b: number) => {
    const [x, y] = [heap[a] as Entry, heap[b] as Entry];
    return x.atMs < y.atMs || (x.atMs === y.atMs && x.order < y.order);
  };
  const swap = (a: number, b: number) =>
    ([heap[a], heap[b]] = [heap[b] as Entry, heap[a] as Entry]);

  function sink(): void {
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < heap.length && isBefore(child, least)) least = child;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  }

  return {
    put(atMs, run) {
      heap.push({ atMs, order: puts++, run });
      for (let at = heap.length - 1; at > 0;) {
        const parent = (at - 1) >> 1;
        if (!isBefore(at, parent)) return;
        swap(at, parent);
        at = parent;
      }
    },
    nextMs: () => heap[0]?.atMs ?? Infinity,
    take() {
      const first = heap[0] as Entry;
      const last = heap.pop() as Entry;
      if (heap.length > 0) {
        heap[0] = last;
        sink();
      }
      return first.run;
    },
  };
}
