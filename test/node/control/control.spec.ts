import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openControl } from '../../../node/control/client.ts';
import { startControlServer, type ControlServer } from '../../../node/control/server.ts';
import { exitCodeOf } from '../../../node/errors.ts';
import { EXIT } from '../../../node/exit-codes.ts';
import { fakePeer, fakeView, ROUND, SCENARIO, type FakePeer } from './fake-peer.ts';

let dir: string;
let file: string;
let peer: FakePeer;
let server: ControlServer;
let bugs: unknown[];
let stops: number;

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly message?: string };
}

async function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<Answer> {
  const sent = request(server.url + path, { method, headers, agent: false }).end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, body: JSON.parse(text) as Answer['body'] };
}

const bearer = () => ({ authorization: `Bearer ${server.token}` });
const json = () => ({ ...bearer(), 'content-type': 'application/json' });

async function refusal(
  promise: Promise<unknown>,
): Promise<Error & { code: string; details: unknown }> {
  try {
    await promise;
  } catch (error) {
    return error as Error & { code: string; details: unknown };
  }
  throw new Error('it was not refused');
}

describe('control', () => {
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'hushmark-control-'));
    file = join(dir, 'control.json');
    peer = fakePeer(fakeView('proposed'));
    bugs = [];
    stops = 0;
    server = await startControlServer({
      peer,
      file,
      onStop: () => (stops += 1),
      onBug: (error) => bugs.push(error),
    });
  });

  afterEach(async () => {
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  });

  describe('the control API', () => {
    it('listens on 127.0.0.1 only, and tells where in a file for its owner alone', () => {
      expect(new URL(server.url).hostname).to.equal('127.0.0.1');
      expect(statSync(file).mode & 0o777).to.equal(0o600);
      expect(JSON.parse(readFileSync(file, 'utf8'))).to.deep.equal({
        url: server.url,
        token: server.token,
        pid: process.pid,
      });
    });

    it('refuses a request without the token, with a wrong one, and with part of it', async () => {
      const wrong = { authorization: `Bearer ${'x'.repeat(server.token.length)}` };
      const part = { authorization: `Bearer ${server.token.slice(0, -1)}` };
      for (const headers of [{}, wrong, part]) {
        const { status, body } = await ask('/v1/status', headers);
        expect([status, body.code]).to.deep.equal([401, 'E_CONTROL_TOKEN']);
      }
      expect((await ask('/v1/status', bearer())).status).to.equal(200);
    });

    it('refuses a request for another host, although its token is right', async () => {
      for (const host of ['attacker.example', '127.0.0.1', 'localhost:1']) {
        const { status, body } = await ask('/v1/status', { ...bearer(), host });
        expect([status, body.code], host).to.deep.equal([403, 'E_CONTROL_HOST']);
      }
    });

    it('refuses a request from a web page', async () => {
      const { status, body } = await ask('/v1/status', {
        ...bearer(),
        origin: 'https://attacker.example',
      });
      expect([status, body.code]).to.deep.equal([403, 'E_CONTROL_HOST']);
    });

    it('answers the health check without a token and says nothing else there', async () => {
      expect((await ask('/healthz')).body).to.deep.equal({ ok: true });
    });

    it('answers every refusal in the one shape, with a fitting status', async () => {
      const cases: [path: string, method: string, body: string | undefined, expected: unknown][] = [
        ['/v1/nothing', 'GET', undefined, [404, 'E_CONTROL_ROUTE']],
        [`/v1/rounds/${'0'.repeat(64)}`, 'GET', undefined, [404, 'E_NO_ROUND']],
        [`/v1/rounds/${ROUND}/decline`, 'POST', '{"code":"no time"}', [400, 'E_CONTROL_BODY']],
        [`/v1/rounds/${ROUND}/abort`, 'POST', '{', [400, 'E_CONTROL_BODY']],
        ['/v1/rounds', 'POST', '{"name":"x"}', [422, 'E_SCENARIO']],
        [
          '/v1/rounds',
          'POST',
          JSON.stringify({ name: 'x'.repeat(70_000) }),
          [413, 'E_CONTROL_BODY'],
        ],
      ];
      for (const [path, method, body, expected] of cases) {
        const answer = await ask(path, json(), method, body);
        expect([answer.status, answer.body.code], path).to.deep.equal(expected);
        expect(answer.body.message).to.be.a('string').and.not.equal('');
      }
    });

    it('keeps a bug to its own log and tells only that there was one', async () => {
      peer.status = () => {
        throw new TypeError('a secret thing is undefined');
      };
      const { status, body } = await ask('/v1/status', bearer());
      expect([status, body.code]).to.deep.equal([500, 'E_INTERNAL']);
      expect(body.message).not.to.contain('secret');
      expect(bugs).to.have.length(1);
    });

    it('removes its file when it closes, but not the file of a later peer', async () => {
      await server.close();
      expect(existsSync(file)).to.equal(false);
      const later = await startControlServer({ peer, file });
      await server.close();
      expect(existsSync(file)).to.equal(true);
      await later.close();
    });

    it('tells its owner to stop, after the answer is out', async () => {
      await openControl(file).stop();
      expect(stops).to.equal(1);
    });
  });

  describe('the control client', () => {
    it('reads what the peer tells', async () => {
      const client = openControl(file);
      expect((await client.status()).org).to.equal('Org1');
      expect(await client.rounds()).to.have.length(1);
      expect((await client.round(ROUND)).phase).to.equal('proposed');
    });

    it('passes on what the operator wants', async () => {
      const client = openControl(file);
      expect(await client.scenario(ROUND)).to.deep.equal(SCENARIO);
      expect(await client.propose(SCENARIO)).to.deep.equal({ round: ROUND });
      await client.accept(ROUND);
      await client.decline(ROUND, 'noTime', 'on Monday');
      await client.abort(ROUND, 'disk full');
      expect(peer.calls).to.deep.equal([
        ['propose', SCENARIO],
        ['accept', ROUND],
        ['decline', ROUND, 'noTime', 'on Monday'],
        ['abort', ROUND, 'disk full'],
      ]);
    });

    it('throws what the peer refused, with its code, its details and an exit code', async () => {
      const error = await refusal(openControl(file).round('0'.repeat(64)));
      expect(error.code).to.equal('E_NO_ROUND');
      expect(error.details).to.deep.equal({ id: '0'.repeat(64) });
      expect(exitCodeOf(error)).to.equal(EXIT.noInput);
    });

    it('gets events of one round, and of that one only', async () => {
      const stop = new AbortController();
      const events = await openControl(file).events({ round: ROUND, signal: stop.signal });
      peer.emit({ atMs: 1, round: '0'.repeat(64), kind: 'phase', phase: 'accepted' });
      peer.emit({ atMs: 2, round: ROUND, kind: 'phase', phase: 'accepted' });
      for await (const event of events) {
        expect(event).to.deep.equal({ atMs: 2, round: ROUND, kind: 'phase', phase: 'accepted' });
        break;
      }
      stop.abort();
    });

    it('ends its stream when the peer goes, and is forgotten when it goes itself', async () => {
      const stop = new AbortController();
      const client = openControl(file);
      const first = await client.events({ signal: stop.signal });
      expect(peer.listeners.size).to.equal(1);
      stop.abort();
      for await (const event of first) expect.fail(`unexpected ${event.kind}`);
      while (peer.listeners.size > 0) await new Promise(setImmediate);
      const second = await client.events({ signal: new AbortController().signal });
      await server.close();
      for await (const event of second) expect.fail(`unexpected ${event.kind}`);
    });

    it('is refused when too many programs watch', async () => {
      const client = openControl(file);
      const { signal } = new AbortController();
      for (let i = 0; i < 16; i += 1) await client.events({ signal });
      expect((await refusal(client.events({ signal }))).code).to.equal('E_CONTROL_BUSY');
    });

    it('says that no peer is running: no file, a process that is gone, a port that nobody holds', async () => {
      const open = (path: string) => refusal((async () => openControl(path, 'Org7').status())());
      const dead = join(dir, 'dead.json');
      writeFileSync(dead, JSON.stringify({ url: server.url, token: server.token, pid: 2 ** 30 }));
      const deaf = join(dir, 'deaf.json');
      writeFileSync(deaf, readFileSync(file));
      await server.close();
      for (const path of [join(dir, 'none.json'), dead, deaf]) {
        const error = await open(path);
        expect(error.code, path).to.equal('E_PEER_NOT_RUNNING');
        expect(error.message).to.contain('Org7');
        expect(exitCodeOf(error)).to.equal(EXIT.unavailable);
      }
    });

    it('trusts no file that sends it to another machine', async () => {
      const away = { url: 'http://192.0.2.1:80', token: server.token, pid: process.pid };
      writeFileSync(file, JSON.stringify(away));
      expect((await refusal((async () => openControl(file))())).code).to.equal('E_CONTROL_FILE');
    });
  });
});
