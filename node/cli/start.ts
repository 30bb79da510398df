/** `bench-node --org Org1`: the peer, until it is told to stop. */
import type { PeerApi } from '../control/api.ts';
import { isAlive, readControlFile } from '../control/control-file.ts';
import { portTaken, refuseTakenPort } from '../control/free-port.ts';
import { startControlServer, type ControlServer } from '../control/server.ts';
import { NodeError } from '../errors.ts';
import type { Config } from '../home/config.ts';
import { readPassphrase } from '../home/passphrase.ts';
import type { Home } from '../home/paths.ts';
import { readSettings, type SettingFlags } from '../home/settings.ts';
import { purgeOlder } from '../own/retention.ts';
import { fitted } from '../terminal/width.ts';
import type { GlobalOptions } from './command.ts';
import { interrupted } from './interrupt.ts';
import type { Output } from './output.ts';
import { existingHome, shortId } from './reach-peer.ts';
import { clockText, eventText, startText } from './round-text.ts';
import { tellingLog } from './trouble.ts';

type Options = GlobalOptions & SettingFlags & { readonly consortium?: string };

export async function run(_args: readonly string[], options: Options, output: Output) {
  const home = existingHome(options);
  refuseSecond(home);
  const { config } = await readSettings(home, options);
  if (options.consortium !== undefined) {
    const { installConsortium } = await import('./consortium-install.ts');
    await installConsortium(home, options.consortium);
  }
  const passphrase = await readPassphrase({
    ...options,
    message: `Passphrase of ${config.org}'s home`,
  });
  await refuseTakenPort(config.controlPort);
  const [{ startPeer }, file] = await Promise.all([import('../peer.ts'), openLog(home, config)]);
  const log = tellingLog(file, output.error);
  const purged = await purgeOlder(home, config.retentionDays, Date.now());
  if (purged.length > 0) log.info({ rounds: purged }, 'own data of old rounds is deleted');
  const peer = await startPeer({ home, config, passphrase, log });
  const told = Promise.withResolvers<void>();
  const control = await serve(peer, home, config, told.resolve, (error) =>
    log.error({ error }, 'the control API met a bug'),
  );
  // before anybody can know that it runs
  const signalled = interrupted();
  announce(peer, control, output);
  try {
    await Promise.race([told.promise, signalled, peer.failed]);
    output.note('stopping; Ctrl-C once more ends it at once');
  } finally {
    await control.close();
    await peer.stop();
  }
}

function refuseSecond(home: Home): void {
  const running = runningPeer(home);
  if (running && running.pid !== process.pid && isAlive(running.pid))
    throw new NodeError('E_PEER_RUNNING', `process ${running.pid} runs this home`, {
      pid: running.pid,
    });
}

/** A damaged control.json is written anew; that two peers never share a home is the vault's doing. */
function runningPeer(home: Home) {
  try {
    return readControlFile(home.node.control);
  } catch {
    return null;
  }
}

async function serve(
  peer: PeerApi,
  home: Home,
  { controlPort }: Config,
  onStop: () => void,
  onBug: (error: unknown) => void,
): Promise<ControlServer> {
  try {
    return await startControlServer({
      peer,
      file: home.node.control,
      port: controlPort,
      onStop,
      onBug,
    });
  } catch (error) {
    await peer.stop();
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw portTaken(controlPort, error);
  }
}

async function openLog(home: Home, { logLevel, org }: Config) {
  const { pino } = await import('pino');
  const destination = pino.destination({ dest: home.node.log, mode: 0o600, sync: true });
  // a full disk must not end the peer: what it cannot log it says
  destination.on('error', () => {});
  return pino({ level: logLevel, base: { self: org } }, destination);
}

function announce(peer: PeerApi, control: ControlServer, output: Output): void {
  const { org, addresses, consortium, members } = peer.status();
  output.result(
    { org, addresses, control: control.url, pid: process.pid },
    `${org} of ${consortium.name} (${members.length} members) listens on ${addresses.join(', ')}\n` +
      'Ctrl-C stops it; `bench-node status` in another terminal shows how it stands.',
  );
  peer.subscribe((event) => {
    const text = eventText(event);
    if (text !== null) output.line(fitted(`${shortId(event.round)}  ${text}`, 20));
    if (event.kind === 'phase' && event.phase === 'proposed') invite(peer, event.round, output);
  });
}

/** The proposer has accepted by proposing; everybody else is asked. */
function invite(peer: PeerApi, id: string, output: Output): void {
  const { org } = peer.status();
  const view = peer.round(id);
  const { proposer, scenario, roster, deadlines } = view;
  if (proposer === org || !roster.includes(org)) return;
  const until = clockText(deadlines.acceptByMs);
  output.line(
    fitted(
      `          ${proposer} proposes ${scenario}; until ${until} UTC:\n` +
        `          \`bench-node accept ${shortId(id)} --org ${org}\`\n` +
        `          ${startText(view, Date.now())}`,
      10,
    ),
  );
}
