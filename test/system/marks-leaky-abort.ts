/**
 * A mutant of the product, for tests alone and loaded like frame-tap.ts: an org that gives a round up tells the others why,
 * in the words of the error.
 */
import { registerHooks } from 'node:module';

const KEPT = 'reason: reasonOf(state, { ...why, code })';
const LEAKED = 'reason: why.message';

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!/\/protocol\/round\/failing\.[jt]s$/.test(url)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(KEPT)) throw new Error('this mutant no longer fits the product');
    return { ...loaded, source: source.replace(KEPT, LEAKED) };
  },
});
