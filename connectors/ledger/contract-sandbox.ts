/**
 * Runs a contract in a `node:vm` context without time, randomness or anything of the host, so that its results depend
 * on its arguments and state only. `node:vm` keeps honest contracts deterministic; it is no wall against hostile ones.
 */
import vm from 'node:vm';
import { reasonOf } from '../errors.ts';

/** A contract's own keys; values are JSON text. */
export interface ContractStore {
  get(key: string): string | undefined;
  /** `undefined` deletes. */
  put(key: string, json: string | undefined): void;
}

export type CallOutcome = { ok: true; json: string } | { ok: false; why: string };

export interface Contract {
  verbs: ReadonlySet<string>;
  /** Never throws; `store` is used during the call only. */
  call(verb: string, args: readonly unknown[], store: ContractStore): CallOutcome;
}

const LOAD_TIMEOUT_MS = 1000;

/** Runs inside the context: only strings cross its border, in both directions. */
const BOOTSTRAP = `'use strict';
((hostGet, hostPut) => {
  const unwanted = ['Date', 'Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'WeakRef',
    'FinalizationRegistry', 'console', 'Promise', 'eval', 'escape', 'unescape'];
  for (const name of unwanted) delete globalThis[name];
  delete Math.random;
  const { parse, stringify } = JSON;
  const ctx = Object.freeze({
    get(key) {
      const json = hostGet(String(key));
      return json === undefined ? undefined : parse(json);
    },
    put(key, value) {
      const json = stringify(value);
      if (json === undefined) throw new TypeError('a value must be JSON; use delete(key) to remove it');
      if (!hostPut(String(key), json)) throw new Error('a read must not write');
    },
    delete(key) {
      if (!hostPut(String(key), undefined)) throw new Error('a read must not write');
    },
  });
  const module = { exports: {} };
  globalThis.module = module;
  return {
    verbs: () => stringify(Object.keys(module.exports).filter((key) => typeof module.exports[key] === 'function')),
    call(verb, args) {
      try {
        const result = module.exports[verb](ctx, ...parse(args));
        return '+' + (stringify(result) ?? 'null');
      } catch (error) {
        try { return '-' + String(error?.message ?? error); } catch { return '-it threw'; }
      }
    },
  };
})`;

interface Inside {
  verbs(): string;
  call(verb: string, args: string): string;
}

/** @param source text of a CommonJS module: each function that it exports is a verb. @throws when it does not load. */
export function loadContract(source: string): Contract {
  const context = vm.createContext(Object.create(null) as vm.Context, {
    codeGeneration: { strings: false, wasm: false },
  });
  let store: ContractStore | undefined;
  const get = (key: string): string | undefined => store?.get(key);
  const put = (key: string, json: string | undefined): boolean => {
    try {
      store?.put(key, json);
      return store !== undefined;
    } catch {
      return false;
    }
  };
  const bootstrap = vm.runInContext(BOOTSTRAP, context) as (g: typeof get, p: typeof put) => Inside;
  const inside = bootstrap(get, put);
  const wrapped = `((module, exports) => {'use strict';${source}\n})(module, module.exports);`;
  vm.runInContext(wrapped, context, { timeout: LOAD_TIMEOUT_MS, filename: 'contract.js' });
  return {
    verbs: new Set(JSON.parse(inside.verbs()) as string[]),
    call(verb, args, callStore) {
      store = callStore;
      try {
        const answer = inside.call(verb, JSON.stringify(args));
        const rest = answer.slice(1);
        return answer.startsWith('+') ? { ok: true, json: rest } : { ok: false, why: rest };
      } catch (error) {
        return { ok: false, why: reasonOf(error) };
      } finally {
        store = undefined;
      }
    },
  };
}
