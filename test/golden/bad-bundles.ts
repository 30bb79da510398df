/** Lies about good/four-orgs: what was done to the bundle, and the check of `audit verify` that finds it. */
import { decode, encode, type Messages } from '../../protocol/schema/codec.ts';
import { open, type Payload, type StatementType, type Verified } from '../../protocol/statement.ts';
import { said, type TestConsortium } from '../protocol/consortium.ts';
import { createRoom } from '../protocol/round/room.ts';
import { editsBetween, fieldsOf, otherDigit } from './edits.ts';
import { readGolden, type BadFile } from './files.ts';

type Bundle = Messages['Bundle'];
type Case = Pick<BadFile, 'about' | 'check' | 'names' | 'consortium'> & {
  readonly bad: Uint8Array;
};

const flipped = (bytes: Uint8Array, place = 0) =>
  Uint8Array.from(bytes, (byte, i) => (i === place ? byte ^ 1 : byte));

/** By file name. `world` signs what is said anew. */
export function badBundles(world: TestConsortium): Record<string, BadFile> {
  const good = readGolden('good/four-orgs/round.bundle');
  const bundle = decode('Bundle', good);
  const statements = bundle.envelopes.map((envelope) => open(world.consortium, envelope));
  const cases = { ...flips(bundle, statements), ...gaps(bundle, statements), ...lies(world, bundle, statements), ...implausible(world, bundle), ...others(good, bundle) }; // prettier-ignore
  return Object.fromEntries(
    Object.entries(cases).map(([name, { bad, ...rest }]) => {
      const whole = name === 'truncated' || name === 'longer';
      const edits = whole
        ? editsBetween([good], [bad])
        : editsBetween(fieldsOf(good), fieldsOf(bad));
      return [name, { of: 'four-orgs', file: 'round.bundle', ...rest, edits }];
    }),
  );
}

const encoded = (bundle: Bundle, change: Partial<Bundle>) =>
  encode('Bundle', { ...bundle, ...change });

/** A byte of each kind of statement, in its middle; nobody signed that. */
function flips(bundle: Bundle, statements: readonly Verified[]): Record<string, Case> {
  const kinds = [...new Set(statements.map(({ type }) => type))];
  const cases = kinds.map((type): [string, Case] => {
    const index = statements.findIndex((s) => s.type === type);
    const envelope = bundle.envelopes[index] as Uint8Array;
    const payload = decode('Envelope', envelope).payload;
    const place = Buffer.from(envelope).indexOf(payload) + (payload.length >> 1);
    const envelopes = bundle.envelopes.with(index, flipped(envelope, place));
    const { signer } = statements[index] as Verified;
    return [
      `flipped-${type}`,
      {
        about: `a bit of ${signer}'s ${type} is another`,
        bad: encoded(bundle, { envelopes }),
        check: 'signatures',
        names: [signer, type],
      },
    ];
  });
  return Object.fromEntries(cases);
}

/** Statements left out. */
function gaps(bundle: Bundle, statements: readonly Verified[]): Record<string, Case> {
  const without = (type: StatementType, count: number, signer?: string) => {
    const indices = statements
      .flatMap((s, i) => (s.type === type && (!signer || s.signer === signer) ? [i] : []))
      .slice(0, count);
    if (indices.length < count) throw new Error(`there are not ${count} of ${type}`);
    return encoded(bundle, { envelopes: bundle.envelopes.filter((_, i) => !indices.includes(i)) });
  };
  const gap = (about: string, bad: Uint8Array, check: string, ...names: string[]): Case => ({
    about,
    bad,
    check,
    names,
  });
  return {
    'no-acceptance': gap('B never accepted', without('acceptance', 1, 'B'), 'agreement', 'B'),
    'no-commit': gap(
      'C committed to no roster',
      without('commit', 1, 'C'),
      'agreement',
      'commit of C',
    ),
    'no-deal': gap('B dealt nothing', without('deal', 1, 'B'), 'set-up', 'deal of B'),
    'no-ready': gap('D never signed Ready', without('ready', 1, 'D'), 'set-up', 'Ready of D'),
    'no-quorum': gap(
      'two of four precommits: one too few',
      without('precommit', 2),
      'certificate',
      '2 members',
      'takes 3',
    ),
    'no-contribution': gap('a contribution of the certified set is missing', without('contribution', 1, 'C'), 'sum', 'contribution of C'), // prettier-ignore
    'no-reveal': gap('B opened no seeds', without('reveal', 1, 'B'), 'sum', 'reveal of B'),
    'no-results': gap(
      'two of four results: one too few',
      without('result', 2),
      'sum',
      '2 members',
      'takes 3',
    ),
  };
}

/** Statements that their authors signed, and that do not fit the others. */
function lies(
  world: TestConsortium,
  bundle: Bundle,
  statements: readonly Verified[],
): Record<string, Case> {
  const resaid = <T extends StatementType>(
    type: T,
    signers: readonly string[],
    change: (message: Payload<T>) => object,
  ) =>
    bundle.envelopes.map((envelope, i) => {
      const { type: own, signer, message } = statements[i] as Verified;
      if (own !== type || !signers.includes(signer)) return envelope;
      const other = { ...message, ...change(message as Payload<T>) };
      return said(world, signer, type, other as Payload<T>).bytes;
    });
  const lie = (
    about: string,
    envelopes: Uint8Array[],
    check: string,
    ...names: string[]
  ): Case => ({
    about,
    bad: encoded(bundle, { envelopes }),
    check,
    names,
  });
  const [coordinator] = statements.flatMap((s) => (s.type === 'candidate' ? [s.signer] : []));
  const all = world.orgs;
  return {
    'wrong-reveal': lie(
      'C opens another self seed than the one that it hashed in the set-up',
      resaid('reveal', ['C'], (m) => ({ selfSeed: flipped(m.selfSeed) })),
      'sum',
      'C',
    ),
    'wrong-vector': lie(
      'B signs another masked vector than the one in the certificate',
      resaid('contribution', ['B'], (m) => ({ lanes: flipped(m.lanes, m.lanes.length - 1) })),
      'sum',
      'contribution of B',
    ),
    'contributor-left-out': lie(
      'the coordinator lists one contribution less than the members certified',
      resaid('candidate', [coordinator as string], (m) => ({ set: m.set.slice(0, -1) })),
      'certificate',
      '0 members',
    ),
    'another-set-up': lie(
      'D signs Ready for another set-up than the others',
      resaid('ready', ['D'], (m) => ({ setupDigest: flipped(m.setupDigest) })),
      'set-up',
      'D signed another set-up',
    ),
    'wrong-sum': lie(
      'all members sign the digest of another sum',
      resaid('result', all, (m) => ({ lanesDigest: flipped(m.lanesDigest) })),
      'sum',
      '0 members',
    ),
    'another-report-signed': lie(
      'all members sign the digest of another report',
      resaid('result', all, (m) => ({ reportDigest: flipped(m.reportDigest) })),
      'sum',
      '0 members',
    ),
  };
}

/** A round that everybody ran as it should be, but for the counts of B, which can not be true. */
function implausible(world: TestConsortium, bundle: Bundle): Record<string, Case> {
  const room = createRoom(world, {
    lie: (org, statement) => {
      if (org !== 'B' || statement.type !== 'contribution') return statement;
      const { message } = statement;
      // the last byte of a lane is its most significant one
      return { ...statement, message: { ...message, lanes: flipped(message.lanes, 7) } };
    },
  });
  room.load();
  room.finish();
  const kinds = ['proposal', 'acceptance', 'commit', 'deal', 'ready', 'contribution', 'candidate', 'precommit', 'reveal'] as const; // prettier-ignore
  const envelopes = kinds.flatMap((type) =>
    type === 'proposal'
      ? [room.proposal.bytes]
      : room.sent
          .filter((s) => s.type === type)
          .sort((a, b) => (a.signer < b.signer ? -1 : 1))
          .map(({ bytes }) => bytes),
  );
  return {
    'impossible-sum': {
      about:
        'B adds 2^56 to a count; all else is as it should be, up to the certificate and reveals',
      bad: encoded(bundle, { envelopes }),
      check: 'sum',
      names: [],
    },
  };
}

/** What nobody signs: the bundle's own parts. */
function others(good: Uint8Array, bundle: Bundle): Record<string, Case> {
  const text = Buffer.from(bundle.report).toString();
  const report = Buffer.from(text.replace(/("committed":\d*)(\d)/, otherDigit));
  const strange = Buffer.from(bundle.manifest).toString().replace('"name":"test"', '"name":"tess"');
  const [keys, ...rest] = bundle.keys as [Bundle['keys'][number], ...Bundle['keys']];
  return {
    'another-report': {
      about: 'a digit of a figure of the report is another',
      bad: encoded(bundle, { report }),
      check: 'report',
      names: ['report', 'contributions'],
    },
    'another-version': {
      about: 'a bundle of a later format',
      bad: encoded(bundle, { version: 2 }),
      check: 'bundle',
      names: ['version 2'],
    },
    'another-consortium-given': {
      about: 'the auditor has the consortium.json of somebody else',
      bad: good,
      consortium: 'demo',
      check: 'consortium',
      names: ['another consortium'],
    },
    'another-consortium-inside': {
      about: 'the manifest in the bundle has another name than the one that was signed',
      bad: encoded(bundle, { manifest: Buffer.from(strange) }),
      check: 'consortium',
      names: ['signature'],
    },
    'another-keys-id': {
      about: 'the id of keys is not the one that the deals were made for',
      bad: encoded(bundle, { keys: [{ ...keys, id: flipped(keys.id) }, ...rest] }),
      check: 'set-up',
      names: [],
    },
    truncated: {
      about: 'the file ends a hundred bytes too early',
      bad: good.subarray(0, -100),
      check: 'bundle',
      names: ['cut off'],
    },
    longer: {
      about: 'bytes behind the end of the bundle',
      bad: Buffer.concat([good, Buffer.of(0)]),
      check: 'bundle',
      names: [],
    },
  };
}
