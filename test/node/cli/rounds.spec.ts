import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect } from 'chai';
import { matchRound, resolveRound } from '../../../node/cli/reach-peer.ts';
import type { EndPhase } from '../../../protocol/round/state.ts';
import { startControlServer, type ControlServer } from '../../../node/control/server.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import { reportText } from '../../../protocol/report.ts';
import { fakeDisclosure, fakePeer, fakeView, ROUND, type FakePeer } from '../control/fake-peer.ts';
import { hump, sampleReport } from '../report/sample-report.ts';
import { errorOf, openDesk, type Desk } from './bench-node.ts';

const OTHER = '3fa2'.repeat(16);
const SCENARIO = `name: asset-transfer
sut: { type: ledger, version: '1' }
workload: { class: asset-transfer, description: Transfers. }
warmUpSeconds: 3
runSeconds: 12
`;

describe('which round is meant', () => {
  const code = (find: () => string) => {
    try {
      return find();
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('is the one that begins with the digits, four at least', () => {
    expect(matchRound([ROUND, OTHER], '3fa1')).to.equal(ROUND);
    expect(matchRound([ROUND, OTHER], OTHER)).to.equal(OTHER);
    expect(code(() => matchRound([ROUND], '3fa'))).to.equal('E_NO_ROUND');
    expect(code(() => matchRound([ROUND], '../../etc/passwd'))).to.equal('E_NO_ROUND');
    expect(code(() => matchRound([ROUND, OTHER], 'ffff'))).to.equal('E_NO_ROUND');
    const twins = [ROUND, `3fa1${'0'.repeat(60)}`];
    expect(code(() => matchRound(twins, '3fa1'))).to.equal('E_WHICH_ROUND');
  });

  it('is the only open one when nothing was typed', () => {
    const ended = { ...fakeView('published'), round: OTHER };
    expect(resolveRound([ended, fakeView('running')])).to.equal(ROUND);
    expect(code(() => resolveRound([ended]))).to.equal('E_NO_ROUND');
    const two = [fakeView('running'), { ...fakeView('proposed'), round: OTHER }];
    expect(code(() => resolveRound(two))).to.equal('E_WHICH_ROUND');
  });
});

describe('the commands about rounds', () => {
  let desk: Desk;
  let peer: FakePeer;
  let server: ControlServer;
  beforeEach(async () => {
    desk = openDesk();
    mkdirSync(desk.path('home/node'), { recursive: true });
    writeFileSync(desk.path('home/config.yaml'), 'org: Org1\n');
    peer = fakePeer(fakeView('proposed'));
    server = await startControlServer({ peer, file: desk.path('home/node/control.json') });
  });
  afterEach(async () => {
    await server.close();
    desk.clear();
  });
  const run = (...args: string[]) => desk.run(...args, '--home', desk.path('home'));
  /** The command listens, and has read where things stand. */
  const watched = async (read = 'round') => {
    while (peer.listeners.size === 0 || !peer.reads.includes(read)) await turn();
  };

  it('propose what stands in the file, and what the command line says instead', async () => {
    writeFileSync(desk.path('s.yaml'), SCENARIO);
    const ran = await run(
      'propose',
      's.yaml',
      '--accept-seconds',
      '20',
      '--run-seconds',
      '7.5',
      '--json',
    );
    expect(JSON.parse(ran.stdout)).to.deep.equal({ round: ROUND, notConnected: ['Org3'] });
    const [[, sent]] = peer.calls as [[string, Record<string, unknown>]];
    expect(sent).to.include({ name: 'asset-transfer', warmUpSeconds: 3, runSeconds: 7.5 });
    expect(sent['deadlines']).to.include({ acceptSeconds: 20, commitSeconds: 35 });
  });

  it('propose a round again, without who was left out then and who is left out now', async () => {
    peer.put(fakeView('notReady'));
    const scenario = { ...peer.scenario(ROUND), without: ['Org5'], exception: 'Org5 is gone' };
    peer.scenario = () => scenario;
    const ran = await run('propose', '--again', '3fa1', '--without', 'Org4', 'Org5', '--vote-seconds', '9', '--json'); // prettier-ignore
    expect(ran.code).to.equal(EXIT.ok);
    expect(peer.calls).to.deep.equal([
      [
        'propose',
        {
          ...scenario,
          without: ['Org5', 'Org4'],
          deadlines: { ...scenario.deadlines, voteSeconds: 9 },
        },
      ],
    ]);
    const both = await run('propose', 's.yaml', '--again', '3fa1', '--json');
    expect(errorOf(both).code).to.equal('E_USAGE');
  });

  it('say what to type when a member was not ready', async () => {
    const roster = ['Org1', 'Org2', 'Org3', 'Org4'];
    const end = { code: 'deadline', message: 'not ready: Org4', details: { missing: ['Org4'] } };
    peer.put(fakeView('notReady', { roster, end }));
    for (const flag of [[], ['--quiet']]) {
      const { code, stdout } = await run('watch', '3fa1', ...flag);
      expect(code).to.equal(EXIT.notReady);
      expect(stdout).to.match(/not ready: .*Org4/);
      expect(stdout).to.contain('`bench-node propose --again 3fa13fa1 --without Org4`');
    }
  });

  it('say who is not connected when they propose, and when the load starts', async () => {
    writeFileSync(desk.path('s.yaml'), SCENARIO);
    const { code, stdout } = await run('propose', 's.yaml');
    expect(code).to.equal(EXIT.ok);
    expect(stdout).to.match(/^not connected: Org3\./m);
    expect(stdout).to.match(
      /the load start(s|ed) at 00:00:05 UTC.*: 1 s warm-up, then 9 s that count/,
    );
  });

  it('refuse a wrong scenario with key and line, before anybody hears of it', async () => {
    writeFileSync(desk.path('s.yaml'), SCENARIO.replace('runSeconds: 12', 'runSeconds: soon'));
    const ran = await run('propose', 's.yaml', '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.data, 'E_SCENARIO']);
    expect(errorOf(ran).details).to.deep.equal({ key: 'runSeconds', line: 5 });
    expect(peer.calls).to.deep.equal([]);
  });

  const flags: [flag: string, value: string, rule: string][] = [
    ['--run-seconds', '0', 'runSeconds: must be at least 1'],
    ['--start-seconds', '10', 'deadlines.startSeconds: must be more than readySeconds'],
    ['--accept-seconds', '70', 'deadlines.commitSeconds: must be more than acceptSeconds'],
  ];
  for (const [flag, value, rule] of flags)
    it(`blame ${flag} ${value} on the command line, and not on the file`, async () => {
      const deadlines =
        '{ acceptSeconds: 60, commitSeconds: 65, readySeconds: 85, startSeconds: 90 }';
      writeFileSync(desk.path('s.yaml'), `${SCENARIO}deadlines: ${deadlines}\n`);
      const ran = await run('propose', 's.yaml', flag, value, '--json');
      expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.usage, 'E_USAGE']);
      expect(errorOf(ran).message).to.contain(`${flag} ${value}`).and.to.contain(rule);
      expect(errorOf(ran).message).not.to.contain('s.yaml');
    });

  it('accept, decline and abort the round that was meant', async () => {
    await run('accept');
    await run('decline', '3fa1', '--code', 'noTime', '--reason', 'on Monday');
    await run('abort', ROUND, '--reason', 'disk full');
    expect(peer.calls).to.deep.equal([
      ['accept', ROUND],
      ['decline', ROUND, 'noTime', 'on Monday'],
      ['abort', ROUND, 'disk full'],
    ]);
  });

  it('say to which exception they consent, before they sign', async () => {
    const comparables = [{ round: OTHER, contributors: ['Org1', 'Org2'], set: 'ab'.repeat(32) }];
    peer.put(fakeView('proposed', { exception: 'Org3 is new', comparables }));
    const accepted = await run('accept', '3fa1');
    expect(accepted.stderr).to.contain('Org3 is new').and.to.contain('3fa23fa2');
    expect(accepted.stdout).to.contain('All 3 must stay until the end');
    writeFileSync(desk.path('s.yaml'), SCENARIO);
    const proposed = await run('propose', 's.yaml', '--exception', 'Org3 is new');
    expect(proposed.stdout).to.contain('Org3 is new').and.to.contain('All 3 must stay');
    const { stdout } = await run('accept', '3fa1', '--json');
    expect(JSON.parse(stdout)).to.deep.include({ exception: 'Org3 is new', comparables });
    expect(accepted.stderr).not.to.contain('NOT IN ITS LIST');
    peer.leftOut.push({ round: 'cd'.repeat(32), contributors: ['Org1', 'Org3'], set: '' });
    const warned = await run('accept', '3fa1');
    expect(warned.stderr).to.contain('this vault remembers round cdcdcdcd of the same work: Org1, Org3'); // prettier-ignore
    peer.leftOut.length = 0;
    peer.put(fakeView('proposed', { comparables }));
    const plain = await run('accept', '3fa1');
    expect(plain.stdout).to.contain('compared with round 3fa23fa2');
    expect(plain.stderr).to.equal('');
  });

  it('show what leaves the machine, and sign nothing without a word', async () => {
    const { code, stdout, stderr } = await run('accept', '3fa1', '--show-disclosure');
    expect(code).to.equal(EXIT.ok);
    expect(stdout).to.contain('lockfileDigest').and.to.contain('transaction.latency');
    expect(stderr).to.contain('Nothing was signed');
    expect(peer.calls).to.deep.equal([]);
  });

  it('accept after the disclosure with --yes', async () => {
    const { stdout } = await run('accept', '3fa1', '--show-disclosure', '--yes');
    expect(stdout)
      .to.contain('whole summed vector')
      .and.to.match(/^accepted 3fa13fa1.*$/m)
      .and.to.match(/^the load start(s|ed) at 00:00:05 UTC/m);
    expect(peer.calls).to.deep.equal([['accept', ROUND]]);
  });

  it('show a program the disclosure as JSON, and the round when it accepts', async () => {
    const shown = await run('accept', '3fa1', '--show-disclosure', '--json');
    expect(JSON.parse(shown.stdout)).to.deep.equal({
      disclosure: { ...fakeDisclosure(), round: ROUND },
      accepted: null,
    });
    expect(peer.calls).to.deep.equal([]);
    const { stdout } = await run('accept', '3fa1', '--show-disclosure', '--yes', '--json');
    expect(JSON.parse(stdout)).to.have.nested.property('accepted.round', ROUND);
  });

  it('print a round as JSON for a program', async () => {
    const { stdout } = await run('accept', '--json');
    expect(JSON.parse(stdout)).to.deep.equal(fakeView('proposed'));
  });

  it('show the status of the peer', async () => {
    const { stdout } = await run('status');
    expect(stdout)
      .to.match(/connected +Org2/)
      .and.to.match(/missing +Org3/);
    expect(stdout).to.contain('3fa13fa1').and.to.contain('asset-transfer');
    const asked = await run('status', '--json');
    expect(JSON.parse(asked.stdout)).to.deep.equal(peer.status());
  });

  it('follow a round until it is published, everybody has signed, and say where the files are', async () => {
    const running = run('watch');
    await watched();
    const files = { report: '/r.json', html: '/r.html', bundle: '/r.bundle' };
    peer.emit({ atMs: 43_384_000, round: ROUND, kind: 'message', org: 'Org2', type: 'acceptance' });
    peer.emit({ atMs: 43_385_000, round: ROUND, kind: 'phase', phase: 'running' });
    peer.put(fakeView('published', { files, verifiedBy: ['Org1'] }));
    peer.emit({ atMs: 43_386_000, round: ROUND, kind: 'end', phase: 'published' });
    peer.put(fakeView('published', { files, verifiedBy: ['Org1', 'Org2', 'Org3'] }));
    peer.emit({ atMs: 43_387_000, round: ROUND, kind: 'message', org: 'Org3', type: 'result' });
    const { code, stdout } = await running;
    expect(code).to.equal(EXIT.ok);
    expect(stdout).to.contain('12:03:04    Org2 accepted').and.to.contain('12:03:05  running');
    expect(stdout).to.contain('verified by 3 of 3: Org1, Org2, Org3').and.to.contain('/r.html');
  });

  const ends: Record<EndPhase, number> = {
    published: EXIT.ok,
    rejected: EXIT.rejected,
    cancelled: EXIT.rejected,
    expired: EXIT.expired,
    notReady: EXIT.notReady,
    aborted: EXIT.aborted,
  };
  for (const [phase, code] of Object.entries(ends) as [EndPhase, number][]) {
    it(`end with exit code ${code} when a watched round ends ${phase}`, async () => {
      const running = run('watch', '3fa1', '--json');
      await watched();
      const end = { code: 'why', message: 'because' };
      peer.put(fakeView(phase, phase === 'published' ? {} : { end }));
      peer.emit({
        atMs: 1,
        round: ROUND,
        kind: 'end',
        phase,
        ...(phase !== 'published' && { end }),
      });
      const ran = await running;
      expect(ran.code).to.equal(code);
      const lines = ran.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { kind: string });
      expect(lines.map(({ kind }) => kind)).to.deep.equal(['end', 'round']);
      const again = await run('watch', ROUND);
      expect(again.code, 'of a round that is over').to.equal(code);
    });
  }

  it('say which members are not connected, who goes, and who comes', async () => {
    const status = peer.status();
    const connect = (...connected: string[]) => (peer.status = () => ({ ...status, connected }));
    const { child, stdout, said } = desk.start('watch', '--home', desk.path('home'));
    try {
      await said('not connected: Org3');
      connect('Org2', 'Org3');
      await said('Org3 is connected');
      connect('Org3');
      await said('Org2 is not connected any more');
    } finally {
      child.kill('SIGINT');
    }
    expect(stdout()).to.match(/\d\d:\d\d:\d\d {4}Org2 is not connected any more\n/);
  });

  it('stop watching at Ctrl-C, and say that the round goes on', async () => {
    const { child, said } = desk.start('watch', '--home', desk.path('home'));
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    await said('not connected: Org3');
    child.kill('SIGINT');
    expect(await once(child, 'close')).to.deep.equal([130, null]);
    expect(stderr).to.equal('no longer watching: the round goes on\n');
    expect(peer.calls).to.deep.equal([]);
  });

  it('tell a program of members that go and come, too', async () => {
    const status = peer.status();
    const asked = Promise.withResolvers<void>();
    peer.status = () => {
      asked.resolve();
      return status;
    };
    const { child, said } = desk.start('watch', '--json', '--home', desk.path('home'));
    try {
      await asked.promise;
      peer.status = () => ({ ...status, connected: [] });
      const line = await said('"kind":"connection"');
      expect(JSON.parse(line)).to.include({ round: ROUND, org: 'Org2', connected: false });
    } finally {
      child.kill('SIGINT');
    }
  });

  it('wait for the next proposal when no round is open', async () => {
    peer.put(fakeView('published'));
    const running = run('watch', '--json');
    await watched('rounds');
    peer.put({ ...fakeView('aborted'), round: OTHER });
    peer.emit({ atMs: 1, round: OTHER, kind: 'phase', phase: 'proposed' });
    expect((await running).code).to.equal(EXIT.aborted);
  });

  it('say so when the peer stops while it is watched', async () => {
    const running = run('watch', '--json');
    await watched();
    await server.close();
    const ran = await running;
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.unavailable, 'E_PEER_NOT_RUNNING']);
  });

  it('show the report of a published round, verbatim for a program, without a peer', async () => {
    await server.close();
    const report = sampleReport({ transaction: hump(500, 200_000) });
    const dir = desk.path(join('home/rounds', report.round));
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'report.json'), reportText(report));
    const { stdout } = await run('report');
    expect(stdout).to.contain('throughput').and.to.contain(join(dir, 'report.html'));
    expect(stdout).to.contain('bench-node audit verify');
    expect((await run('report', report.round.slice(0, 6), '--json')).stdout).to.equal(
      reportText(report),
    );
    const ran = await run('report', 'abcd', '--json');
    expect([ran.code, errorOf(ran).code]).to.deep.equal([EXIT.noInput, 'E_NO_ROUND']);
  });
});
