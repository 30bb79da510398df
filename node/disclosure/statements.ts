/**
 * What an org says in a round once it has accepted: every statement, as large and as often as it can be, whoever is late,
 * dies or stalls. Sizes follow from the terms alone, never from the load; test/node/disclosure holds this against whole
 * rounds, with faults and without. Pure.
 */
import { SEALED_BYTES } from '../../aggregation/index.ts';
import { lastView, seal, type Build, type Statement, type Terms } from '../../protocol/index.ts';

export interface Planned {
  readonly statement: Statement;
  /** in words: when, and whether at all */
  readonly when: string;
  /** how many of them at most */
  readonly count: number;
  /** how many in a round in which nobody is late or fails, and what they are then */
  readonly usually: number;
  readonly usual: Statement;
  readonly to: 'everybody' | 'one member';
  /** whether it always has this size; else it is the most */
  readonly exact: boolean;
  /** whether its values are these already */
  readonly known: boolean;
}

type Sized = Pick<Planned, 'statement' | 'when'> & Partial<Planned>;

const MOST_UINT32 = 0xffff_ffff;
const SIGNATURE_BYTES = 64;
const bytes = (length: number) => new Uint8Array(length);

/** A statement on the wire, with a signature of zeros. */
export function envelopeLike(
  { consortium }: Pick<Terms, 'consortium'>,
  signer: string,
  statement: Statement,
): Uint8Array {
  return seal(consortium, signer, statement, () => bytes(SIGNATURE_BYTES));
}

/** In the order of a round. @param self - an org of the roster */
export function plannedStatements(terms: Terms, self: string, build: Build): Planned[] {
  return [
    ...proposing(terms, self),
    ...agreeing(terms, build),
    ...settingUp(terms, self),
    ...terms.sums.flatMap((_, index) => summing(terms, index)),
    ...refusing(terms),
  ].map((sized) => ({
    to: 'everybody',
    count: 1,
    usually: sized.count ?? 1,
    usual: sized.statement,
    exact: true,
    known: false,
    ...sized,
  }));
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

function summing(terms: Terms, index: number): Sized[] {
  const { roundId: round, roster, sums, n, q } = terms;
  const { id: sum, layout } = sums[index] as Terms['sums'][number];
  const common = { round, sum, context: bytes(32) };
  const longest = roster.toSorted((a, b) => b.length - a.length);
  const pairs = longest.slice(0, n - q).map((org) => ({ org, seed: bytes(32) }));
  const pieces = longest.map((dealer) => ({ dealer, kind: 1, share: bytes(32) }));
  const reveal = { ...common, set: bytes(32), selfSeed: bytes(32) };
  const reportDigest = bytes(index + 1 === sums.length ? 32 : 0);
  return [
    {
      statement: {
        type: 'contribution',
        message: { ...common, lanes: bytes(8 * layout.lanes), clockBoundUs: 1 },
      },
      when: 'after the load: this is your measurement, masked',
    },
    ...voting(terms, index),
    {
      statement: { type: 'reveal', message: { ...reveal, pairs } },
      usual: { type: 'reveal', message: { ...reveal, pairs: [] } },
      when: 'once certified, and only when this org is in the set',
      exact: false,
    },
    {
      statement: { type: 'shareReveal', message: { ...common, set: bytes(32), pieces } },
      when: 'only when a member of the set reveals nothing: shares of its self mask, and of the mask keys of who is outside the set',
      usually: 0,
      exact: false,
    },
    {
      statement: {
        type: 'result',
        message: { ...common, set: bytes(32), lanesDigest: bytes(32), reportDigest },
      },
      when: 'once added up',
    },
  ];
}

/** The coordinators take turns; a later one carries the votes of a view before it, of everybody at most. */
function voting(terms: Terms, index: number): Sized[] {
  const { roundId: round, roster, n } = terms;
  const plan = terms.sums[index] as Terms['sums'][number];
  const view = lastView(terms, plan);
  const common = { round, sum: plan.id, context: bytes(32), view };
  const set = roster.map((org) => ({ org, contribution: bytes(32) }));
  const vote = { ...common, set: bytes(32) };
  const prevote: Statement = { type: 'prevote', message: vote };
  const carried = view === 0 ? [] : roster.map((org) => envelopeLike(terms, org, prevote));
  const inEach = {
    when: 'in the vote: one in each view, and where nobody is late the first one decides',
    count: view + 1,
    usually: 1,
    exact: false,
  };
  return [
    {
      statement: { type: 'candidate', message: { ...common, set, carried } },
      usual: { type: 'candidate', message: { ...common, set, carried: [] } },
      when: "only when this org coordinates a view: from the second one on with the others' votes",
      count: Math.ceil((view + 1) / n),
      usually: 1,
      exact: false,
    },
    { statement: prevote, ...inEach },
    { statement: { type: 'precommit', message: vote }, ...inEach },
  ];
}

/** The most that others take: 61 signs of a code, and 1000 of up to 3 bytes each in words (protocol/round/hear.ts). */
function refusing({ roundId: round }: Terms): Sized[] {
  const message = { round, code: '.'.repeat(61), reason: '…'.repeat(1000) };
  return [
    {
      statement: { type: 'decline', message },
      when: 'instead of accepting: your code and your words',
      usually: 0,
      exact: false,
    },
    {
      statement: { type: 'abort', message },
      when: 'when you abort (your words), or when something fails here (the code, and whose keys, deal or clock it is about)',
      usually: 0,
      exact: false,
    },
  ];
}
