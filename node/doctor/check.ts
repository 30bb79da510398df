/** One finding of the doctor: what was looked at, how it is, and what to do about it. */
export interface Check {
  /** the part of the installation, as in `disk` */
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly finding: string;
  /** one sentence; absent when all is well */
  readonly fix?: string;
}

export const ok = (name: string, finding: string): Check => ({ name, state: 'ok', finding });
export const warn = (name: string, finding: string, fix: string): Check => ({
  name,
  state: 'warn',
  finding,
  fix,
});
export const fail = (name: string, finding: string, fix: string): Check => ({
  name,
  state: 'fail',
  finding,
  fix,
});

/** What a check threw, as its finding: the messages of coded errors say what to do. */
export function failed(name: string, error: unknown): Check {
  const message = error instanceof Error ? error.message : String(error);
  return fail(name, message, 'Correct it, then run the doctor again.');
}
