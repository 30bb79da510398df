/** What is refused between peers before anything is served, and after the end. */
import { expect } from 'chai';
import { createAdmission, PEER_VERSION } from '../../../node/net/admission.ts';
import {
  createCandidates,
  createTestLog,
  DIGEST,
  rejection,
  startHost,
  type Candidate,
} from './test-hosts.ts';

describe('a hello of another release', () => {
  const hello = Buffer.from(JSON.stringify({ version: PEER_VERSION + 1, consortium: DIGEST }));
  const admission = () => {
    const { log, lines } = createTestLog();
    const { promise: answer, resolve } = Promise.withResolvers<Uint8Array>();
    const never = { isConnected: () => true, hangUp() {}, onAdmitted() {}, onLost() {} };
    const created = createAdmission({
      consortiumDigest: DIGEST,
      log,
      hello: () => answer,
      ...never,
    });
    return { created, lines, resolve };
  };

  it('is refused, and named in the log once', async () => {
    const { created, lines } = admission();
    for (let i = 0; i < 2; i++)
      expect(() => created.answer(hello, 'Org2'))
        .to.throw()
        .with.property('code', 'E_PEER_VERSION');
    expect(created.state('Org2')).to.equal('other-version');
    expect((await rejection(created.admitted('Org2'))).code).to.equal('E_PEER_VERSION');
    expect(lines.map(({ details }) => details['code'])).to.deep.equal(['E_PEER_VERSION']);
  });

  it('is refused as an answer, too', async () => {
    const { created, resolve } = admission();
    created.connected('Org2');
    resolve(hello);
    const error = await rejection(created.admitted('Org2'));
    expect(error.code).to.equal('E_PEER_VERSION');
    expect(error.message).to.include('speaks version 2, this org 1');
  });
});

describe('a stopped host', () => {
  it('sends nothing', async () => {
    const [one, two] = (await createCandidates(2)) as [Candidate, Candidate];
    const host = await startHost(one, [one, two]);
    await host.stop();
    const error = await rejection(host.publish(Buffer.from('late')));
    expect(error.code).to.equal('E_HOST_STOPPED');
  });
});
