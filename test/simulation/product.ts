/**
 * Copies of the product's own sources for the simulator, loaded as they are, with two kinds of change: stand-ins for what
 * would make a run slow or not replayable, and, to show what a rule is for, a copy in which its text is patched out.
 * A patch must match exactly once, so that it can not go stale unseen. The product itself has no such switch.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as protocolModule from '../../protocol/index.ts';
import type * as aggregationModule from '../../aggregation/index.ts';
import type * as maskModule from '../../aggregation/mask.ts';
import type * as lateModule from '../../protocol/round/late-certificate.ts';
import type * as viewsModule from '../../protocol/round/views.ts';
import type * as resumptionModule from '../../node/round/resumption.ts';
import type * as oneSumModule from '../../node/vault/one-sum.ts';
import type * as releaseModule from '../../node/vault/release.ts';
import type * as setUpModule from '../../node/vault/set-up.ts';
import type * as signableModule from '../../node/vault/signable.ts';
import type * as memberModule from '../../node/vault/member.ts';
import type * as roundStoreModule from '../../node/vault/round-store.ts';

/** A change of one source text. */
export interface Edit {
  /** from the top of the repository */
  readonly file: string;
  /** occurs exactly once */
  readonly find: string;
  readonly put: string;
}

const ROOT = new URL('../../', import.meta.url).href;
const OWN = /^(aggregation|protocol|node)\//;
/** generated, large, and holds no rule */
const SHARED = ['protocol/schema/hushmark.js'];

/** Entropy from a seed; everything else is the product's own. */
const REPLAYABLE: readonly Edit[] = [
  {
    file: 'node/vault/set-up.ts',
    find: `import { randomBytes } from 'node:crypto';`,
    put: `import { randomBytes } from '../../test/simulation/stand-ins/entropy.ts';`,
  },
];

/** A layout of a few lanes: masks, sums and shares stay real, and cost little. */
export const SMALL_LAYOUT = 'small-v1';
const MEMO = `import { remembered } from '../test/simulation/stand-ins/memory.ts';\n`;
/** Pure functions that a run asks the same thing again and again remember their answers. */
const LIGHT: readonly Edit[] = [
  {
    file: 'aggregation/mask.ts',
    find: `  const bytes = derive(need32(seed, 'a seed'), 32, label, need32(context, 'a context'), ...orgs);`,
    put: `  const bytes = remembered([seed, context, label, ...orgs], () => derive(need32(seed, 'a seed'), 32, label, need32(context, 'a context'), ...orgs));`,
  },
  {
    file: 'aggregation/mask.ts',
    find: `import { createCipheriv,`,
    put: `${MEMO}import { createCipheriv,`,
  },
  {
    file: 'aggregation/layout.ts',
    find: '= new Map([[main.id, main]]);',
    put: `= new Map([main, layoutOf('${SMALL_LAYOUT}', [count('contributors'), count('a'), count('b')])].map((l) => [l.id, l]));`,
  },
];
const STAND_INS: Readonly<Record<string, string>> = {
  'protocol/identity.ts': 'identity.ts',
  'protocol/round/checked-once.ts': 'checked-once.ts',
};

interface Copy {
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  readonly isLight: boolean;
}

const copies = new Map<string, Copy>();

export interface Product {
  readonly protocol: typeof protocolModule;
  readonly aggregation: typeof aggregationModule;
  readonly mask: typeof maskModule;
  readonly views: typeof viewsModule;
  readonly late: typeof lateModule;
  readonly resumption: typeof resumptionModule;
  readonly oneSum: typeof oneSumModule;
  readonly release: typeof releaseModule;
  readonly setUp: typeof setUpModule;
  readonly signable: typeof signableModule;
  readonly member: typeof memberModule;
  readonly roundStore: typeof roundStoreModule;
  /** signatures are stand-ins, vectors have three lanes */
  readonly isLight: boolean;
}

export interface ProductOptions {
  readonly edits?: readonly Edit[];
  /** default true */
  readonly light?: boolean;
}

/** A copy of its own. @throws Error when an edit's text is not there exactly once */
export async function loadProduct({ edits = [], light = true }: ProductOptions = {}) {
  const all = [...REPLAYABLE, ...(light ? LIGHT : []), ...edits];
  const byFile = Map.groupBy(all, ({ file }) => file);
  for (const file of byFile.keys()) edited(file, byFile.get(file) ?? []);
  const name = String(copies.size);
  copies.set(name, { edits: byFile, isLight: light });
  const load = <K extends keyof Product>(path: string) =>
    import(`${ROOT}${path}?copy=${name}`) as Promise<Product[K]>;
  const product: Product = {
    protocol: await load<'protocol'>('protocol/index.ts'),
    aggregation: await load<'aggregation'>('aggregation/index.ts'),
    mask: await load<'mask'>('aggregation/mask.ts'),
    views: await load<'views'>('protocol/round/views.ts'),
    late: await load<'late'>('protocol/round/late-certificate.ts'),
    resumption: await load<'resumption'>('node/round/resumption.ts'),
    oneSum: await load<'oneSum'>('node/vault/one-sum.ts'),
    release: await load<'release'>('node/vault/release.ts'),
    setUp: await load<'setUp'>('node/vault/set-up.ts'),
    signable: await load<'signable'>('node/vault/signable.ts'),
    member: await load<'member'>('node/vault/member.ts'),
    roundStore: await load<'roundStore'>('node/vault/round-store.ts'),
    isLight: light,
  };
  return product;
}

const nameIn = (url: string | undefined) => /\?copy=(\d+)$/.exec(url ?? '')?.[1];

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const name = nameIn(context.parentURL);
    const path = found.url.startsWith(ROOT) ? found.url.slice(ROOT.length) : '';
    if (name === undefined || !OWN.test(path) || SHARED.includes(path)) return found;
    const standIn = copies.get(name)?.isLight ? STAND_INS[path] : undefined;
    if (standIn) return { ...found, url: `${ROOT}test/simulation/stand-ins/${standIn}` };
    return { ...found, url: `${found.url}?copy=${name}` };
  },
  load(url, context, next) {
    const copy = copies.get(nameIn(url) ?? '');
    if (!copy) return next(url, context);
    const path = url.slice(ROOT.length).replace(/\?.*/, '');
    const source = edited(path, copy.edits.get(path) ?? []);
    return { format: 'module-typescript', shortCircuit: true, source };
  },
});

function edited(file: string, edits: readonly Edit[]): string {
  let source = readFileSync(fileURLToPath(ROOT + file), 'utf8');
  for (const { find, put } of edits) {
    const parts = source.split(find);
    if (parts.length !== 2)
      throw new Error(`${file} has this text ${parts.length - 1} times, not once: ${find}`);
    source = parts.join(put);
  }
  return source;
}
