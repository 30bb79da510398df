/** The auditor: a good bundle verifies with every check named; whatever is changed in one fails, by name, and never throws. */
import { expect } from 'chai';
import fc from 'fast-check';
import { acceptancesDigest, type StatementOf } from '../../protocol/agreement.ts';
import { audit, type Audit } from '../../protocol/audit.ts';
import { bundleOf } from '../../protocol/publish.ts';
import { reportText } from '../../protocol/report.ts';
import { decode, encode, type Messages } from '../../protocol/schema/codec.ts';
import {
  open,
  reopen,
  seal,
  type Payload,
  type StatementType,
  type Verified,
} from '../../protocol/statement.ts';
import { consortiumOf, said } from './consortium.ts';
import { createRoom, type Delivery, type RoomOptions } from './round/room.ts';
import { lanesOf } from './round/lanes.ts';

type Bundle = Messages['Bundle'];

const world = consortiumOf(4);
const { consortium, text } = world;
const room = ran();
const bytes = bundleOf(consortium, text, room.state('A'));
const bundle = decode('Bundle', bytes);
const statements = bundle.envelopes.map((envelope) => open(consortium, envelope));

function ran(options: RoomOptions = {}) {
  const room = createRoom(world, options);
  room.load();
  room.finish();
  return room;
}

const audited = (change: Partial<Bundle>, other = text) =>
  audit(encode('Bundle', { ...bundle, ...change }), other);
const failedAt = (result: Audit) => {
  expect(result.ok).to.equal(false);
  expect(result.report).to.equal(null);
  expect(result.verifiedBy).to.deep.equal([]);
  const last = result.checks.at(-1);
  expect(last?.ok).to.equal(false);
  expect(result.checks.slice(0, -1).every(({ ok }) => ok)).to.equal(true);
  expect(last?.detail).to.have.length.above(5);
  return last?.name;
};
const at = (type: StatementType, from = 0) =>
  statements.findIndex((s, i) => i >= from && s.type === type);
const replaced = (index: number, message: Verified) =>
  audited({ envelopes: bundle.envelopes.with(index, message.bytes) });
const without = (...indices: number[]) =>
  audited({ envelopes: bundle.envelopes.filter((_, i) => !indices.includes(i)) });

describe('a good bundle', () => {
  it('verifies, with every check named in order', () => {
    const result = audit(bytes, text);
    expect(result.checks.map(({ name }) => name)).to.deep.equal([
      'bundle',
      'consortium',
      'signatures',
      'agreement',
      'set-up',
      'certificate',
      'sum',
      'report',
      'results',
    ]);
    expect(result.ok).to.equal(true);
    expect(result.verifiedBy).to.deep.equal(['A', 'B', 'C', 'D']);
    expect(reportText(result.report!)).to.equal(Buffer.from(bundle.report).toString());
  });

  it('verifies from every org, though bundles may differ in their signatures', () => {
    for (const org of room.terms.roster)
      expect(audit(bundleOf(consortium, text, room.state(org)), text).ok, org).to.equal(true);
  });

  it('verifies for a list of two sums, each with its own certificate', () => {
    const two = ran({ sums: ['main', 'second'] });
    const result = audit(bundleOf(consortium, text, two.state('B')), text);
    expect(result.checks.filter(({ ok }) => !ok)).to.deep.equal([]);
    expect(result.checks.map(({ name }) => name)).to.deep.equal([
      ...['bundle', 'consortium', 'signatures', 'agreement', 'set-up'],
      ...['certificate', 'sum', 'certificate', 'sum', 'report', 'results'],
    ]);
  });

  it('verifies for a set without one member', () => {
    const three = ran({ lanes: (org, input) => (org === 'D' ? null : lanesOf(org, input)) });
    const result = audit(bundleOf(consortium, text, three.state('D')), text);
    expect(result.ok).to.equal(true);
    expect(result.report?.network.contributors).to.deep.equal(['A', 'B', 'C']);
  });

  it('verifies with q results, and names only who signed this report', () => {
    const result = without(at('result'));
    expect(result.ok).to.equal(true);
    expect(result.verifiedBy).to.deep.equal(['B', 'C', 'D']);
  });

  it('holds q precommits, though more were heard, and verifies with all', () => {
    const votes = (of: readonly Verified[]) => of.filter(({ type }) => type === 'precommit');
    expect(votes(statements)).to.have.length(3);
    const heard = [...(room.state('A').sums[0]?.precommits.values() ?? [])];
    expect(heard).to.have.length(4);
    const [spare] = heard.filter(({ id }) => statements.every((one) => one.id !== id));
    const more = audited({ envelopes: [...bundle.envelopes, spare!.bytes] });
    expect(more.ok).to.equal(true);
  });

  it('verifies with a lying result in it, and does not count it', () => {
    const index = at('result');
    const { message } = statements[index] as { message: Payload<'result'> };
    const lie = { ...message, reportDigest: new Uint8Array(32) };
    expect(replaced(index, said(world, 'A', 'result', lie)).verifiedBy).to.deep.equal(['B', 'C', 'D']); // prettier-ignore
  });

  it('holds no secret of the set-up: neither keys nor shares', () => {
    const types = new Set(statements.map(({ type }) => type));
    expect([...types]).to.have.members([
      ...['proposal', 'acceptance', 'commit', 'deal', 'ready'],
      ...['contribution', 'candidate', 'precommit', 'reveal', 'result'],
    ]);
  });
});

describe('a bundle that lacks a statement', () => {
  const second = (type: StatementType) => at(type, at(type) + 1);
  const drops: [string, number[], string][] = [
    ['the proposal', [at('proposal')], 'agreement'],
    ['an acceptance', [at('acceptance')], 'agreement'],
    ['a commit', [at('commit')], 'agreement'],
    ['a deal', [at('deal')], 'set-up'],
    ['a Ready', [at('ready')], 'set-up'],
    ['a contribution', [at('contribution')], 'sum'],
    ['the candidate', [at('candidate')], 'certificate'],
    ['precommits below q', [at('precommit'), second('precommit')], 'certificate'],
    ['a reveal', [at('reveal')], 'sum'],
    ['results below q', [at('result'), second('result')], 'sum'],
  ];
  for (const [what, indices, name] of drops)
    it(`fails at ${name}: ${what}`, () => {
      expect(indices).to.not.include(-1);
      expect(failedAt(without(...indices))).to.equal(name);
    });

  it('says what is missing, and of whom', () => {
    const detail = (...indices: number[]) => without(...indices).checks.at(-1)?.detail;
    const { signer } = statements[at('reveal')] as Verified;
    expect(detail(at('acceptance'))).to.contain('no answer in time from A');
    expect(detail(at('ready'))).to.contain('the Ready of A is missing');
    expect(detail(at('reveal'))).to.contain(signer);
    expect(detail(at('result'), second('result'))).to.contain('3');
  });

  it('fails for each one alone but a spare result', () => {
    for (const [i, { type }] of statements.entries())
      expect(without(i).ok, `${i}: ${type}`).to.equal(type === 'result');
  });

  it('fails without anything', () => {
    expect(failedAt(audited({ envelopes: [] }))).to.equal('agreement');
    expect(failedAt(audit(new Uint8Array(0), text))).to.equal('bundle');
  });
});

describe('a bundle with a statement changed', () => {
  const flipped = (data: Uint8Array, place: number) =>
    data.map((byte, i) => (i === place ? byte ^ 1 : byte));

  it('fails at signatures for each envelope with a bit flipped', () => {
    for (const [i, envelope] of bundle.envelopes.entries())
      for (const place of [0, 5, envelope.length >> 1, envelope.length - 1]) {
        const result = audited({ envelopes: bundle.envelopes.with(i, flipped(envelope, place)) });
        expect(failedAt(result), `envelope ${i}, byte ${place}`).to.equal('signatures');
      }
  });

  it('is no worse for envelopes in another order, or fails: it never throws', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const [i, k] = [a % statements.length, b % statements.length];
        const swapped = bundle.envelopes
          .with(i, bundle.envelopes[k]!)
          .with(k, bundle.envelopes[i]!);
        const result = audited({ envelopes: swapped });
        if (result.ok) expect(reportText(result.report!)).to.equal(bundle.report.toString());
      }),
      { numRuns: 40 },
    );
  });

  it('is no worse for an envelope that stands there twice', () => {
    for (const i of [at('acceptance'), at('contribution'), at('result')])
      expect(audited({ envelopes: [...bundle.envelopes, bundle.envelopes[i]!] }).ok).to.equal(true);
    const proposal = bundle.envelopes[at('proposal')]!;
    expect(failedAt(audited({ envelopes: [...bundle.envelopes, proposal] }))).to.equal('agreement');
  });

  type Change<T extends StatementType> = (message: Payload<T>) => object;
  function resaid<T extends StatementType>(type: T, change: Change<T>, org?: string): Audit {
    const index = statements.findIndex((s) => s.type === type && (!org || s.signer === org));
    const { signer, message } = statements[index] as Verified;
    const other = { ...message, ...change(message as Payload<T>) };
    return replaced(index, said(world, signer, type, other as Payload<T>));
  }
  const lies: [string, () => Audit, string][] = [
    ['another proposal', () => resaid('proposal', () => ({ description: 'other' })), 'agreement'],
    ['a proposal against the policy', () => resaid('proposal', () => ({ f: 2 })), 'agreement'],
    ['another acceptance', () => resaid('acceptance', () => ({ packageVersion: '2' })), 'agreement'], // prettier-ignore
    ['a commit to other acceptances', () => resaid('commit', (m) => ({ acceptances: flipped(m.acceptances, 0) })), 'agreement'], // prettier-ignore
    ['another deal', () => resaid('deal', (m) => ({ sums: m.sums.map((s) => ({ ...s, selfHash: flipped(s.selfHash, 0) })) })), 'set-up'], // prettier-ignore
    ['a Ready for another set-up', () => resaid('ready', (m) => ({ setupDigest: flipped(m.setupDigest, 0) })), 'set-up'], // prettier-ignore
    ['another contribution', () => resaid('contribution', (m) => ({ lanes: flipped(m.lanes, 9) })), 'sum'], // prettier-ignore
    ['another candidate', () => resaid('candidate', (m) => ({ set: m.set.slice(1) })), 'certificate'], // prettier-ignore
    ['another self seed', () => resaid('reveal', (m) => ({ selfSeed: flipped(m.selfSeed, 0) })), 'sum'], // prettier-ignore
    ['a result under another context', () => resaid('result', (m) => ({ context: flipped(m.context, 0) })), 'sum'], // prettier-ignore
  ];
  for (const [what, lie, name] of lies)
    it(`fails at ${name}, though its author signed it: ${what}`, () => {
      expect(failedAt(lie())).to.equal(name);
    });

  it('fails at agreement with a proposal that another signed in the name of its proposer', () => {
    const { message } = statements[at('proposal')] as { message: Payload<'proposal'> };
    const result = replaced(at('proposal'), said(world, 'B', 'proposal', message));
    expect(failedAt(result)).to.equal('agreement');
    expect(result.checks.at(-1)?.detail).to.contain('not signed by its proposer');
  });

  it('fails at signatures for what others alone stand by, whoever they are', () => {
    const index = at('acceptance');
    const { message, signer } = statements[index] as StatementOf<'acceptance'>;
    const { sign } = world.signers.get('D')!;
    const forged = reopen(seal(consortium.digest, signer, { type: 'acceptance', message }, sign));
    const changed = statements.with(index, forged);
    const ids = changed.filter(({ type }) => type === 'acceptance').map(({ id }) => id);
    const acceptances = acceptancesDigest(ids);
    const resaid = changed.map((one) =>
      one.type === 'commit' && one.signer !== signer
        ? said(world, one.signer, 'commit', { ...one.message, acceptances })
        : one,
    );
    const result = audited({ envelopes: resaid.map(({ bytes }) => bytes) });
    expect(failedAt(result)).to.equal('signatures');
    expect(result.checks.at(-1)?.detail).to.contain(`${signer}'s acceptance`);
  });

  it('names who lied about its seed', () => {
    const result = resaid('reveal', (m) => ({ selfSeed: flipped(m.selfSeed, 0) }), 'C');
    expect(result.checks.at(-1)?.detail).to.contain('C opened what it never committed to');
  });

  it('fails with a statement of another round in it', () => {
    const other = ran({ nonce: 1 });
    for (const type of ['acceptance', 'deal', 'contribution', 'reveal', 'result'] as const) {
      const message = other.sent.find((s) => s.type === type && s.signer === 'A') as Verified;
      const result = replaced(at(type), message);
      expect(failedAt(result), type).to.be.oneOf(['agreement', 'set-up', 'certificate', 'sum']);
    }
  });
});

describe('a bundle with another part changed', () => {
  const [first] = bundle.keys as [Bundle['keys'][number]];
  const others: [string, () => Audit, string][] = [
    ['another version', () => audited({ version: 2 }), 'bundle'],
    ['no version', () => audited({ version: 0 }), 'bundle'],
    ['bytes behind its end', () => audit(Buffer.concat([bytes, Buffer.of(0)]), text), 'bundle'],
    ['its end cut off', () => audit(bytes.subarray(0, -1), text), 'bundle'],
    ['another consortium inside', () => audited({ manifest: Buffer.from(consortiumOf(4, {}, 'x').text) }), 'consortium'], // prettier-ignore
    ['no consortium inside', () => audited({ manifest: new Uint8Array(0) }), 'consortium'],
    ['another consortium asked for', () => audited({}, consortiumOf(4, {}, 'x').text), 'consortium'], // prettier-ignore
    ['no consortium asked for', () => audited({}, ''), 'consortium'],
    ['another id of keys', () => audited({ keys: [{ ...first, id: new Uint8Array(32) }, ...bundle.keys.slice(1)] }), 'set-up'], // prettier-ignore
    ['the keys of a stranger', () => audited({ keys: [...bundle.keys, { org: 'Z', id: first.id }] }), 'set-up'], // prettier-ignore
    ['keys left out', () => audited({ keys: bundle.keys.slice(1) }), 'set-up'],
    ['two ids of keys for one org', () => audited({ keys: [...bundle.keys, { ...first, id: new Uint8Array(32) }] }), 'set-up'], // prettier-ignore
    ['another report', () => audited({ report: Buffer.from('{}\n') }), 'report'],
    ['a report with a space more', () => audited({ report: Buffer.concat([bundle.report, Buffer.from(' ')]) }), 'report'], // prettier-ignore
    ['no report', () => audited({ report: new Uint8Array(0) }), 'report'],
    ['an envelope of nothing', () => audited({ envelopes: [...bundle.envelopes, new Uint8Array(0)] }), 'signatures'], // prettier-ignore
  ];
  for (const [what, change, name] of others)
    it(`fails at ${name}: ${what}`, () => expect(failedAt(change())).to.equal(name));
});

describe('the check that fails', () => {
  const codeAt = ({ checks }: Audit) => checks.at(-1)?.code;

  it('has the code of what does not hold', () => {
    expect(codeAt(audited({ version: 2 }))).to.equal('E_BUNDLE_VERSION');
    expect(codeAt(audited({ report: Buffer.from('{}\n') }))).to.equal('E_AUDIT');
    expect(codeAt(audit(new Uint8Array(3).fill(255), text))).to.equal('E_MALFORMED');
  });
});

describe('a bundle without bounds', () => {
  it('is not read above 256 MiB', () => {
    const codeOf = (bytes: number) => {
      const { ok, checks } = audit(new Uint8Array(bytes), text);
      expect(ok).to.equal(false);
      expect(checks).to.have.length(1);
      return checks[0]?.code;
    };
    // nothing is written there, so that no memory stands behind it
    expect(codeOf(2 ** 28 + 1)).to.equal('E_TOO_LARGE');
    expect(codeOf(2 ** 28)).to.equal('E_MALFORMED');
  });
});

describe('a bundle with seeds that were rebuilt', () => {
  const silent = (delivery: Delivery) =>
    delivery.message.type === 'reveal' && delivery.message.signer === 'C' ? [] : [delivery];

  it('verifies for two sums, each with its own', () => {
    const two = ran({ sums: ['main', 'second'], way: silent });
    const whole = bundleOf(consortium, text, two.state('A'));
    expect(decode('Bundle', whole).recovered.map(({ sum }) => sum)).to.deep.equal([
      'main',
      'second',
    ]);
    const { checks } = audit(whole, text);
    expect(checks.filter(({ ok }) => !ok)).to.deep.equal([]);
  });

  it('verifies with the reveal itself, too', () => {
    const rebuilt = ran({ way: silent });
    const reveal = rebuilt.sent.find(({ type, signer }) => type === 'reveal' && signer === 'C')!;
    const content = decode('Bundle', bundleOf(consortium, text, rebuilt.state('A')));
    expect(content.recovered).to.have.length(1);
    const envelopes = [...content.envelopes, reveal.bytes];
    const { checks } = audit(encode('Bundle', { ...content, envelopes }), text);
    expect(checks.filter(({ ok }) => !ok)).to.deep.equal([]);
  });

  it('fails at sum with a rebuilt seed that is not the one that was hashed', () => {
    const content = decode('Bundle', bundleOf(consortium, text, ran({ way: silent }).state('A')));
    const recovered = content.recovered.map((one) => ({
      ...one,
      selves: one.selves.map(({ org }) => ({ org, seed: new Uint8Array(32) })),
    }));
    expect(failedAt(audit(encode('Bundle', { ...content, recovered }), text))).to.equal('sum');
  });
});

describe('whatever the bytes', () => {
  it('fails and never throws, for random bundles and consortia', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (data, other) => {
        failedAt(audit(data, text));
        failedAt(audit(bytes, other));
      }),
      { numRuns: 200 },
    );
  });

  it('fails and never throws, for a bundle of random parts', () => {
    const part = fc.uint8Array({ maxLength: 40 });
    const parts = fc.record({
      version: fc.constantFrom(0, 1, 2),
      manifest: fc.oneof(part, fc.constant(bundle.manifest)),
      envelopes: fc.array(fc.oneof(part, fc.constantFrom(...bundle.envelopes)), { maxLength: 12 }),
      keys: fc.array(fc.record({ org: fc.string(), id: part }), { maxLength: 3 }),
      report: part,
      recovered: fc.array(
        fc.record({
          sum: fc.constantFrom('main', 'x'),
          selves: fc.array(fc.record({ org: fc.string(), seed: part }), { maxLength: 2 }),
          pairs: fc.array(fc.record({ member: fc.string(), outsider: fc.string(), seed: part }), {
            maxLength: 2,
          }),
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(parts, (random) => {
        failedAt(audit(encode('Bundle', random), text));
      }),
      { numRuns: 200 },
    );
  });

  it('fails and never throws, for a good bundle with any one byte changed', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Uint8Array.from(bytes);
        changed[place] = changed[place]! ^ change;
        failedAt(audit(changed, text));
      }),
      { numRuns: 150 },
    );
  });
});
