/** What a running peer keeps at home of its rounds: what the own load measured, and the ledger of what was disclosed. */
import {
  hex,
  open,
  idOf,
  windowOf,
  type Consortium,
  type RoundState,
  type Terms,
} from '../../protocol/index.ts';
import type { Clock } from '../clock.ts';
import { errorShape } from '../errors.ts';
import type { Home } from '../home/paths.ts';
import type { Log, RoundVault } from '../round/round-parts.ts';
import type { TranscriptStore } from '../round/transcript-store.ts';
import { openDisclosureLedger, type Contribution } from './disclosure-ledger.ts';
import { ownRecord, writeOwnRecord, type WorkerFigures } from './own-record.ts';

export interface Keeping {
  /** The same vault, whose contributions stand in the ledger before anybody gets them. */
  recording(vault: RoundVault, terms: Terms): RoundVault;
  /** Notes the certificates that this state knows. */
  noteCertificates(state: RoundState): void;
  /** Keeps own counts; a failure is logged, and the round goes on. */
  keepOwn(terms: Terms, lanes: Float64Array, workers: readonly WorkerFigures[]): Promise<void>;
}

export interface KeepingOptions {
  readonly home: Home;
  readonly self: string;
  readonly consortium: Consortium;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly store: Pick<TranscriptStore, 'rounds' | 'signedBy'>;
  readonly log: Log;
}

/** @throws NodeError E_IO, E_DISCLOSURE_LEDGER */
export function openKeeping(options: KeepingOptions): Keeping {
  const { home, self, consortium, clock, log } = options;
  const ledger = openDisclosureLedger(home.node.disclosures, ownContributions(options));
  return {
    recording: (vault, terms) => ({
      ...vault,
      async mask(request) {
        const envelope = await vault.mask(request);
        const layout = terms.sums.find(({ id }) => id === request.sum)?.layout;
        ledger.sent({
          atMs: Math.round(clock.nowMs()),
          round: terms.round,
          scenario: terms.proposal.scenario,
          sum: request.sum,
          consortium: { name: consortium.manifest.name, digest: hex(consortium.digest) },
          roster: [...terms.roster],
          layout: layout?.id ?? '',
          lanes: request.lanes.length,
          bytes: 8 * request.lanes.length,
          contribution: idOf(envelope),
        });
        return envelope;
      },
    }),
    noteCertificates({ terms, sums }) {
      sums.forEach(({ certified }, index) => {
        const sum = terms.sums[index]?.id;
        if (!certified || sum === undefined) return;
        try {
          ledger.certified({
            atMs: Math.round(clock.nowMs()),
            round: terms.round,
            sum,
            set: hex(certified.hash),
            contributors: certified.set.map(({ org }) => org),
          });
        } catch (error) {
          log.warn({ round: terms.round, ...errorShape(error) }, 'the ledger lacks a certificate');
        }
      });
    },
    async keepOwn(terms, lanes, workers) {
      const [plan] = terms.sums;
      const { fromMs, toMs } = windowOf(terms.schedule);
      const about = {
        round: terms.round,
        org: self,
        scenario: terms.proposal.scenario,
        windowStartMs: fromMs,
        windowMs: toMs - fromMs,
        layout: plan?.layout.id ?? '',
        workers: [...workers],
      };
      await writeOwnRecord(home.round(terms.round), ownRecord(about, lanes)).catch(
        (error: unknown) =>
          log.warn({ round: terms.round, ...errorShape(error) }, 'own counts are not kept'),
      );
    },
  };
}

/** What is in the transcript was in the ledger before. */
function ownContributions({ self, consortium, store }: KeepingOptions): Contribution[] {
  return store.rounds().flatMap((round) =>
    store
      .signedBy(round, self)
      .filter(({ bytes }) => isContribution(consortium, bytes))
      .map(({ id }) => ({ round, id })),
  );
}

function isContribution(consortium: Consortium, bytes: Uint8Array): boolean {
  try {
    return open(consortium, bytes).type === 'contribution';
  } catch {
    return false; // of another consortium
  }
}
