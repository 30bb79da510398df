/** What the exchange needs of the store of envelopes. */
import type { EnvelopeId } from './exchange-frames.ts';

/** The envelopes of all rounds that are open. Ids are sha256 of the envelope's bytes, hex. */
export interface EnvelopeStore {
  ids(): Iterable<EnvelopeId> | Promise<Iterable<EnvelopeId>>;
  get(id: EnvelopeId): Uint8Array | undefined;
  /** whether this org may see the envelope; true also for its author */
  mayHave(org: string, id: EnvelopeId): boolean;
  /**
   * Verifies and keeps an envelope; twice is no error. What it rejects is offered again a little later, because it
   * may only have come too early.
   */
  accept(bytes: Uint8Array, fromOrg: string): Promise<void>;
  /** whether it was rejected for good: it does not hold, and would not later */
  isRefused(id: EnvelopeId): boolean;
  /** whether it was, and no honest org would offer it */
  isJunk(id: EnvelopeId): boolean;
}
