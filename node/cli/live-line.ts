/** One line at the foot of a terminal that changes in place, while other lines pass above it. Nothing without a terminal. */

export interface LiveLine {
  /** Replaces the line; cut to the terminal's width. */
  show(text: string): void;
  /** Takes it away, so that something else can be printed. */
  clear(): void;
}

export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const ERASE_LINE = '\r\u001b[2K';

export function createLiveLine(terminal: Terminal): LiveLine {
  let shown = false;
  if (!terminal.isTTY) return { show: () => {}, clear: () => {} };
  return {
    show(text) {
      terminal.write(ERASE_LINE + text.slice(0, (terminal.columns ?? 80) - 1));
      shown = true;
    },
    clear() {
      if (shown) terminal.write(ERASE_LINE);
      shown = false;
    },
  };
}

/** `[####......]`, `done` of 1. */
export function bar(done: number, width = 20): string {
  const full = Math.round(Math.min(1, Math.max(0, done)) * width);
  return `[${'#'.repeat(full)}${'.'.repeat(width - full)}]`;
}
