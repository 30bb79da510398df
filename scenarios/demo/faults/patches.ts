/** What a hostile or unlucky machine runs instead of the program. */
import type { Patch } from './patched-copy.ts';

/** Reveals another seed than the one that it had hashed. */
export const FALSE_SEED: readonly Patch[] = [
  {
    file: 'node/vault/one-sum',
    find: 'selfSeed: own.selfSeed,',
    put: 'selfSeed: Buffer.alloc(32, 7),',
  },
];

/** Prevotes for two sets in one view. */
export const TWO_VOTES: readonly Patch[] = [
  {
    file: 'node/vault/member',
    find: 'if (there && !sameBytes(there, content))',
    put: 'if (false)',
  },
  {
    file: 'node/round/driver',
    find: 'return answer(`sign ${effect.statement.type}`',
    put: `if (effect.statement.type === 'prevote') {
        const other = { ...effect.statement.message, set: new Uint8Array(32).fill(7) };
        void vault
          .sign({ ...effect.statement, message: other })
          .then((bytes) => parts.send(reopen(bytes)));
      }
      return answer(\`sign \${effect.statement.type}\``,
  },
];

/**
 * While the file is there, connections between the orgs that it lists and all others break, and no new ones are made.
 * @param file JSON: names of orgs
 */
export function cutBy(file: string): readonly Patch[] {
  return [
    {
      file: 'node/net/gater',
      find: '!isMember(peerId.toString())',
      put: '(!isMember(peerId.toString()) || globalThis.isCut?.(peerId.toString()))',
    },
    {
      file: 'node/net/host',
      find: 'await startNode(node, { ...options, topic });',
      put: `await startNode(node, { ...options, topic });
  const files = await import('node:fs');
  globalThis.isCut = (peerId) => {
    if (!files.existsSync(${JSON.stringify(file)})) return false;
    const apart = JSON.parse(files.readFileSync(${JSON.stringify(file)}, 'utf8'));
    return apart.includes(options.self) !== apart.includes(members.orgOf(peerId));
  };
  setInterval(() => {
    for (const connection of node.getConnections())
      if (globalThis.isCut(connection.remotePeer.toString())) connection.abort(new Error('cut'));
  }, 50).unref();`,
    },
  ];
}
