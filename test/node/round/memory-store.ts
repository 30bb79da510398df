/** A transcript that ends with its process: for whoever never comes back. */
import type { StoredEnvelope, TranscriptStore } from '../../../node/round/transcript-store.ts';

export function memoryStore(): TranscriptStore {
  const kept = new Map<string, StoredEnvelope>();
  const of = (round: string) => [...kept.values()].filter((one) => one.round === round);
  return {
    add: (envelope) => void kept.set(envelope.id, envelope),
    get: (id) => kept.get(id),
    has: (id) => kept.has(id),
    idsOf: (round) => of(round).map(({ id }) => id),
    of,
    firstOf: (round) => of(round)[0],
    signedBy: (round, signer) => of(round).filter((one) => one.signer === signer),
    rounds: () => [...new Set([...kept.values()].map(({ round }) => round))],
    close() {},
  };
}
