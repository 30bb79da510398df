/**
 * What many runs share: a consortium, one proposal, and everybody's secrets. The simulator knows all of them, and so can
 * say what a liar could compute.
 */
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { OwnSecrets } from '../../aggregation/secrets.ts';
import type { Identity } from '../../node/vault/identity-key.ts';
import type { Member } from '../../node/vault/member.ts';
import type { StatementOf } from '../../protocol/agreement.ts';
import type { Consortium } from '../../protocol/manifest.ts';
import type { Payload, Statement, Verified } from '../../protocol/statement.ts';
import type { SumPlan, Terms } from '../../protocol/terms.ts';
import { createMemoryJournal, type MemoryJournal } from './memory-journal.ts';
import { SMALL_LAYOUT, type Product } from './product.ts';
import { createSimVault, type SimVault } from './sim-vault.ts';
import { signAs } from './stand-ins/identity.ts';

/** The instant at which every simulated proposal was made: 2026-01-01. */
export const T0 = 1_767_225_600_000;

export interface Size {
  readonly n: number;
  readonly f: number;
}

/** The usual size: as many faulty members as n = 3f + 1 allows, but at least one. */
export const sizeOf = (n: number): Size => ({ n, f: Math.max(1, Math.floor((n - 1) / 3)) });

export interface WorldOptions extends Size {
  /** ids of the sums, each over an input of its own unless `inputs` says otherwise; default one */
  readonly sums?: readonly string[];
  readonly inputs?: readonly string[];
  /** members of the consortium that are not in the roster; default none */
  readonly strangers?: number;
  /** shares that rebuild a secret, where a patched copy deals others than q; default q */
  readonly threshold?: number;
  /** earlier rounds of the same work, with the whole roster in their sums; default none */
  readonly comparables?: number;
  /** from the end of voting to the closing instant; default 15 s */
  readonly closeMs?: number;
  /** makes another round of it */
  readonly nonce?: number;
}

/** An org's vault and its journal, used by one run after another. */
export interface Seat {
  readonly journal: MemoryJournal;
  readonly vault: SimVault;
}

export interface World {
  readonly product: Product;
  readonly options: WorldOptions;
  readonly consortium: Consortium;
  readonly terms: Terms;
  readonly proposal: StatementOf<'proposal'>;
  readonly roster: readonly string[];
  readonly strangers: readonly string[];
  seatOf(org: string): Seat;
  /** A statement that this org signed, whoever made it say so. Another nonce: other bytes, as good. */
  say(org: string, statement: Statement, nonce?: number): Verified;
  open(bytes: Uint8Array): Verified;
  /** what grows from the seed in an org's journal */
  secretsOf(org: string, sum: string): OwnSecrets;
  /** 32 bytes, the same from either side */
  pairSeed(sum: string, a: string, b: string): Uint8Array;
  /** the signatures that a certificate needs, by the formula of the paper and not by the copy's */
  readonly q: number;
}

const NAMES = Array.from('ABCDEFGHIJKLMNOP');

export function createWorld(product: Product, options: WorldOptions): World {
  const { n, f, sums = ['main'], strangers: extra = 0 } = options;
  const { protocol, aggregation } = product;
  const orgs = NAMES.slice(0, n + extra);
  const roster = orgs.slice(0, n);
  const identities = new Map(orgs.map((org) => [org, identityOf(product, org)]));
  const text = consortiumText(product, identities, f);
  const consortium = protocol.openConsortium(protocol.parseManifestFile(text));
  const known = new Map<string, Verified>();

  function open(bytes: Uint8Array): Verified {
    const id = protocol.hex(protocol.sha256(bytes));
    const before = known.get(id);
    if (before) return before;
    const opened = protocol.open(consortium, bytes);
    if (known.size > 20_000) known.clear();
    known.set(id, opened);
    return opened;
  }

  function say(org: string, statement: Statement, nonce = 0): Verified {
    const { publicKey, sign: signOnce } = identities.get(org) as Identity;
    const signed = (bytes: Uint8Array) =>
      nonce > 0 && product.isLight
        ? signAs(publicKey, bytes, Buffer.alloc(32, nonce))
        : signOnce(bytes);
    return open(protocol.seal(consortium.digest, org, statement, signed));
  }

  const message = proposalFor(product, options, roster, sums);
  const proposal = say('A', { type: 'proposal', message }) as StatementOf<'proposal'>;
  const terms = protocol.termsOf(consortium, proposal.message);

  const seats = new Map(
    roster.map((org): [string, Seat] => {
      const identity = identities.get(org) as Identity;
      const journal = createMemoryJournal(
        (slot) => new protocol.ProtocolError('E_CONFLICT', `${slot} is filled`, { slot }),
      );
      const member: Member = { org, consortium, identity };
      const { round } = terms;
      return [
        org,
        { journal, vault: createSimVault({ product, journal, identity, text, member, round }) },
      ];
    }),
  );
  const seatOf = (org: string) => seats.get(org) as Seat;

  const secrets = new Map<string, OwnSecrets>();
  function secretsOf(org: string, sum: string): OwnSecrets {
    const key = `${org}/${sum}`;
    const plan = terms.sums.find(({ id }) => id === sum) as SumPlan;
    const found =
      secrets.get(key) ??
      aggregation.openSecrets(seatOf(org).journal.seed(terms.round, sum) as Uint8Array, plan.setup);
    secrets.set(key, found);
    return found;
  }

  const pairs = new Map<string, Uint8Array>();
  function pairSeed(sum: string, a: string, b: string): Uint8Array {
    const [first, second] = a < b ? [a, b] : [b, a];
    const key = `${sum}/${first}/${second}`;
    const plan = terms.sums.find(({ id }) => id === sum) as SumPlan;
    const found =
      pairs.get(key) ??
      aggregation.pairSeed(
        secretsOf(first, sum),
        plan.setup,
        roster.indexOf(first),
        roster.indexOf(second),
        secretsOf(second, sum).maskPublic,
      );
    pairs.set(key, found);
    return found;
  }

  return {
    product,
    options,
    consortium,
    terms,
    proposal,
    roster,
    strangers: orgs.slice(n),
    seatOf,
    say,
    open,
    secretsOf,
    pairSeed,
    q: Math.floor((n + f) / 2) + 1,
  };
}

function consortiumText(
  { protocol }: Product,
  identities: ReadonlyMap<string, Identity>,
  f: number,
): string {
  const cards = [...identities].map(([org, { publicKey }], i) => ({
    org,
    identityKey: Buffer.from(publicKey).toString('base64'),
    peerId: `12D3KooWSimulated${org}`,
    addresses: [`/ip4/127.0.0.1/tcp/${4000 + i}`],
  }));
  const manifest = protocol.createManifest('simulated', cards, {
    minimumContributors: 3,
    toleratedFaulty: f,
    longestRoundSeconds: 600,
  });
  const bytes = protocol.manifestBytes(manifest);
  const signatures = Object.fromEntries(
    [...identities].map(([org, { sign: signs }]) => [
      org,
      Buffer.from(signs(bytes)).toString('base64'),
    ]),
  );
  return JSON.stringify({ manifest, signatures });
}

/** PKCS #8 of an Ed25519 private key (RFC 8410) is this, and the 32 bytes of the key. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

function identityOf({ isLight }: Product, org: string): Identity {
  const seed = createHash('sha256').update(`identity/${org}`).digest();
  const journalKeys = { chain: seed, seeds: seed };
  if (isLight) return { publicKey: seed, sign: (bytes) => signAs(seed, bytes), journalKeys };
  const der = Buffer.concat([PKCS8_ED25519, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return {
    publicKey: spki.subarray(-32),
    sign: (bytes) => sign(null, bytes, key),
    journalKeys,
  };
}

/** How long members may vote on a sum, ms: all n + f + 2 coordinators have their turns in a third of it. */
export const VOTING_MS = 20_000;
const LOAD_MS = { warmUpMs: 4000, runMs: 10_000, drainMs: 5000 };
/** From the end of the drain to the cut. */
const CUT_AFTER_MS = 1500;

function proposalFor(
  { aggregation, isLight }: Product,
  { f, inputs, comparables = 0, closeMs = 15_000, nonce = 0 }: WorldOptions,
  roster: readonly string[],
  sums: readonly string[],
): Payload<'proposal'> {
  const id = isLight ? SMALL_LAYOUT : aggregation.mainLayout().id;
  const layoutDigest = aggregation.layoutDigest(aggregation.layoutById(id) as never);
  const startMs = T0 + 21_000;
  const firstCutMs = startMs + 19_000 + CUT_AFTER_MS;
  const cutOf = (i: number) => firstCutMs + i * (VOTING_MS + CUT_AFTER_MS);
  return {
    version: 1,
    nonce: new Uint8Array(16).fill(nonce),
    proposer: roster[0] as string,
    scenario: 'simulated',
    sutType: 'ledger',
    sutVersion: '1.0.0',
    workload: 'transfers',
    description: 'one transfer each',
    grid: aggregation.GRID_ID,
    roster,
    f,
    q: aggregation.quorum(roster.length, f),
    sums: sums.map((sum, i) => ({
      id: sum,
      layout: id,
      layoutDigest,
      input: inputs?.[i] ?? `of-${sum}`,
      cutMs: cutOf(i),
      voteByMs: cutOf(i) + VOTING_MS,
    })),
    schedule: {
      acceptByMs: T0 + 5000,
      commitByMs: T0 + 10_000,
      readyByMs: T0 + 20_000,
      startMs,
      ...LOAD_MS,
      closingMs: cutOf(sums.length - 1) + VOTING_MS + closeMs,
    },
    packageVersion: '1.0.0',
    comparables: Array.from({ length: comparables }, (_, i) => ({
      round: new Uint8Array(32).fill(i),
      contributors: [...roster],
      set: new Uint8Array(32).fill(i),
    })),
    exception: '',
  } as Payload<'proposal'>;
}
