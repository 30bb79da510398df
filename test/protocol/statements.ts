/** One statement of each type, of orgs A, B and C: for tests that need bytes of a shape, not of a round. */
import type { Statement, StatementType } from '../../protocol/statement.ts';

export const round = new Uint8Array(32).fill(1);
const hash = (fill: number) => new Uint8Array(32).fill(fill);
const ofSum = { round, sum: 'main', context: hash(2) };

/** Exactly one of each type: a new type does not compile until it is here. */
export function oneOfEach(): { [T in StatementType]: Extract<Statement, { type: T }> } {
  return {
    proposal: {
      type: 'proposal',
      message: {
        version: 1,
        nonce: new Uint8Array(16).fill(3),
        proposer: 'A',
        scenario: 'transfers',
        sutType: 'ledger',
        sutVersion: '1.0.0',
        workload: 'asset-transfer',
        description: 'one transfer each',
        grid: 'log-linear-us-32-v1',
        roster: ['A', 'B', 'C'],
        f: 1,
        q: 3,
        sums: [
          {
            id: 'main',
            layout: 'main-v1',
            layoutDigest: hash(4),
            input: 'own',
            cutMs: 60_000,
            voteByMs: 70_000,
          },
        ],
        schedule: {
          acceptByMs: 10_000,
          commitByMs: 20_000,
          readyByMs: 30_000,
          startMs: 31_000,
          warmUpMs: 2000,
          runMs: 10_000,
          drainMs: 1000,
          closingMs: 80_000,
        },
        packageVersion: '1.0.0',
        comparables: [{ round: hash(25), contributors: ['A', 'B', 'C'], set: hash(26) }],
        exception: 'another network',
      },
    },
    acceptance: {
      type: 'acceptance',
      message: { round, packageVersion: '1.0.0', lockfileDigest: hash(11) },
    },
    decline: { type: 'decline', message: { round, code: 'busy', reason: 'not today' } },
    commit: {
      type: 'commit',
      message: { round, roster: ['A', 'B', 'C'], acceptances: hash(5) },
    },
    abort: { type: 'abort', message: { round, code: 'disk', reason: 'full' } },
    keys: {
      type: 'keys',
      message: { round, sums: [{ sum: 'main', maskPublic: hash(6), sealPublic: hash(7) }] },
    },
    deal: {
      type: 'deal',
      message: {
        round,
        sums: [
          {
            sum: 'main',
            selfHash: hash(8),
            pairHashes: [new Uint8Array(0), hash(9), hash(10)],
            selfShareHashes: [hash(11), hash(12), hash(13)],
            sigmaShareHashes: [hash(14), hash(15), hash(16)],
          },
        ],
      },
    },
    shares: {
      type: 'shares',
      message: { round, holder: 'B', sums: [{ sum: 'main', sealed: new Uint8Array(80) }] },
    },
    ready: { type: 'ready', message: { round, setupDigest: hash(17), clockBoundUs: 500 } },
    contribution: {
      type: 'contribution',
      message: { ...ofSum, lanes: new Uint8Array(16), clockBoundUs: 700 },
    },
    candidate: {
      type: 'candidate',
      message: { ...ofSum, view: 0, set: [{ org: 'A', contribution: hash(18) }], carried: [] },
    },
    prevote: { type: 'prevote', message: { ...ofSum, view: 0, set: hash(19) } },
    precommit: { type: 'precommit', message: { ...ofSum, view: 0, set: hash(19) } },
    reveal: {
      type: 'reveal',
      message: {
        ...ofSum,
        set: hash(19),
        selfSeed: hash(20),
        pairs: [{ org: 'C', seed: hash(21) }],
      },
    },
    shareReveal: {
      type: 'shareReveal',
      message: { ...ofSum, set: hash(19), pieces: [{ dealer: 'C', kind: 1, share: hash(22) }] },
    },
    result: {
      type: 'result',
      message: { ...ofSum, set: hash(19), lanesDigest: hash(23), reportDigest: hash(24) },
    },
  };
}
