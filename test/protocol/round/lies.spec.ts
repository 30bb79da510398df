/** Who lies about a secret is named by the hashes that it signed before; a sum that can not be true is never published. */
import { expect } from 'chai';
import { laneIndex, mainLayout } from '../../../aggregation/index.ts';
import { audit } from '../../../protocol/audit.ts';
import { bundleOf } from '../../../protocol/publish.ts';
import { currentSum } from '../../../protocol/round/state.ts';
import { step } from '../../../protocol/round/step.ts';
import type { Payload, Statement, StatementType, Verified } from '../../../protocol/statement.ts';
import { consortiumOf, said } from '../consortium.ts';
import { lanesOf } from './lanes.ts';
import { createRoom, type Room, type RoomOptions } from './room.ts';

const world = consortiumOf(4);
const layout = mainLayout();

function ran(options: RoomOptions): Room {
  const room = createRoom(world, options);
  room.load();
  room.finish();
  return room;
}

/** B says something else in every statement of this type. */
function lyingIn<T extends StatementType>(type: T, change: (message: Payload<T>) => object) {
  return (org: string, statement: Statement): Statement =>
    org === 'B' && statement.type === type
      ? ({
          type,
          message: { ...statement.message, ...change(statement.message as Payload<T>) },
        } as Statement)
      : statement;
}

const flip = (bytes: Uint8Array, at = 0) => bytes.map((b, i) => (i === at ? b ^ 1 : b));
const honest = ['A', 'C', 'D'];
const endsOf = (room: Room) => honest.map((org) => room.state(org).end);
const withoutD = (org: string, input: string) => (org === 'D' ? null : lanesOf(org, input));

describe('a lying reveal', () => {
  const lies: [string, RoomOptions][] = [
    ['another self seed', { lie: lyingIn('reveal', ({ selfSeed }) => ({ selfSeed: flip(selfSeed, 31) })) }], // prettier-ignore
    ['the hash of another set', { lie: lyingIn('reveal', ({ set }) => ({ set: flip(set) })) }],
    [
      'a pair seed with who is in the set',
      { lie: lyingIn('reveal', () => ({ pairs: [{ org: 'A', seed: new Uint8Array(32) }] })) },
    ],
    [
      'another pair seed with who is missing',
      {
        lanes: withoutD,
        lie: lyingIn('reveal', ({ pairs }) => ({
          pairs: pairs.map(({ org, seed }) => ({ org, seed: flip(seed) })),
        })),
      },
    ],
    ['no pair seed with who is missing', { lanes: withoutD, lie: lyingIn('reveal', () => ({ pairs: [] })) }], // prettier-ignore
    [
      'a pair seed twice',
      { lanes: withoutD, lie: lyingIn('reveal', ({ pairs }) => ({ pairs: [...pairs, ...pairs] })) },
    ],
    ['a hash that nobody can meet', { lie: lyingIn('deal', ({ sums }) => ({ sums: sums.map((s) => ({ ...s, selfHash: flip(s.selfHash) })) })) }], // prettier-ignore
  ];
  for (const [what, options] of lies)
    it(`ends the round and names its author: ${what}`, () => {
      for (const end of endsOf(ran(options))) {
        expect(end?.code).to.equal('blame');
        expect(end?.details).to.deep.equal({ org: 'B' });
        expect(end?.message).to.contain('B revealed');
      }
    });

  it('convicts nobody when it comes from who is not in the set', () => {
    const room = createRoom(world, {
      lanes: withoutD,
      way: (delivery) => {
        const { message } = delivery;
        if (message.type !== 'reveal' || message.signer !== 'A') return [delivery];
        const lie = { ...message.message, selfSeed: flip(message.message.selfSeed) };
        return [{ ...delivery, message: said(world, 'D', 'reveal', lie) }, delivery];
      },
    });
    room.load();
    room.finish();
    expect(endsOf(room)).to.deep.equal([null, null, null]);
    expect(room.state('B').sums[0]!.reveals.has('D')).to.equal(true);
    const bundle = bundleOf(world.consortium, world.text, room.state('B'));
    expect(audit(bundle, world.text).ok).to.equal(true);
  });
});

describe('a sum that can not be true', () => {
  const lanes = (change: (own: Float64Array) => void) => (org: string, input: string) => {
    const own = lanesOf(org, input);
    if (org === 'B') change(own);
    return own;
  };
  const at = (segment: string) => laneIndex(layout, segment);
  const wrongs: [string, RoomOptions][] = [
    ['an org that counts as two', { lanes: lanes((own) => (own[at('contributors')] = 2)) }],
    ['an org that counts as none', { lanes: lanes((own) => (own[at('contributors')] = 0)) }],
    [
      'more commits than latencies',
      { lanes: lanes((own) => (own[at('transaction.committed')] = 5000)) },
    ],
    [
      'more failures than were sent',
      { lanes: lanes((own) => (own[at('transaction.failed.other')] = 5000)) },
    ],
    [
      'a latency that nobody committed',
      { lanes: lanes((own) => (own[at('read.latency') + 3] = 5000)) },
    ],
    [
      'masked lanes that are noise',
      { lie: lyingIn('contribution', ({ lanes: y }) => ({ lanes: y.map((b, i) => b ^ (i % 251)) })) }, // prettier-ignore
    ],
    [
      'a lane with its highest bit set',
      { lie: lyingIn('contribution', ({ lanes: y }) => ({ lanes: y.map((b, i) => (i === 7 ? b ^ 128 : b)) })) }, // prettier-ignore
    ],
  ];
  for (const [what, options] of wrongs)
    it(`ends the round as implausible: ${what}`, () => {
      const room = ran(options);
      for (const end of endsOf(room)) expect(end?.code).to.equal('implausible');
      expect(room.sent.some(({ type }) => type === 'result')).to.equal(false);
    });

  it('is a copy of what another contributed, because the masks do not cancel', () => {
    let copied: Uint8Array | undefined;
    const room = ran({
      lie(org, statement) {
        if (statement.type !== 'contribution') return statement;
        if (org === 'A') copied = statement.message.lanes;
        if (org !== 'B') return statement;
        return { ...statement, message: { ...statement.message, lanes: copied! } };
      },
    });
    expect(copied).to.have.length(8 * layout.lanes);
    for (const end of endsOf(room)) expect(end?.code).to.equal('implausible');
  });
});

describe('a lying result', () => {
  it('changes nothing while q others agree', () => {
    const room = ran({ lie: lyingIn('result', ({ lanesDigest }) => ({ lanesDigest: flip(lanesDigest) })) }); // prettier-ignore
    expect(honest.map((org) => room.state(org).phase)).to.deep.equal(Array(3).fill('published'));
  });

  it('leaves a round of three unpublished, and tells who signed', () => {
    const room = createRoom(consortiumOf(3), {
      lie: lyingIn('result', ({ reportDigest }) => ({ reportDigest: flip(reportDigest) })),
    });
    room.load();
    room.finish();
    expect(room.state('A').end).to.deep.include({ code: 'unpublished' });
    expect(room.state('A').end?.details).to.deep.equal({ signed: ['A', 'B', 'C'] });
  });
});

describe('a second Keys of one org', () => {
  it('never gets into the set-up of those who heard the first', () => {
    const second = new Map<string, Verified>();
    const way: RoomOptions['way'] = (delivery) => {
      const { message, to } = delivery;
      if (message.type !== 'keys' || message.signer !== 'B') return [delivery];
      const sums = message.message.sums.map((sum) => ({
        ...sum,
        maskPublic: flip(sum.maskPublic),
      }));
      const other = said(world, 'B', 'keys', { ...message.message, sums });
      second.set(to, other);
      return [delivery, { to, message: other }];
    };
    const room = createRoom(world, { way });
    room.load();
    room.finish();
    expect(second.size).to.equal(3);
    expect(room.refusals.map(({ code }) => code)).to.include('E_EQUIVOCATION');
    for (const org of world.orgs) expect(room.state(org).phase, org).to.equal('published');
  });
});

describe('a contribution that comes at the cut', () => {
  it('does not count as held by then, even if it is the first thing heard', () => {
    const kept: Verified[] = [];
    const way: RoomOptions['way'] = (delivery) => {
      const { message, to } = delivery;
      const late = message.type === 'contribution' && message.signer === 'D' && to === 'A';
      if (late) kept.push(message);
      return late ? [] : [delivery];
    };
    const room = createRoom(world, { way });
    room.load();
    const [message] = kept as [Verified];
    const nowMs = room.state('A').terms.sums[0]?.cutMs as number;
    const { state } = step(room.state('A'), { kind: 'message', nowMs, message });
    expect([...currentSum(state).contributions.keys()]).to.include('D');
    expect(currentSum(state).heldAtCut).to.deep.equal(['A', 'B', 'C']);
  });
});
