/**
 * Many mutants are tried in one process, where the spec files were loaded once. Mocha requires this file before them.
 */
import { registerHooks } from 'node:module';

/** What `checkedOnce` had found under one mutant would answer for the next: here it looks each time. */
registerHooks({
  load(url, context, next) {
    if (!url.endsWith('/protocol/round/checked-once.ts')) return next(url, context);
    const source = 'export const checkedOnce = (subject, against, check) => check();';
    return { format: 'module', source, shortCircuit: true };
  },
});

interface Coverage {
  /** hits by mutant, while the spec files were loaded, and in each test */
  static: Record<string, number>;
  readonly perTest: Record<string, Record<string, number>>;
}

/** Stryker starts a process anew for a mutant that was hit at loading, though tests hit it too: it need not. */
export const mochaHooks = {
  afterAll(): void {
    const { __stryker__: stryker } = globalThis as { __stryker__?: { mutantCoverage?: Coverage } };
    const coverage = stryker?.mutantCoverage;
    if (!coverage) return;
    const inTests = new Set(Object.values(coverage.perTest).flatMap(Object.keys));
    coverage.static = Object.fromEntries(
      Object.entries(coverage.static).filter(([mutant]) => !inTests.has(mutant)),
    );
  },
};
