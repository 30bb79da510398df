import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';
import { EXIT } from '../../../node/exit-codes.ts';
import { consortiumOf } from '../../protocol/consortium.ts';
import { accusedIn, flip, lyingIn, ran } from '../../protocol/evidence/accused.ts';
import { errorOf, openDesk, type Desk } from './bench-node.ts';

describe('bench-node audit evidence', () => {
  const world = consortiumOf(4);
  const lie = lyingIn('B', 'reveal', ({ selfSeed }) => ({ selfSeed: flip(selfSeed) }));
  const room = ran(world, { lie });
  let desk: Desk;
  before(() => {
    desk = openDesk();
    const { bytes } = accusedIn(room)[0]!.evidence!;
    writeFileSync(desk.path('consortium.json'), world.text);
    writeFileSync(desk.path('other.json'), consortiumOf(4, {}, 'other').text);
    writeFileSync(desk.path('good.evidence'), bytes);
    writeFileSync(desk.path('changed.evidence'), flip(bytes, bytes.length - 5));
    writeFileSync(desk.path('empty.evidence'), '');
  });
  after(() => desk.clear());
  const evidence = (...args: string[]) =>
    desk.run('audit', 'evidence', ...args, '--consortium', 'consortium.json');

  it('names the liar and what it did, needs neither home nor keys', async () => {
    const { code, stdout } = await evidence('good.evidence');
    expect(code).to.equal(EXIT.ok);
    expect(stdout).to.equal(
      `proven: B revealed another self seed for main than the one that it had hashed (falseSeed), in round ${room.terms.round.slice(0, 12)} of test\n`,
    );
  });

  it('tells a program the same', async () => {
    const { code, stdout } = await evidence('good.evidence', '--json');
    expect(code).to.equal(EXIT.ok);
    const found = JSON.parse(stdout) as object;
    expect(found).to.include({ file: 'good.evidence', ok: true, lie: 'falseSeed', org: 'B' });
    expect(found).to.include({ round: room.terms.round });
  });

  it('says what does not hold, with its exit code', async () => {
    for (const file of ['changed.evidence', 'empty.evidence']) {
      const { code, stdout } = await evidence(file);
      expect(code, file).to.equal(EXIT.auditFailed);
      expect(stdout, file).to.match(/^NOT proven: this evidence does not hold: .{8}/);
    }
    const { stdout } = await evidence('empty.evidence', '--json');
    expect(JSON.parse(stdout)).to.nested.include({ ok: false, 'error.code': 'E_EVIDENCE' });
  });

  it('convicts nobody before another consortium', async () => {
    const ran = await desk.run('audit', 'evidence', 'good.evidence', '--consortium', 'other.json');
    expect(ran.code).to.equal(EXIT.auditFailed);
    expect(ran.stdout).to.contain('signature');
  });

  it('gives several files a verdict each, and the exit code of the worst', async () => {
    const ran = await evidence('good.evidence', 'changed.evidence');
    expect(ran.code).to.equal(EXIT.auditFailed);
    expect(ran.stdout).to.match(/^good\.evidence: proven: B .+\nchanged\.evidence: NOT proven: /);
    const all = await evidence('good.evidence', 'good.evidence', '--json');
    expect(all.code).to.equal(EXIT.ok);
    expect(JSON.parse(all.stdout)).to.have.length(2);
  });

  it('tells a file that is missing, and a consortium that nobody signed, from a lie', async () => {
    const none = await evidence('none.evidence', '--json');
    expect([none.code, errorOf(none).code]).to.deep.equal([EXIT.noInput, 'E_NO_FILE']);
    const file = JSON.parse(readFileSync(desk.path('consortium.json'), 'utf8')) as object;
    writeFileSync(desk.path('unsigned.json'), JSON.stringify({ ...file, signatures: {} }));
    const args = ['good.evidence', '--consortium', 'unsigned.json', '--json'];
    const unsigned = await desk.run('audit', 'evidence', ...args);
    expect(errorOf(unsigned).code).to.equal('E_MANIFEST_UNSIGNED');
    expect(unsigned.code).to.equal(EXIT.data);
  });
});
