/** Which statements of a bundle an auditor takes for signed without a look at their signature, and which it checks. */
import { expect } from 'chai';
import { openStatements } from '../../protocol/audit-signatures.ts';
import type { Consortium } from '../../protocol/manifest.ts';
import { bundleOf } from '../../protocol/publish.ts';
import { decode } from '../../protocol/schema/codec.ts';
import { open, type StatementType, type Verified } from '../../protocol/statement.ts';
import { consortiumOf, said } from './consortium.ts';
import { createRoom } from './round/room.ts';

const world = consortiumOf(4);
const { consortium, text } = world;
const room = createRoom(world);
room.load();
room.finish();
const bundle = decode('Bundle', bundleOf(consortium, text, room.state('A')));
const all = bundle.envelopes.map((envelope) => open(consortium, envelope));
const isOf = (one: Verified, signer: string, ...types: StatementType[]) =>
  one.signer === signer && types.includes(one.type);

/** Of whom a signature was checked, by type. */
function checkedIn(statements: readonly Verified[]): string[] {
  const asked: string[] = [];
  const keys = new Map(consortium.keys);
  keys.get = (org) => {
    asked.push(org);
    return consortium.keys.get(org);
  };
  const counting: Consortium = { ...consortium, keys };
  openStatements(counting, { ...bundle, envelopes: statements.map(({ bytes }) => bytes) });
  return asked;
}
/** How often each org's signature was checked more or less than in the whole bundle. */
function difference(statements: readonly Verified[]): Record<string, number> {
  const [before, after] = [checkedIn(all), checkedIn(statements)];
  const times = (list: readonly string[], org: string) => list.filter((one) => one === org).length;
  const each = world.orgs.map((org) => [org, times(after, org) - times(before, org)] as const);
  return Object.fromEntries(each.filter(([, more]) => more !== 0));
}
const without = (signer: string, ...types: StatementType[]) =>
  all.filter((one) => !isOf(one, signer, ...types));
const instead = (signer: string, type: StatementType, change: object) =>
  all.map((one) =>
    isOf(one, signer, type)
      ? said(world, signer, type, { ...one.message, ...change } as never)
      : one,
  );

describe('the signatures of a bundle', () => {
  it('are checked but for acceptances, deals and contributions, over which others stand', () => {
    const proven = all.filter(({ type }) => ['acceptance', 'deal', 'contribution'].includes(type));
    expect(proven).to.have.length(12);
    expect(checkedIn(all)).to.have.length(all.length - proven.length);
  });

  it('are taken as they stand in the bundle, in its order', () => {
    expect(openStatements(consortium, bundle)).to.deep.equal(all);
  });

  it('of an acceptance is checked without its commit, and when that names others', () => {
    // one signature less is there, and one more is looked at
    expect(difference(without('B', 'commit'))).to.deep.equal({});
    expect(difference(instead('B', 'commit', { acceptances: new Uint8Array(32) }))).to.deep.equal({
      B: 1,
    });
    const [lacking, others] = ['B', { A: 1, C: 1, D: 1 }];
    expect(difference(without(lacking, 'acceptance'))).to.deep.equal(others);
  });

  it('of a deal is checked without its Ready, and when that is for another set-up', () => {
    expect(difference(without('C', 'ready'))).to.deep.equal({});
    expect(difference(instead('C', 'ready', { setupDigest: new Uint8Array(32) }))).to.deep.equal({
      C: 1,
    });
    expect(difference(without('C', 'deal'))).to.deep.equal({ A: 1, B: 1, D: 1 });
  });

  it('of a contribution is checked when its org signed nothing of the set that it is in', () => {
    const ofTheSet = ['precommit', 'reveal', 'result'] as const;
    const said = all.filter((one) => isOf(one, 'D', ...ofTheSet)).length;
    expect(difference(without('D', ...ofTheSet))).to.deep.equal({ D: 1 - said });
    for (const kept of ofTheSet) {
      // of the precommits there are q
      const org = all.find(({ type }) => type === kept)!.signer;
      const its = all.filter((one) => isOf(one, org, ...ofTheSet)).length;
      const left = without(org, ...ofTheSet.filter((type) => type !== kept));
      expect(difference(left), kept).to.deep.equal(its > 1 ? { [org]: 1 - its } : {});
    }
    const { signer } = all.find(({ type }) => type === 'candidate')!;
    const none = difference(without(signer, 'candidate'));
    expect(none[signer]).to.equal(undefined);
    for (const org of world.orgs) if (org !== signer) expect(none[org], org).to.equal(1);
  });

  it('of a contribution is checked when what its org signed names another set', () => {
    const types = ['precommit', 'reveal', 'result'] as const;
    const changed = types.reduce<readonly Verified[]>(
      (now, type) =>
        now.map((one) =>
          isOf(one, 'D', type)
            ? said(world, 'D', type, { ...one.message, set: new Uint8Array(32) } as never)
            : one,
        ),
      all,
    );
    expect(difference(changed)).to.deep.equal({ D: 1 });
  });
});
