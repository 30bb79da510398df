/** A bell for what is new: it rings once no more comes for a moment, and not much later than the first of it came. */

export interface News {
  /** something new is here */
  note(): void;
  stop(): void;
}

/** how long after the last news, and at most after the first */
const QUIET_MS = 100;
const LONGEST_MS = 500;

export function createNews(ring: () => void, quietMs = QUIET_MS, longestMs = LONGEST_MS): News {
  let timer: NodeJS.Timeout | undefined;
  let lastMs = 0;
  return {
    note() {
      const nowMs = performance.now();
      if (timer === undefined) lastMs = nowMs + longestMs;
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          timer = undefined;
          ring();
        },
        Math.max(0, Math.min(quietMs, lastMs - nowMs)),
      );
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
