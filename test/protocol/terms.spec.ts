/** The terms of a round: a proposal that breaks any rule is refused, and the refusal names the field. */
import { expect } from 'chai';
import { contextFor } from '../../protocol/agreement.ts';
import { hex } from '../../protocol/digest.ts';
import { type Payload, roundIdOf } from '../../protocol/statement.ts';
import { clockLimitUs, termsOf, TWO_DELAYS_MS, windowOf } from '../../protocol/terms.ts';
import { consortiumOf } from './consortium.ts';
import { proposalOf } from './proposal.ts';
import { refusalBy } from './refusal.ts';

type Proposal = Payload<'proposal'>;
type Schedule = Proposal['schedule'];

const world = consortiumOf(4);
const good = proposalOf(world);
const { schedule } = good;
const [sum] = good.sums as [Proposal['sums'][number]];
/** Of 5 s to vote the first view takes 600 ms, whatever the number of its coordinators. */
const twoViewsMs = 1200;
const loadEndMs = schedule.startMs + schedule.warmUpMs + schedule.runMs;

const changed = (change: Partial<Proposal>): Proposal => ({ ...good, ...change });
const timed = (change: Partial<Schedule>) => changed({ schedule: { ...schedule, ...change } });
const summed = (change: Partial<typeof sum>) => changed({ sums: [{ ...sum, ...change }] });

describe('the terms of a proposal', () => {
  it('hold what it fixes for the life of the round', () => {
    const terms = termsOf(world.consortium, good);
    expect(terms.roster).to.deep.equal(['A', 'B', 'C', 'D']);
    expect([terms.n, terms.f, terms.q]).to.deep.equal([4, 1, 3]);
    expect(terms.round).to.equal(hex(roundIdOf(world.consortium.digest, good)));
    expect(terms.sums.map(({ id, layout }) => [id, layout.id])).to.deep.equal([
      ['main', 'main-v1'],
    ]);
    expect(windowOf(terms.schedule)).to.deep.equal({
      fromMs: schedule.startMs + 4000,
      toMs: schedule.startMs + 14_000,
      drainedMs: schedule.startMs + 19_000,
    });
  });

  const rules: [string, Proposal, string][] = [
    ['another version', changed({ version: 2 }), 'version'],
    ['a short nonce', changed({ nonce: new Uint8Array(15) }), 'nonce'],
    ['a long nonce', changed({ nonce: new Uint8Array(17) }), 'nonce'],
    ['another grid', changed({ grid: 'linear' }), 'grid'],
    ['an unsorted roster', changed({ roster: ['A', 'C', 'B', 'D'] }), 'roster'],
    ['an org twice', changed({ roster: ['A', 'B', 'B', 'C'] }), 'roster'],
    ['a stranger', changed({ roster: ['A', 'B', 'C', 'Z'] }), 'roster'],
    ['two orgs', changed({ roster: ['A', 'B'] }), 'roster'],
    ['nobody', changed({ roster: [] }), 'proposer'],
    ['a proposer outside of the roster', changed({ roster: ['B', 'C', 'D'], q: 3 }), 'proposer'],
    ['another f than the policy', changed({ f: 2 }), 'f'],
    ['no faulty member', changed({ f: 0 }), 'f'],
    ['a smaller quorum', changed({ q: 2 }), 'q'],
    ['a larger quorum', changed({ q: 4 }), 'q'],
    ['no sum', changed({ sums: [] }), 'sums.0.cutMs'],
    ['a sum without a name', summed({ id: '' }), 'sums'],
    ['a sum with a slash in its name', summed({ id: 'a/b' }), 'sums'],
    ['a sum with a long name', summed({ id: 'a'.repeat(17) }), 'sums'],
    [
      'a description with an escape code',
      changed({ description: 'safe \u001b[2K' }),
      'description',
    ],
    ['a scenario that turns the text around', changed({ scenario: 'a\u202eb' }), 'scenario'],
    ['a description without end', changed({ description: 'x'.repeat(1001) }), 'description'],
    ['two sums of one name', proposalOf(world, { sums: ['main', 'or1', 'main'] }), 'sums'],
    ['two sums of one input', changed({ sums: [sum, { ...sum, id: 'again', cutMs: sum.cutMs + 6000, voteByMs: sum.voteByMs + 6000 }] }), 'sums'], // prettier-ignore
    ['a layout that nobody knows', summed({ layout: 'main-v9' }), 'sums.main.layout'],
    ['a layout with another content', summed({ layoutDigest: new Uint8Array(32) }), 'sums.main.layoutDigest'], // prettier-ignore
    ['a commit before the acceptance', timed({ commitByMs: schedule.acceptByMs }), 'commitByMs'],
    ['a Ready before the commit', timed({ readyByMs: schedule.commitByMs }), 'readyByMs'],
    ['a start before Ready', timed({ startMs: schedule.readyByMs }), 'startMs'],
    ['a start too close to Ready', timed({ startMs: schedule.readyByMs + TWO_DELAYS_MS - 1 }), 'startMs'], // prettier-ignore
    ['no load at all', timed({ warmUpMs: 0, runMs: 0 }), 'runMs'],
    ['a load under a second', timed({ runMs: 999 }), 'runMs'],
    ['a cut within the load', summed({ cutMs: loadEndMs }), 'sums.main.cutMs'],
    ['a cut within the drain', summed({ cutMs: loadEndMs + schedule.drainMs - 1 }), 'sums.0.cutMs'],
    ['a voting deadline before the cut', summed({ voteByMs: sum.cutMs }), 'sums.main.voteByMs'],
    ['a vote of a millisecond', summed({ voteByMs: sum.cutMs + 1 }), 'sums.main.voteByMs'],
    ['a vote under a tenth of a second', summed({ voteByMs: sum.cutMs + 99 }), 'sums.main.voteByMs'], // prettier-ignore
    ['a closing before the votes', timed({ closingMs: sum.voteByMs }), 'closingMs'],
    ['a closing that leaves no time to release shares', timed({ closingMs: sum.voteByMs + twoViewsMs - 1 }), 'closingMs'], // prettier-ignore
    ['a round longer than the policy', timed({ closingMs: schedule.acceptByMs + 600_001 }), 'closingMs'], // prettier-ignore
    ['a second sum before the first is voted on', changed({ sums: [sum, { ...sum, id: 'or1', voteByMs: sum.voteByMs + 2 }] }), 'sums.or1.cutMs'], // prettier-ignore
    ['no schedule', changed({ schedule: null as never }), 'schedule'],
  ];
  for (const [what, proposal, field] of rules)
    it(`refuse ${what}`, () => {
      const { code, details, message } = refusalBy(() => termsOf(world.consortium, proposal));
      expect(code).to.equal('E_PROPOSAL');
      expect(details).to.deep.equal({ field });
      expect(message.startsWith(field)).to.equal(true);
    });

  it('take what is just within each limit', () => {
    const limits = [
      timed({ startMs: schedule.readyByMs + TWO_DELAYS_MS }),
      timed({ runMs: 1000 }),
      timed({ warmUpMs: 0 }),
      timed({ drainMs: 0 }),
      timed({ closingMs: schedule.acceptByMs + 600_000 }),
      timed({ closingMs: sum.voteByMs + twoViewsMs }),
      summed({ voteByMs: sum.cutMs + 100 }),
      summed({ cutMs: loadEndMs + schedule.drainMs }),
      summed({ id: 'a'.repeat(16) }),
      changed({ roster: ['A', 'B', 'C'] }),
      proposalOf(world, { sums: ['main', 'or1', 'or2', 'threshold'] }),
    ];
    for (const proposal of limits) expect(() => termsOf(world.consortium, proposal)).to.not.throw();
  });

  it('know the quorum of each size', () => {
    // n, f, q, and how many may be missing
    const sizes = [[3, 1, 3, 0], [4, 1, 3, 1], [5, 1, 4, 1], [6, 1, 4, 2], [7, 1, 5, 2], [7, 2, 5, 2], [10, 3, 7, 3], [16, 5, 11, 5]] as const; // prettier-ignore
    for (const [n, f, q, missing] of sizes) {
      const sized = consortiumOf(n, { toleratedFaulty: f });
      const terms = termsOf(sized.consortium, proposalOf(sized));
      expect([terms.n, terms.f, terms.q, terms.n - terms.q]).to.deep.equal([n, f, q, missing]);
      const wrong = { ...proposalOf(sized), q: q - 1 };
      expect(refusalBy(() => termsOf(sized.consortium, wrong)).details.field).to.equal('q');
    }
  });

  it('refuse a quorum below what the policy wants to contribute', () => {
    const strict = consortiumOf(4, { minimumContributors: 4 });
    const error = refusalBy(() => termsOf(strict.consortium, proposalOf(strict)));
    expect(error.details).to.deep.equal({ field: 'roster' });
  });

  it('refuse more faulty members than a roster can bear', () => {
    const bold = consortiumOf(3, { toleratedFaulty: 4 });
    const error = refusalBy(() => termsOf(bold.consortium, { ...proposalOf(bold), q: 4 }));
    expect(error.details).to.deep.equal({ field: 'f' });
  });

  it('measure the shortest phase, of which a clock may be off a tenth', () => {
    expect(clockLimitUs(schedule)).to.equal(400_000);
    const longGap = { ...schedule, readyByMs: schedule.startMs - 4000 };
    expect(clockLimitUs({ ...longGap, warmUpMs: 0 })).to.equal(1_000_000);
    expect(clockLimitUs({ ...longGap, warmUpMs: 20_000 })).to.equal(1_000_000);
    expect(clockLimitUs({ ...schedule, readyByMs: schedule.startMs - 300 })).to.equal(150_000);
  });

  it('bind each sum to consortium, round, roster, layout and its own name', () => {
    const two = proposalOf(world, { sums: ['main', 'or1'] });
    const setups = [
      ...termsOf(world.consortium, two).sums,
      ...termsOf(world.consortium, { ...two, nonce: new Uint8Array(16).fill(1) }).sums,
      ...termsOf(world.consortium, { ...two, roster: ['A', 'B', 'C'] }).sums,
      ...termsOf(consortiumOf(4, {}, 'other').consortium, two).sums,
    ].map(({ setup }) => hex(setup));
    expect(new Set(setups).size).to.equal(8);
  });

  it('give each sum another context for another set-up and for other earlier results', () => {
    const [plan] = termsOf(world.consortium, good).sums;
    const bytes = (fill: number) => new Uint8Array(32).fill(fill);
    const earlier = { set: bytes(3), lanes: bytes(4) };
    const contexts = [
      contextFor(plan!, bytes(1), []),
      contextFor(plan!, bytes(2), []),
      contextFor(plan!, bytes(1), [earlier]),
      contextFor(plan!, bytes(1), [{ ...earlier, set: bytes(5) }]),
      contextFor(plan!, bytes(1), [{ ...earlier, lanes: bytes(5) }]),
      contextFor(plan!, bytes(1), [earlier, earlier]),
    ].map(hex);
    expect(new Set(contexts).size).to.equal(contexts.length);
  });
});
