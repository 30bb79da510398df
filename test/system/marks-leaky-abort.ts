/**
 * A mutant of the product, for tests alone and loaded like frame-tap.ts: an org that gives a round up tells the others why,
 * in the words of the error.
 */
import { registerHooks } from 'node:module';

const KEPT = "code: why.code, reason: ''";
const LEAKED = 'code: why.code, reason: why.message';

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!/\/protocol\/round\/intend\.[jt]s$/.test(url)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(KEPT)) throw new Error('this mutant no longer fits the product');
    return { ...loaded, source: source.replace(KEPT, LEAKED) };
  },
});
