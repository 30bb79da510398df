/**
 * What mutation testing leaves alone: texts that people read. No test should hold an error message word by word; what a
 * hash is made of, a code or a name is no such text. A Stryker plugin (https://stryker-mutator.io/docs/, "Ignorers").
 */
interface Path {
  readonly node: {
    readonly type: string;
    readonly value?: unknown;
    readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
    readonly callee?: { readonly name?: string };
  };
  readonly parentPath?: Path | null;
}

/** Their texts go into hashes and keys, words or not. */
const HASHING = new Set(['derive', 'digest', 'domain', 'draw', 'frame', 'framed', 'keystream']);

function textOf({ node }: Path): string {
  if (node.type === 'StringLiteral') return String(node.value);
  return node.quasis?.map(({ value }) => value.raw).join('') ?? '';
}

function shouldIgnore(path: Path): string | undefined {
  const isHashed = HASHING.has(path.parentPath?.node.callee?.name ?? '');
  return !isHashed && textOf(path).includes(' ') ? 'a text for people' : undefined;
}

export const strykerPlugins = [
  { kind: 'Ignore', name: 'texts-for-people', value: { shouldIgnore } },
];
