// A workload that tries to get at everything that is not its own, and prints what it got: one line of JSON for each try.
'use strict';
const fs = require('node:fs');
const http = require('node:http');
const module_ = require('node:module');
const net = require('node:net');
const { Buffer } = require('node:buffer');
const { serialize } = require('node:v8');
const { pathToFileURL } = require('node:url');
const { WorkloadModuleBase } = require('@hyperledger/caliper-core');

const WIRE = 3;

/** What it tries, by name; what is returned was got. */
function tries({ secrets, workspace, home, vaultPid, controlUrl, outside }) {
  const [secret] = secrets;
  const { ppid } = process;
  const read = (path) => fs.readFileSync(path, 'utf8');
  const text = async (stream) => {
    let all = '';
    for await (const part of stream) all += part;
    return all;
  };
  const ask = (url, options = {}) =>
    new Promise((resolve, reject) => {
      const request = http.request(url, options, (answer) => {
        const { statusCode } = answer;
        text(answer).then((body) => {
          if (statusCode < 400) resolve(`${statusCode} ${body}`);
          else reject(new Error(`${statusCode} ${body}`));
        }, reject);
      });
      request.once('error', reject).end(options.body);
    });
  const each = Object.fromEntries(
    secrets.map((path, i) => [`read a secret file, ${i}`, () => read(path)]),
  );
  return {
    ...each,
    'read by a relative path': () => read('../../homes/Org1/node/control.json'),
    'read by bytes': () => read(Buffer.from(`${workspace}/../../homes/Org1/node/control.json`)),
    'read by a URL': () => read(pathToFileURL(secret)),
    'read by the root of a process': () => read(`/proc/self/root${secret}`),
    'read by the folder of a process': () =>
      read('/proc/self/cwd/../../homes/Org1/node/control.json'),
    'read by a promise': () => fs.promises.readFile(secret, 'utf8'),
    'read by a stream': () => text(fs.createReadStream(secret)),
    'read as a blob': async () => (await fs.openAsBlob(secret)).text(),
    'require it': () => JSON.stringify(require(secret)),
    'import it': () => import(secret, { with: { type: 'json' } }),
    'load it as environment': () => process.loadEnvFile(secret),
    'list the vault': () => fs.readdirSync(`${home}/vault`).join(),
    'open the vault': () => fs.opendirSync(`${home}/vault`).path,
    'look at it': () => fs.statSync(secret).size,
    'watch it': () => fs.watch(secret).close(),
    'copy it here': () => fs.cpSync(secret, `${workspace}/copy`),
    'link it here': () => fs.linkSync(secret, `${workspace}/link`),
    'link it here, by name': () => fs.symlinkSync(secret, `${workspace}/symlink`),
    'change it': () => fs.appendFileSync(secret, ' '),
    'let others read it': () => fs.chmodSync(secret, 0o644),
    'remove it': () => fs.unlinkSync(secret),
    'truncate it': () => fs.truncateSync(secret),
    'rename it': () => fs.renameSync(secret, `${workspace}/renamed`),
    'write to the workspace': () => fs.writeFileSync(`${workspace}/note`, 'x'),
    'go to the vault': () => process.chdir(`${home}/vault`),
    'read the environment of the node': () => read(`/proc/${ppid}/environ`),
    'read the memory of the node': () => fs.openSync(`/proc/${ppid}/mem`),
    'read the memory map of the node': () => read(`/proc/${ppid}/maps`),
    'read the arguments of the node': () => read(`/proc/${ppid}/cmdline`),
    'read the descriptors of the node': () => fs.readdirSync(`/proc/${ppid}/fd`).join(),
    'read a file that the node has open': () => read(`/proc/${ppid}/fd/20`),
    'read the memory of the vault': () => fs.openSync(`/proc/${vaultPid}/mem`),
    'read the environment of the vault': () => read(`/proc/${vaultPid}/environ`),
    'read own descriptors': () => fs.readdirSync('/proc/self/fd').join(),
    'find processes': () => fs.readdirSync('/proc').join(),
    'start a program': () => require('node:child_process').execFileSync('/bin/cat', [secret]),
    'start a program, waiting': () => {
      const { error, stdout } = require('node:child_process').spawnSync('/bin/cat', [secret]);
      if (error) throw error;
      return String(stdout);
    },
    fork: () => require('node:child_process').fork(secret),
    'become a program': () => process.execve('/bin/cat', ['cat', secret]),
    'start a thread': () => new (require('node:worker_threads').Worker)('0', { eval: true }),
    'join a cluster': () => require('node:cluster').fork(),
    'load native code': () => process.dlopen({ exports: {} }, `${workspace}/native.node`),
    'use internals of Node': () => process.binding('fs'),
    'use linked internals of Node': () => process._linkedBinding('fs'),
    'open a database': () => new (require('node:sqlite').DatabaseSync)(`${home}/vault/journal.db`),
    'open a database, by another way': () => {
      const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
      return new DatabaseSync(`${home}/vault/journal.db`);
    },
    'start WASI': () =>
      new (require('node:wasi').WASI)({ version: 'preview1', preopens: { '/': home } }),
    'open the debugger': () => require('node:inspector').open(0),
    'debug itself': () => new (require('node:inspector').Session)().connect(),
    'load other code by a thread': () => module_.register('data:text/javascript,'),
    'write compiled code': () => {
      const { status, message, directory } = module_.enableCompileCache(`${workspace}/compiled`);
      if (status === module_.constants.compileCacheStatus.FAILED) throw new Error(message);
      return directory;
    },
    'write a report': () => process.report.writeReport(`${workspace}/report.json`),
    'write its memory': () => require('node:v8').writeHeapSnapshot(`${workspace}/heap`),
    trace: () =>
      require('node:trace_events')
        .createTracing({ categories: ['node'] })
        .enable(),
    'keep files open that are not its own': () => {
      const files = [];
      for (let fd = 0; fd < 256; fd++)
        try {
          if (fs.fstatSync(fd).isFile()) files.push(fd);
        } catch {
          continue;
        }
      if (files.length === 0) throw new Error('no descriptor is a file');
      return files.join();
    },
    'find secrets in its environment': () => {
      const { CALIPER_WORKSPACE, CALIPER_NETWORKCONFIG, TZ, LANG, LC_ALL, ...rest } = process.env;
      const own = [CALIPER_WORKSPACE, CALIPER_NETWORKCONFIG, TZ, LANG, LC_ALL].join();
      if (Object.keys(rest).length === 0) throw new Error(`nothing but ${own}`);
      return JSON.stringify(rest);
    },
    'speak on a channel to the node': () => process.send({ cmd: 'NODE_HANDLE_ACK' }),
    'ask the control API for the status': () => ask(`${controlUrl}/v1/status`),
    'ask it with a wrong token': () =>
      ask(`${controlUrl}/v1/rounds`, { headers: { authorization: `Bearer ${'x'.repeat(43)}` } }),
    'tell it to stop': () => ask(`${controlUrl}/v1/stop`, { method: 'POST' }),
    'ask it by fetch': async () => {
      const answer = await globalThis.fetch(`${controlUrl}/v1/rounds`);
      const body = `${answer.status} ${await answer.text()}`;
      if (!answer.ok) throw new Error(body);
      return body;
    },
    'fill it with bytes': () =>
      ask(`${controlUrl}/v1/rounds`, { method: 'POST', body: Buffer.alloc(300_000) }),
    // from here on: what Node's permission model lets through, as docs/privacy.md says
    'documented: reach the control API': () => ask(`${controlUrl}/healthz`),
    'documented: follow a link that the operator put here': () => read(`${workspace}/library/note`),
    'documented: learn where a link leads': () => fs.readlinkSync(`${workspace}/library`),
    'documented: learn whether a path exists': () => fs.realpathSync(outside),
    'documented: learn of the machine': () => {
      const { header } = process.report.getReport();
      return `${header.host} ${header.networkInterfaces.length}`;
    },
    'documented: see that the node lives': () => process.kill(ppid, 0),
    'documented: see that the vault lives': () => process.kill(vaultPid, 0),
    'documented: signal the node': () => process.kill(ppid, 'SIGUSR1'),
    'documented: signal the vault': () => process.kill(vaultPid, 'SIGUSR1'),
    'documented: listen': () =>
      new Promise((resolve, reject) => {
        const server = net.createServer().once('error', reject);
        server.listen(0, '127.0.0.1', () => server.close(() => resolve('listened')));
      }),
    'documented: make a socket in the workspace': () =>
      new Promise((resolve, reject) => {
        const server = net.createServer().once('error', reject);
        server.listen(`${workspace}/socket`, () => server.close(() => resolve('listened')));
      }),
  };
}

async function tell(name, attempt) {
  const said = { name };
  try {
    const got = await attempt();
    said.got = String(got).slice(0, 1_000);
  } catch (error) {
    said.refused = `${error.code ?? error.name}: ${error.message}`.slice(0, 200);
  }
  console.log(`hostile ${JSON.stringify(said)}`);
}

/** Writes a message as the worker's own program would, whole, and in order with what that says itself. */
function say(value) {
  const body = serialize(value);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  writeAll(Buffer.concat([head, body]));
}

function writeAll(bytes) {
  for (let at = 0; at < bytes.length;)
    try {
      at += fs.writeSync(WIRE, bytes, at);
    } catch (error) {
      // the pipe is full: the node is not through with it yet
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
}

/** mulberry32 */
function seeded(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000) * below);
  };
}

const KINDS = ['prepared', 'window', 'progress', 'transactions', 'observation', 'stopped'];
const MEMBERS = ['prepared', 'header', 'progress', 'batch', 'observation', 'message', 'error'];

/** Anything that structured cloning carries. */
function anything(draw, depth = 0) {
  const cyclic = { deep: [] };
  cyclic.deep.push(cyclic);
  const polluting = JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": 1}}');
  const values = [
    () => null,
    () => undefined,
    () => draw(2) === 1,
    () => [0, -1, NaN, Infinity, 2 ** 53, 0.5][draw(6)],
    () => 10n ** BigInt(draw(40)),
    () => 'x'.repeat(draw(3) === 0 ? draw(20_000) : draw(20)),
    () => new Date(draw(2) ? NaN : 0),
    () => /x/g,
    () => new Map([[1, cyclic]]),
    () => new Set([polluting]),
    () => new Error('E_FORGED'),
    () => new Float64Array(draw(2_000)),
    () => new Uint8Array(draw(2_000)),
    () => new BigInt64Array(draw(9)),
    () => cyclic,
    () => polluting,
    () => Array.from({ length: draw(6) }, () => anything(draw, depth + 1)),
    () => message(draw, depth + 1),
  ];
  return values[draw(depth > 3 ? 16 : values.length)]();
}

function message(draw, depth = 0) {
  const said = {};
  if (draw(4) > 0) said.kind = [...KINDS, 'warning', 'failed', 'toString', '__proto__'][draw(10)];
  if (draw(6) === 0) said.id = draw(9);
  if (draw(6) === 0) said.cmd = ['NODE_HANDLE', 'NODE_HANDLE_ACK', 'NODE_HANDLE_NACK'][draw(3)];
  for (let i = draw(3); i >= 0; i--) said[MEMBERS[draw(MEMBERS.length)]] = anything(draw, depth);
  return said;
}

const FORGED = {
  'forge before the start': () => {
    say({ kind: 'failed', error: { code: 'E_OF_ITS_OWN', message: 'forged by the workload' } });
    say({ kind: 'failed', error: { code: 'E_WORKLOAD', message: 'forged by the workload' } });
  },
  'break the wire': () => writeAll(Buffer.from('00000008deadbeefdeadbeef', 'hex')),
};

class HostileWorkload extends WorkloadModuleBase {
  async initializeWorkloadModule(...context) {
    await super.initializeWorkloadModule(...context);
    const { plan, attack } = this.roundArguments;
    if (attack === 'tries')
      for (const [name, attempt] of Object.entries(tries(plan))) await tell(name, attempt);
    if (attack === 'forge before the start') FORGED[attack]();
  }

  async submitTransaction() {
    const { attack, messages, seed } = this.roundArguments;
    if (!this.attacked) {
      this.attacked = true;
      if (attack === 'tries') {
        const draw = seeded(seed);
        for (let i = 0; i < messages; i++) say(message(draw));
        say({ kind: 'warning', message: `hostile said ${messages}` });
      } else FORGED[attack]?.();
    }
    return this.sutAdapter.sendRequests({ readOnly: true });
  }
}

module.exports.createWorkloadModule = () => new HostileWorkload();
