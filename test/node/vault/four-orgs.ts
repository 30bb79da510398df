/** Four orgs with a vault each, one consortium, and the steps of a round between them. */
import { createHash, randomBytes } from 'node:crypto';
import {
  decodeLanes,
  fromBytes,
  GRID_ID,
  layoutDigest,
  mainLayout,
  quorum,
  unmask,
  type PairSeed,
} from '../../../aggregation/index.ts';
import {
  contextFor,
  coordinatorOf,
  createManifest,
  open,
  openConsortium,
  parseManifestFile,
  setHash,
  sha256,
  termsOf,
  type Consortium,
  type Earlier,
  type Messages,
  type Payload,
  type Statement,
  type StatementOf,
  type SumPlan,
  type Terms,
} from '../../../protocol/index.ts';
import { identityOf, type Identity } from '../../../node/vault/identity-key.ts';
import { openJournal, type Journal } from '../../../node/vault/journal.ts';
import { createVault, type Vault } from '../../../node/vault/vault.ts';

export const ORGS = ['Org1', 'Org2', 'Org3', 'Org4'];
export const MAIN = mainLayout();

export interface Member {
  readonly org: string;
  readonly vault: Vault;
}

export interface World {
  readonly members: readonly Member[];
  readonly consortium: Consortium;
  readonly text: string;
}

export interface Round {
  readonly terms: Terms;
  readonly envelope: Uint8Array;
}

/** The same org has the same key in every test. */
export const identityFor = (org: string): Identity =>
  identityOf(createHash('sha256').update(org).digest());

export function memoryVault(org: string, journal?: Journal): Vault {
  const identity = identityFor(org);
  return createVault({
    identity,
    journal: journal ?? openJournal(':memory:', identity.journalKeys),
  });
}

/** A consortium of these vaults, which all use it. */
export async function consortiumOf(members: readonly Member[]): Promise<World> {
  const cards = members.map(({ org, vault }) => ({
    org,
    identityKey: Buffer.from(vault.publicKey).toString('base64'),
    peerId: `peer-id-of-${org}`,
    addresses: ['/ip4/127.0.0.1/tcp/4001'],
  }));
  const policy = { minimumContributors: 3, toleratedFaulty: 1, longestRoundSeconds: 3600 };
  const manifest = createManifest('four', cards, policy);
  const signatures: Record<string, string> = {};
  for (const { org, vault } of members)
    signatures[org] = Buffer.from(await vault.signManifest(manifest)).toString('base64');
  const text = JSON.stringify({ manifest, signatures });
  for (const { vault } of members) await vault.use(text);
  return { members, text, consortium: openConsortium(parseManifestFile(text)) };
}

export const fourOrgs = () => consortiumOf(ORGS.map((org) => ({ org, vault: memoryVault(org) })));

/** A proposal of these sums, not signed yet. */
export function proposalOf(sums: readonly string[] = ['main']): Payload<'proposal'> {
  const startMs = 1_900_000_010_000;
  return {
    version: 1,
    nonce: randomBytes(16),
    proposer: 'Org1',
    scenario: 'asset-transfer',
    sutType: 'ledger',
    sutVersion: '1',
    workload: 'transfers',
    description: '',
    grid: GRID_ID,
    roster: ORGS,
    f: 1,
    q: quorum(ORGS.length, 1),
    sums: sums.map((id, i) => ({
      id,
      layout: MAIN.id,
      layoutDigest: layoutDigest(MAIN),
      input: `latency-${id}`,
      cutMs: startMs + 30_000 + 4000 * i,
      voteByMs: startMs + 32_000 + 4000 * i,
    })),
    schedule: {
      acceptByMs: startMs - 8000,
      commitByMs: startMs - 6000,
      readyByMs: startMs - 2000,
      startMs,
      warmUpMs: 1000,
      runMs: 10_000,
      drainMs: 2000,
      closingMs: startMs + 60_000,
    },
    packageVersion: '0.1.0',
    comparables: [],
    exception: '',
  };
}

export async function propose({ members, consortium }: World, sums?: string[]): Promise<Round> {
  const message = proposalOf(sums);
  const proposer = members.find(({ org }) => org === message.proposer) as Member;
  const envelope = await proposer.vault.sign({ type: 'proposal', message });
  return { terms: termsOf(consortium, message), envelope };
}

export interface SetUp {
  readonly keys: Uint8Array[];
  readonly deals: Uint8Array[];
  /** what each org was sent, by its name */
  readonly shares: ReadonlyMap<string, Uint8Array[]>;
}

/** open and deal at everybody. */
export async function deal(
  { members, consortium }: World,
  { terms, envelope }: Round,
): Promise<SetUp> {
  const keys = await Promise.all(members.map(({ vault }) => vault.open(envelope)));
  const dealt = await Promise.all(members.map(({ vault }) => vault.deal(terms.round, keys)));
  const all = dealt.flatMap(({ shares }) => shares);
  const shares = new Map(
    terms.roster.map((org) => [
      org,
      all.filter((bytes) => {
        const statement = open(consortium, bytes) as StatementOf<'shares'>;
        return statement.message.holder === org;
      }),
    ]),
  );
  return { keys, deals: dealt.map(({ deal }) => deal), shares };
}

export const acceptAt = ({ org, vault }: Member, { terms }: Round, { deals, shares }: SetUp) =>
  vault.accept(terms.round, deals, shares.get(org) ?? []);

/** accept and Ready at everybody: the set-up digest. */
export async function makeReady(world: World, round: Round, setUp: SetUp): Promise<Uint8Array> {
  const digests = await Promise.all(world.members.map((one) => acceptAt(one, round, setUp)));
  const digest = digests[0] as Uint8Array;
  for (const { vault } of world.members) await vault.sign(readyOf(round, digest));
  return digest;
}

export const readyOf = ({ terms }: Round, setupDigest: Uint8Array): Statement => ({
  type: 'ready',
  message: { round: terms.roundId, setupDigest, clockBoundUs: 900 },
});

/** The whole set-up; what it ends with, and a sum's context. */
export async function setUp(world: World, round: Round) {
  const dealt = await deal(world, round);
  const digest = await makeReady(world, round, dealt);
  return { ...dealt, digest, context: contextFor(planOf(round), digest, []) };
}

export const planOf = ({ terms }: Round, sum = 'main') =>
  terms.sums.find(({ id }) => id === sum) as SumPlan;

/** Counts that differ per org. */
export function countsOf(org: number): Float64Array {
  return Float64Array.from({ length: MAIN.lanes }, (_, lane) => (org + 1) * 1000 + lane);
}

/** The certificate for the contributions of these orgs. */
export async function certify(
  world: World,
  round: Round,
  sum: string,
  context: Uint8Array,
  contributions: ReadonlyMap<string, Uint8Array>,
  view = 0,
): Promise<Messages['Certificate']> {
  const voting = { view };
  const { candidate, precommits } = await agree(world, round, sum, context, contributions, voting);
  return { candidate, precommits };
}

/** A view in which these members vote for what its coordinator names, and all that they sign in it. */
export async function agree(
  { members, consortium }: World,
  { terms }: Round,
  sum: string,
  context: Uint8Array,
  contributions: ReadonlyMap<string, Uint8Array>,
  { view, voters = members, carried = [] }: Voting,
): Promise<Messages['Certificate'] & { readonly prevotes: Uint8Array[] }> {
  const named = terms.roster.flatMap((org) => {
    const envelope = contributions.get(org);
    return envelope
      ? [{ org, contribution: Buffer.from(open(consortium, envelope).id, 'hex') }]
      : [];
  });
  const common = { round: terms.roundId, sum, context, view };
  const coordinator = members.find(({ org }) => org === coordinatorOf(terms, context, view));
  const candidate = await (coordinator as Member).vault.sign({
    type: 'candidate',
    message: { ...common, set: named, carried: [...carried] },
  });
  const hash = setHash(context, named);
  const [prevotes, precommits]: [Uint8Array[], Uint8Array[]] = [[], []];
  for (const { vault } of voters) {
    prevotes.push(await vault.sign({ type: 'prevote', message: { ...common, set: hash } }));
    precommits.push(await vault.sign({ type: 'precommit', message: { ...common, set: hash } }));
  }
  return { candidate, prevotes, precommits };
}

/** Who votes in a view, and the votes of an earlier one that its coordinator shows. */
export interface Voting {
  readonly view: number;
  readonly voters?: readonly Member[];
  readonly carried?: readonly Uint8Array[];
}

/** What the contributions and reveals of a set add up to, with the self seeds of who did not reveal. */
export function addUp(
  { consortium }: World,
  { terms }: Round,
  context: Uint8Array,
  contributions: ReadonlyMap<string, Uint8Array>,
  reveals: ReadonlyMap<string, Uint8Array>,
  rebuilt: ReadonlyMap<string, Uint8Array> = new Map(),
): { vector: Int32Array; lanes: Float64Array } {
  const place = (org: string) => terms.roster.indexOf(org);
  const vectors = new Map<number, Int32Array>();
  const selfSeeds = new Map<number, Uint8Array>();
  const pairSeeds: PairSeed[] = [];
  for (const org of [...reveals.keys(), ...rebuilt.keys()]) {
    const own = contributions.get(org) as Uint8Array;
    const { message } = open(consortium, own) as StatementOf<'contribution'>;
    vectors.set(place(org), fromBytes(message.lanes, MAIN.lanes));
  }
  for (const [org, seed] of rebuilt) selfSeeds.set(place(org), seed);
  for (const [org, bytes] of reveals) {
    const reveal = open(consortium, bytes) as StatementOf<'reveal'>;
    selfSeeds.set(place(org), reveal.message.selfSeed);
    for (const pair of reveal.message.pairs)
      pairSeeds.push({ member: place(org), outsider: place(pair.org), seed: pair.seed });
  }
  const vector = unmask(context, vectors, selfSeeds, pairSeeds);
  return { vector, lanes: decodeLanes(vector, MAIN, vectors.size) };
}

export function resultOf(
  { terms }: Round,
  sum: string,
  context: Uint8Array,
  { set, lanes }: Earlier,
): Statement {
  return {
    type: 'result',
    message: {
      round: terms.roundId,
      sum,
      context,
      set,
      lanesDigest: sha256(lanes),
      reportDigest: new Uint8Array(0),
    },
  };
}

/** The code that a promise rejects with. */
export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await errorOf(work)).code;
}

export async function errorOf(
  work: Promise<unknown>,
): Promise<Error & { code: string; details?: Record<string, unknown> }> {
  try {
    await work;
  } catch (error) {
    return error as Error & { code: string };
  }
  throw new Error('it was not refused');
}
