import { expect } from 'chai';
import { roundIdOf } from '../../../protocol/statement.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { T0 } from '../../protocol/proposal.ts';
import { orgRounds, proposalBy, settled, type Choice, type OrgRounds } from './org-rounds.ts';

describe('the secrets of a round that is over', () => {
  const world = consortiumOf(4);
  const message = proposalBy(world, 'B', 1);
  const round = Buffer.from(roundIdOf(world.consortium.digest, message.message)).toString('hex');
  const { closingMs } = message.message.schedule;
  const stored = [{ round, message, receivedMs: T0 }];
  let org: OrgRounds;
  const restart = (choice: Choice) => (org = orgRounds(world, { stored, ...choice }));
  afterEach(() => org.end());

  it('are erased at the start when it closed while the peer was down', () => {
    restart({ nowMs: closingMs });
    org.rounds.resume();
    expect(org.wiped).to.deep.equal([round]);
  });

  it('stay while it is open', () => {
    restart({ nowMs: T0 + 1000 });
    org.rounds.resume();
    expect(org.wiped).to.deep.equal([]);
    expect(org.rounds.all()).to.have.lengthOf(1);
  });

  it('are erased two days later when the consortium is another one by now', () => {
    org = orgRounds(consortiumOf(4, {}, 'other'), { stored, nowMs: T0 + 86_400_000 });
    org.rounds.resume();
    expect(org.wiped).to.deep.equal([]);
    org.clock.ms = T0 + 2 * 86_400_000;
    org.rounds.resume();
    expect(org.wiped).to.deep.equal([round]);
  });

  it('are erased at the closing instant by the round itself', async () => {
    restart({});
    org.rounds.resume();
    await settled();
    org.rounds.of(round).dispatch({ kind: 'tick', nowMs: closingMs });
    expect(org.wiped).to.deep.equal([round]);
  });

  it('are erased at a later try when the first one fails', async () => {
    let tries = 0;
    const { promise, resolve } = Promise.withResolvers<void>();
    restart({
      nowMs: closingMs,
      wipe: async () => {
        tries += 1;
        if (tries < 3) throw new Error('busy');
        resolve();
      },
    });
    org.rounds.resume();
    await promise;
    await settled();
    expect(tries).to.equal(3);
    expect(org.warnings).to.deep.equal([]);
  });

  it('are told of in the log when they can not be erased', async () => {
    let tries = 0;
    restart({
      nowMs: closingMs,
      wipe: async () => {
        tries += 1;
        throw new Error('the disk is gone');
      },
    });
    org.rounds.resume();
    while (org.warnings.length === 0) await settled();
    expect(tries).to.equal(3);
    expect(org.warnings[0]).to.include({ round });
    expect(org.warnings[0]?.text).to.match(/not erased/);
  });
});
