/** The rounds of good/ that grow in this process: all goes well, or something happens that their bundles show. */
import { reportHtml } from '../../node/report/html.ts';
import { audit } from '../../protocol/audit.ts';
import { bundleOf, publishedReport } from '../../protocol/publish.ts';
import { reportText } from '../../protocol/report.ts';
import { decode, encode, type Messages } from '../../protocol/schema/codec.ts';
import { open } from '../../protocol/statement.ts';
import { consortiumOf, said, type TestConsortium } from '../protocol/consortium.ts';
import type { ProposalChoice } from '../protocol/proposal.ts';
import { silent } from '../protocol/evidence/accused.ts';
import { coordinators, dying } from '../protocol/round/faults.ts';
import { lanesOf } from '../protocol/round/lanes.ts';
import { createRoom, type RoomOptions } from '../protocol/round/room.ts';
import { editsBetween, fieldsOf } from './edits.ts';
import { readGolden, type BadFile } from './files.ts';

export const world = consortiumOf(4);
const lacking = (orgs: string) => (org: string, input: string) =>
  orgs.includes(org) ? null : lanesOf(org, input);

type Files = Readonly<Record<string, string | Uint8Array>>;

/** By folder. What is later in the list may look at what is earlier. */
export function goodRounds(): Readonly<Record<string, () => Files>> {
  return {
    'four-orgs': () => published(world),
    'one-left-out': () => published(world, { lanes: lacking('D') }),
    'two-sums': () => published(world, { sums: ['main', 'second'] }),
    'rebuilt-self-seed': () => published(world, { way: silent('B', 'reveal') }),
    'rebuilt-mask-keys': () =>
      published(consortiumOf(7), { lanes: lacking('FG'), way: silent('E', 'reveal') }),
    'second-view': () => published(world, dying(coordinators(world)[0] as string, 'candidate')),
    comparables: () => published(world, { nonce: 1, comparables: earlier() }),
    exception: () =>
      published(world, {
        nonce: 2,
        comparables: earlier(),
        exception: 'D has no data',
        lanes: lacking('D'),
      }),
  };
}

/** good/four-orgs, as a proposal for the same work lists it. */
function earlier(): NonNullable<ProposalChoice['comparables']> {
  const { report } = audit(readGolden('good/four-orgs/round.bundle'), world.text);
  if (!report) throw new Error('good/four-orgs is not good');
  const [sum] = report.sums;
  return [
    {
      round: Buffer.from(report.round, 'hex'),
      contributors: [...report.network.contributors],
      set: Buffer.from(sum?.set ?? '', 'hex'),
    },
  ];
}

function published(of: TestConsortium, options: RoomOptions = {}): Files {
  const room = createRoom(of, options);
  room.load();
  room.finish();
  const state = room.state('A');
  const report = publishedReport(of.consortium, state);
  return {
    'round.bundle': bundleOf(of.consortium, of.text, state),
    'consortium.json': of.text,
    'report.json': reportText(report),
    'report.html': reportHtml(report),
  };
}

/** Lies about them. By file name. */
export function badRarities(of: TestConsortium): Record<string, BadFile> {
  const bundleIn = (name: string) => readGolden(`good/${name}/round.bundle`);
  const decoded = (name: string) => decode('Bundle', bundleIn(name));
  const bad = (
    name: string,
    about: string,
    change: (bundle: Messages['Bundle']) => Partial<Messages['Bundle']>,
    check: string,
    ...names: string[]
  ): BadFile => {
    const good = decoded(name);
    const bytes = encode('Bundle', { ...good, ...change(good) });
    const edits = editsBetween(fieldsOf(bundleIn(name)), fieldsOf(bytes));
    return { about, of: name, file: 'round.bundle', edits, check, names };
  };
  const flipped = (bytes: Uint8Array) => bytes.map((byte, i) => (i === 0 ? byte ^ 1 : byte));
  return {
    'no-rebuilt-seed': bad('rebuilt-self-seed', 'what was rebuilt of B is missing', () => ({ recovered: [] }), 'sum', 'B'), // prettier-ignore
    'another-rebuilt-seed': bad(
      'rebuilt-self-seed',
      'another self seed of B than it had hashed',
      ({ recovered }) => ({
        recovered: recovered.map((one) => ({
          ...one,
          selves: one.selves.map(({ org, seed }) => ({ org, seed: flipped(seed) })),
        })),
      }),
      'sum',
      'rebuilt seed',
    ),
    'another-rebuilt-pair': bad(
      'rebuilt-mask-keys',
      'another pair seed of E than it had hashed',
      ({ recovered }) => ({
        recovered: recovered.map((one) => ({
          ...one,
          pairs: one.pairs.map((pair) => ({ ...pair, seed: flipped(pair.seed) })),
        })),
      }),
      'sum',
      'rebuilt seed',
    ),
    'another-exception': bad(
      'exception',
      'A proposes with another reason for the exception than all accepted',
      ({ envelopes }) => ({
        envelopes: envelopes.map((envelope) => {
          const { type, signer, message } = open(of.consortium, envelope);
          if (type !== 'proposal') return envelope;
          return said(of, signer, type, { ...message, exception: 'D came late' }).bytes;
        }),
      }),
      'agreement',
    ),
  };
}
