/**
 * What an org says in a round once it has accepted: every statement, as large as it can be. Sizes follow from the terms
 * alone, never from the load; test/node/disclosure holds this against whole rounds. Pure.
 */
import { SEALED_BYTES } from '../../aggregation/index.ts';
import {
  STATEMENTS,
  type Build,
  type Statement,
  type StatementType,
  type Terms,
} from '../../protocol/index.ts';

export interface Planned {
  readonly statement: Statement;
  /** in words: when, and whether at all */
  readonly when: string;
  /** how many of them at most */
  readonly count: number;
  readonly to: 'everybody' | 'one member';
  /** whether it always has this size; else it is the most */
  readonly exact: boolean;
  /** whether its values are these already */
  readonly known: boolean;
}

type Sized = Omit<Planned, 'to' | 'count' | 'exact' | 'known'> &
  Partial<Pick<Planned, 'to' | 'count' | 'exact' | 'known'>>;

const MOST_UINT32 = 0xffff_ffff;
const bytes = (length: number) => new Uint8Array(length);

/** Statements that this release never makes: a peer that stalls ends the round. */
export const NEVER_SENT: readonly StatementType[] = ['shareReveal'];

/** In the order of a round. @param self - an org of the roster */
export function plannedStatements(terms: Terms, self: string, build: Build): Planned[] {
  return [
    ...proposing(terms, self),
    ...agreeing(terms, build),
    ...settingUp(terms, self),
    ...terms.sums.flatMap((_, index) => summing(terms, index)),
    ...refusing(terms),
  ].map((sized) => ({ to: 'everybody', count: 1, exact: true, known: false, ...sized }));
}

function proposing({ proposal }: Terms, self: string): Sized[] {
  if (proposal.proposer !== self) return [];
  const statement: Statement = { type: 'proposal', message: proposal };
  return [{ statement, when: 'sent already: this org proposed', known: true }];
}

function agreeing({ roundId: round, roster }: Terms, build: Build): Sized[] {
  return [
    {
      statement: { type: 'acceptance', message: { round, ...build } },
      when: 'now, by accepting',
      known: true,
    },
    {
      statement: { type: 'commit', message: { round, roster, acceptances: bytes(32) } },
      when: 'once everybody has accepted',
    },
  ];
}

function settingUp({ roundId: round, roster, sums, n }: Terms, self: string): Sized[] {
  const hashes = roster.map(() => bytes(32));
  const pairHashes = roster.map((org) => bytes(org === self ? 0 : 32));
  const others = roster.filter((org) => org !== self);
  const holder = others.reduce((longest, org) => (org.length > longest.length ? org : longest));
  const keys = { maskPublic: bytes(32), sealPublic: bytes(32) };
  const deal = {
    selfHash: bytes(32),
    pairHashes,
    selfShareHashes: hashes,
    sigmaShareHashes: hashes,
  };
  return [
    {
      statement: {
        type: 'keys',
        message: { round, sums: sums.map(({ id }) => ({ sum: id, ...keys })) },
      },
      when: 'once everybody has committed',
    },
    {
      statement: {
        type: 'deal',
        message: { round, sums: sums.map(({ id }) => ({ sum: id, ...deal })) },
      },
      when: 'once all keys are there',
    },
    {
      statement: {
        type: 'shares',
        message: {
          round,
          holder,
          sums: sums.map(({ id }) => ({ sum: id, sealed: bytes(SEALED_BYTES) })),
        },
      },
      when: 'with it, to each other member its own',
      to: 'one member',
      count: n - 1,
      exact: others.every((org) => org.length === holder.length),
    },
    {
      statement: {
        type: 'ready',
        message: { round, setupDigest: bytes(32), clockBoundUs: MOST_UINT32 },
      },
      when: 'once the set-up is checked and the load is prepared',
      exact: false,
    },
  ];
}

function summing({ roundId: round, roster, sums, n, q }: Terms, index: number): Sized[] {
  const { id: sum, layout } = sums[index] as Terms['sums'][number];
  const common = { round, sum, context: bytes(32) };
  const set = roster.map((org) => ({ org, contribution: bytes(32) }));
  const longest = roster.toSorted((a, b) => b.length - a.length);
  const pairs = longest.slice(0, n - q).map((org) => ({ org, seed: bytes(32) }));
  const pieces = longest.map((dealer) => ({ dealer, kind: 1, share: bytes(32) }));
  const vote = { ...common, view: 0, set: bytes(32) };
  const last = index + 1 === sums.length;
  return [
    {
      statement: {
        type: 'contribution',
        message: { ...common, lanes: bytes(8 * layout.lanes), clockBoundUs: 1 },
      },
      when: 'after the load: this is your measurement, masked',
    },
    {
      statement: { type: 'candidate', message: { ...common, view: 0, set, carried: [] } },
      when: 'only when this org coordinates the vote',
      exact: false,
    },
    { statement: { type: 'prevote', message: vote }, when: 'in the vote', exact: false },
    { statement: { type: 'precommit', message: vote }, when: 'in the vote', exact: false },
    {
      statement: {
        type: 'reveal',
        message: { ...common, set: bytes(32), selfSeed: bytes(32), pairs },
      },
      when: 'once certified, and only when this org is in the set',
      exact: false,
    },
    {
      statement: { type: 'shareReveal', message: { ...common, set: bytes(32), pieces } },
      when: 'only when a contributor stalls: shares of what that one was to open',
      exact: false,
    },
    {
      statement: {
        type: 'result',
        message: {
          ...common,
          set: bytes(32),
          lanesDigest: bytes(32),
          reportDigest: bytes(last ? 32 : 0),
        },
      },
      when: 'once added up',
    },
  ];
}

/** Code and reason share what the payload may have; the round's id and the fields' headers take 40 bytes of it. */
function refusing({ roundId: round }: Terms): Sized[] {
  const code = '.'.repeat(32);
  const reason = (type: 'decline' | 'abort') => '.'.repeat(STATEMENTS[type].limit - 40 - 34);
  return [
    {
      statement: { type: 'decline', message: { round, code, reason: reason('decline') } },
      when: 'instead of accepting: your code and your words',
      exact: false,
    },
    {
      statement: { type: 'abort', message: { round, code, reason: reason('abort') } },
      when: 'when you abort (your words), or when the own load fails (the code only)',
      exact: false,
    },
  ];
}
