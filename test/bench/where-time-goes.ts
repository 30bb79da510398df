/**
 * What the time of one org goes into: a CPU profile (V8's own) of one life, each sample given to the innermost function
 * that belongs to one of the kinds of work below.
 */
import { Session, type Profiler } from 'node:inspector/promises';

type Frame = Profiler.ProfileNode['callFrame'];

const named =
  (pattern: RegExp) =>
  ({ functionName }: Frame) =>
    pattern.test(functionName);
const inFile =
  (pattern: RegExp) =>
  ({ url }: Frame) =>
    pattern.test(url);
const inside =
  (file: string) =>
  ({ url }: Frame) =>
    url.endsWith(`internal/crypto/${file}`);

/** The first that holds of a function is its kind. */
const KINDS: readonly (readonly [string, (frame: Frame) => boolean])[] = [
  ['signatures', inside('sig')],
  ['Diffie-Hellman', inside('diffiehellman')],
  ['keys of node:crypto', inside('keys')],
  ['hashes, derived keys', ({ url }) => /internal\/crypto\/(hash|hkdf)$/.test(url)],
  ['masks, seals', inside('cipher')],
  ['garbage collection', (frame) => isGarbage(frame)],
  ['encode, decode', inFile(/\/protocol\/(schema|statement|canonical)|\/protobufjs\/|\/long\//)],
  ['the machine', inFile(/\/protocol\//)],
  ['shares, lanes', inFile(/\/aggregation\//)],
  ['the vault', inFile(/\/node\/vault\//)],
];
const REST = 'the rest';

export const WORK_KINDS: readonly string[] = [...KINDS.map(([name]) => name), REST];

const isGarbage = named(/^\(garbage collector\)$/);
const isOfLife = inFile(/\/test\/bench\/one-member/);
/** What the others say is made on the way. */
const isOfOthers = inFile(/\/test\/(bench\/others|protocol\/)/);

/** Percent of the samples in which each kind of work was done; what the bench does for others is left out. */
export async function whereTimeGoes(work: () => unknown): Promise<ReadonlyMap<string, number>> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 200 });
    await session.post('Profiler.start');
    work();
    const { profile } = await session.post('Profiler.stop');
    return shares(profile);
  } finally {
    session.disconnect();
  }
}

function shares({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const spentUs = new Map(WORK_KINDS.map((kind) => [kind, 0]));
  samples.forEach((sample, i) => {
    const kind = kindOf(callers(sample));
    if (kind) spentUs.set(kind, (spentUs.get(kind) ?? 0) + (timeDeltas[i] ?? 0));
  });
  const allUs = [...spentUs.values()].reduce((a, b) => a + b, 0);
  return new Map([...spentUs].map(([kind, us]) => [kind, (100 * us) / allUs]));

  function callers(id: number): Frame[] {
    const frames: Frame[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const node = byId.get(at);
      if (node) frames.push(node.callFrame);
    }
    return frames;
  }
}

/** Undefined for what is not the org's own. Nobody calls the garbage collector. */
function kindOf(frames: readonly Frame[]): string | undefined {
  if (frames.some(isOfOthers)) return undefined;
  if (!frames.some(isOfLife) && !isGarbage(frames[0] as Frame)) return undefined;
  for (const frame of frames) {
    const kind = KINDS.find(([, holds]) => holds(frame));
    if (kind) return kind[0];
  }
  return REST;
}
