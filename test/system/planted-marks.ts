/** Marks in everything of an org's workspace that nobody else is to learn, and its ledger under a name of its own. */
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { newMark } from './marks.ts';

/** Where in the workspace each mark is. */
export interface Planted {
  readonly contractId: string;
  readonly contractFile: string;
  readonly contract: string;
  readonly argument: string;
  readonly account: string;
  /** of a client of the ledger */
  readonly identity: string;
  readonly key: string;
  readonly source: string;
  readonly workloadFile: string;
  readonly functionName: string;
  readonly printed: string;
  readonly thrown: string;
  readonly endpoint: string;
}

export interface Endpoint {
  readonly address: string;
  close(): Promise<void>;
}

/** Another address of this machine for the same ledger: on Linux all of 127.0.0.0/8 is its own. */
export async function relayTo(target: string): Promise<Endpoint> {
  const [host, port] = target.split(':') as [string, string];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), host);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => {}).once('close', () => sockets.delete(socket));
      socket.setNoDelay(true);
    }
    near.pipe(far);
    far.pipe(near);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
  });
  const name =
    process.platform === 'linux'
      ? `127.${randomInt(1, 250)}.${randomInt(1, 250)}.${randomInt(1, 250)}`
      : '127.0.0.1';
  server.listen(0, name);
  await once(server, 'listening');
  return {
    address: `${name}:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

export const endpointIn = (workspace: string) =>
  /endpoint: "?([\d.]+:\d+)/.exec(readFileSync(join(workspace, 'network.yaml'), 'utf8'))?.[1] ?? '';

/** @param endpoint - what the org's own network file calls its ledger from now on */
export function plantMarks(workspace: string, endpoint: string): Planted {
  const planted: Planted = {
    contractId: newMark('id'),
    contractFile: `${newMark('contract-file')}.js`,
    contract: newMark('contract'),
    argument: newMark('argument'),
    account: newMark('account'),
    identity: newMark('identity'),
    key: newMark('key'),
    source: newMark('source'),
    workloadFile: `${newMark('workload-file')}.js`,
    functionName: newMark('function').replaceAll('-', '_'),
    printed: newMark('printed'),
    thrown: newMark('thrown'),
    endpoint,
  };
  const rewrite = (name: string, change: (text: string) => string) => {
    const file = join(workspace, name);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };
  const renamed = (text: string) => text.replaceAll(/at-[0-9a-f]{12}/g, planted.contractId);
  const identities = `identities:\n  - name: ${planted.identity}\n    privateKey: ${planted.key}\n`;
  rewrite(
    'network.yaml',
    (text) =>
      renamed(text)
        .replace(endpointIn(workspace), endpoint)
        .replace('contract.js', planted.contractFile) + identities,
  );
  rewrite('benchmark.yaml', (text) =>
    renamed(text)
      .replace('workload.js', planted.workloadFile)
      .replace(
        /^( +)contractId:/m,
        `$1note: ${planted.argument}\n$1accounts: [${planted.account}]\n$1contractId:`,
      ),
  );
  appendFileSync(join(workspace, 'contract.js'), `\n// ${planted.contract}\n`);
  rewrite('workload.js', (text) => plantedWorkload(text, planted));
  renameSync(join(workspace, 'contract.js'), join(workspace, planted.contractFile));
  renameSync(join(workspace, 'workload.js'), join(workspace, planted.workloadFile));
  return planted;
}

/**
 * It prints, and of each seven calls it throws in one, with its arguments in the message and a name of its own in the
 * stack. `end` among the arguments says how it ends the whole process after a second.
 */
function plantedWorkload(text: string, { source, printed, thrown, functionName }: Planted): string {
  return `// ${source}
function ${functionName}(args) {
  throw new Error('${thrown}: ' + JSON.stringify(args));
}
const ends = {
  throw: (args) => setImmediate(() => ${functionName}(args)),
  reject: (args) => void (async () => ${functionName}(args))(),
  abort: () => process.abort(),
  prepare: (args) => ${functionName}(args),
};
${text
  .replace(
    'await super.initializeWorkloadModule(...context);',
    `$&
    if (this.roundArguments.end === 'prepare') ends.prepare(this.roundArguments);`,
  )
  .replace(
    /(async submitTransaction\(\) \{)/,
    `$1
    console.log('${printed}');
    this.startMs ??= performance.now();
    const { end } = this.roundArguments;
    if (end && performance.now() > this.startMs + 1000) ends[end](this.roundArguments);
    if (Math.floor(performance.now()) % 7 === 0) ${functionName}(this.roundArguments);`,
  )}`;
}

/** How the workload of this workspace ends its process from now on. */
export function endBy(
  workspace: string,
  end: 'throw' | 'reject' | 'abort' | 'prepare' | null,
): void {
  const file = join(workspace, 'benchmark.yaml');
  const text = readFileSync(file, 'utf8').replace(/^ +end: .*\n/m, '');
  writeFileSync(
    file,
    end === null ? text : text.replace(/^( +)contractId:/m, `$1end: ${end}\n$1contractId:`),
  );
}
