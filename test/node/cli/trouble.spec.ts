import { expect } from 'chai';
import { tellingLog } from '../../../node/cli/trouble.ts';
import type { ErrorShape } from '../../../node/errors.ts';

describe('a log that tells of trouble', () => {
  it('says a full disk once in a while, with what to do, and nothing of other warnings', () => {
    const told: ErrorShape[] = [];
    const kept: string[] = [];
    let nowMs = 0;
    const keep = (_details: object, text: string) => void kept.push(text);
    const base = { debug: keep, info: keep, warn: keep, error: keep };
    const log = tellingLog(
      base,
      (trouble) => told.push(trouble),
      () => nowMs,
    );
    const full = { code: 'E_DISK_FULL', message: 'no room. Make room.' };
    log.warn({ ...full, from: 'Org2' }, 'dropped a message');
    log.warn({ ...full, from: 'Org3' }, 'dropped a message');
    log.warn({ code: 'E_BAD_SIGNATURE', message: 'x' }, 'dropped a message');
    log.info({}, 'connected');
    log.error({ code: 'E_JOURNAL' }, 'it cannot be written');
    expect(told).to.deep.equal([full, { code: 'E_JOURNAL', message: 'it cannot be written' }]);
    nowMs = 60_000;
    log.warn(full, 'dropped a message');
    expect(told).to.have.length(3);
    expect(kept).to.have.length(6);
  });
});
