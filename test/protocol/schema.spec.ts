/** The schema holds the privacy classes: what travels, what is masked, what never leaves. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { WITH_WIDE_NUMBERS } from '../../protocol/schema/codec.ts';
import { STATEMENTS } from '../../protocol/statement.ts';
import { fieldsOf, reachable, schemaTypes } from './schema-types.ts';

const top = join(import.meta.dirname, '../..');
const types = schemaTypes();
const travelling = reachable(
  [
    'Envelope',
    'Bundle',
    'Certificate',
    'Evidence',
    ...Object.values(STATEMENTS).map((s) => s.message),
  ],
  types,
);

describe('the schema', () => {
  it('gives each field its privacy class, and only its own three', () => {
    const fields = [...types.values()].flatMap(fieldsOf);
    expect(fields).to.have.length.above(80);
    for (const { path, privacy } of fields)
      expect(privacy, path).to.be.oneOf(['public', 'masked', 'never leaves']);
  });

  it('has 64-bit numbers where the decoder looks for them', () => {
    const isWide = (name: string) =>
      types.get(name)?.fieldsArray.some(({ type }) => /64|double/.test(type));
    // a Sum and a Schedule come in a Proposal only, and are never decoded alone
    const wide = [...types.keys()].filter(
      (name) => !['Sum', 'Schedule'].includes(name) && [...reachable([name], types)].some(isWide),
    );
    expect(wide).to.have.members([...WITH_WIDE_NUMBERS]);
  });

  it('lets no field travel that never leaves', () => {
    const leaked = [...travelling]
      .flatMap((name) => fieldsOf(types.get(name)))
      .filter(({ privacy }) => privacy === 'never leaves');
    expect(leaked.map(({ path }) => path)).to.deep.equal([]);
  });

  it('knows every message that stays inside one organisation', () => {
    const inside = [...types.keys()].filter((name) => !travelling.has(name));
    expect(inside).to.have.members(['Measurement', 'OpenedShares', 'Seed']);
    for (const name of inside)
      expect(
        fieldsOf(types.get(name)).some((f) => f.privacy === 'never leaves'),
        name,
      ).to.equal(true);
  });

  it('masks the lanes of a contribution and what is sealed to one member, and nothing else', () => {
    const masked = [...types.values()].flatMap(fieldsOf).filter((f) => f.privacy === 'masked');
    expect(masked.map(({ path }) => path)).to.have.members([
      'Shares.sums',
      'SumShares.sealed',
      'Contribution.lanes',
    ]);
  });

  it('opens a secret in the messages of a certified set only', () => {
    const secret = /(^|_)(seed|share|selfSeed)$/i;
    const opened = [...travelling]
      .flatMap((name) => fieldsOf(types.get(name)))
      .filter(({ path }) => secret.test(path.split('.')[1] as string));
    expect(opened.map(({ path }) => path)).to.have.members([
      'Reveal.selfSeed',
      'PairReveal.seed',
      'SharePiece.share',
      'SelfSeed.seed',
      'PairSeed.seed',
    ]);
    for (const { path, comment } of opened) expect(comment, path).to.contain('once certified');
  });

  it('has no maps, no optional fields, no groups and no enums: one message, one encoding', () => {
    for (const type of types.values())
      for (const field of type.fieldsArray) {
        expect(field.map, field.fullName).to.equal(false);
        expect(field.partOf, field.fullName).to.equal(null);
        expect(field.type, field.fullName).to.be.oneOf([
          'string',
          'bytes',
          'uint32',
          'uint64',
          'fixed32',
          'double',
          ...types.keys(),
        ]);
      }
  });

  it('gives a contribution one length: its only number takes four bytes whatever it is', () => {
    const numbers = types.get('Contribution')?.fieldsArray.filter((f) => !isBytesOrText(f.type));
    expect(numbers?.map(({ name, type }) => [name, type])).to.deep.equal([
      ['clockBoundUs', 'fixed32'],
    ]);
  });

  it('has 64-bit numbers only for instants, which fit 2^53', () => {
    const wide = [...types.values()]
      .flatMap((type) => type.fieldsArray)
      .filter((field) => field.type === 'uint64');
    expect(wide.every((field) => field.name.endsWith('Ms'))).to.equal(true);
  });

  it('is met by the code that talks to others: it encodes no message of the inside', () => {
    const files = ['protocol', 'node/net', 'node/round'].flatMap((folder) => sources(folder));
    expect(files).to.include(join(top, 'protocol/statement.ts'));
    for (const file of files)
      for (const [, name] of readFileSync(file, 'utf8').matchAll(/\bencode\(\s*'(\w+)'/g))
        expect(travelling.has(name as string), `${file} encodes ${name}`).to.equal(true);
  });

  it('is what the generated code was generated from', function () {
    this.timeout(60_000);
    const folder = mkdtempSync(join(tmpdir(), 'hushmark-schema-'));
    try {
      const { scripts } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
      const out = join(folder, 'hushmark.js');
      const [, ...args] = (scripts.schema as string).split(' ');
      const bin = join(top, 'node_modules/protobufjs-cli/bin/pbjs');
      const withOut = args.map((arg, i) => (args[i - 1] === '-o' ? out : arg));
      execFileSync(process.execPath, [bin, ...withOut], { cwd: top });
      for (const name of ['hushmark.js', 'hushmark.d.ts'])
        expect(readFileSync(join(folder, name), 'utf8') === committed(name), name).to.equal(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const isBytesOrText = (type: string) => type === 'bytes' || type === 'string';

function committed(name: string): string {
  return readFileSync(join(top, 'protocol/schema', name), 'utf8');
}

function sources(folder: string): string[] {
  return readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}
