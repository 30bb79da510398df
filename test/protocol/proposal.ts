/** A valid proposal for a test consortium. All its instants count from T0. */
import { GRID_ID, layoutDigest, mainLayout, quorum } from '../../aggregation/index.ts';
import type { StatementOf } from '../../protocol/agreement.ts';
import type { Payload } from '../../protocol/statement.ts';
import type { Build } from '../../protocol/round/event.ts';
import { said, type TestConsortium } from './consortium.ts';

/** ms since 1970: when a test's proposal is heard. */
export const T0 = 1_900_000_000_000;

/** What every member of a test says that it runs. */
export const BUILD: Build = {
  packageVersion: '1.0.0',
  lockfileDigest: new Uint8Array(32).fill(11),
};

export interface ProposalChoice {
  /** ids of the sums; default one, `main` */
  readonly sums?: readonly string[];
  /** what the nonce is filled with; default 0 */
  readonly nonce?: number;
  readonly roster?: readonly string[];
  /** default none */
  readonly comparables?: Payload<'proposal'>['comparables'];
  /** why their contributors need not be those of this round; default '', they do */
  readonly exception?: string;
}

export function proposalOf(
  { orgs, consortium }: TestConsortium,
  {
    sums = ['main'],
    nonce = 0,
    roster = orgs,
    comparables = [],
    exception = '',
  }: ProposalChoice = {},
): Payload<'proposal'> {
  const layout = mainLayout();
  const f = consortium.manifest.policy.toleratedFaulty;
  const cutMs = T0 + 50_000;
  return {
    version: 1,
    nonce: new Uint8Array(16).fill(nonce),
    proposer: roster[0] as string,
    scenario: 'transfers',
    sutType: 'ledger',
    sutVersion: '1.0.0',
    workload: 'asset-transfer',
    description: 'one transfer each',
    grid: GRID_ID,
    roster,
    f,
    q: quorum(roster.length, f),
    sums: sums.map((id, i) => ({
      id,
      layout: layout.id,
      layoutDigest: layoutDigest(layout),
      input: `input-of-${id}`,
      cutMs: cutMs + 10_000 * i,
      voteByMs: cutMs + 10_000 * i + 5000,
    })),
    schedule: {
      acceptByMs: T0 + 5000,
      commitByMs: T0 + 10_000,
      readyByMs: T0 + 20_000,
      startMs: T0 + 21_000,
      warmUpMs: 4000,
      runMs: 10_000,
      drainMs: 5000,
      closingMs: cutMs + 10_000 * sums.length + 20_000,
    },
    packageVersion: '1.0.0',
    comparables,
    exception,
  };
}

/** The same, signed by its proposer. */
export function proposed(
  world: TestConsortium,
  choice: ProposalChoice = {},
): StatementOf<'proposal'> {
  const message = proposalOf(world, choice);
  return said(world, message.proposer, 'proposal', message);
}
