/**
 * A peer whose home is on a disk of a few mebibytes: a file system in memory that is mounted for it alone. The disk outlives
 * the peer, which can be started on it again.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openControl, type ControlClient } from '../../node/control/client.ts';
import { readControlFile } from '../../node/control/control-file.ts';
import { homeOf, passphraseOf } from '../../scenarios/demo/world.ts';
import { PROGRAM } from './bad-input/refusal.ts';
import { until } from './one-round.ts';

export interface SmallDisk {
  /** the home as its own process sees it */
  readonly home: string;
  /** everything that the peer wrote to its terminal as trouble */
  said(): string;
  /** Starts the peer; resolves when it is connected to so many others. */
  start(others: number): Promise<ControlClient>;
  /** Ends the peer as Ctrl-C does, and leaves the disk; resolves to its exit code. */
  stop(): Promise<number>;
  fill(): void;
  makeRoom(): void;
  /** Ends the peer and drops the disk. */
  remove(): Promise<void>;
}

/** Whether this machine lets anybody mount such a disk; says so when it does not. */
export function canMountSmallDisk(): boolean {
  const can = process.platform === 'linux' && spawnSync('unshare', ['-rm', 'true']).status === 0;
  if (!can) console.log('      skipped: needs unshare and user namespaces, to mount a small disk');
  return can;
}

/** One peer after the other, each for a line of input; what it prints is its exit code. */
const SCRIPT = (at: string, copy: string, mebibytes: number) =>
  `cp -a "${at}" "${copy}" && mount -t tmpfs -o size=${mebibytes}m tmpfs "${at}" && cp -a "${copy}/." "${at}" &&
while read -r _; do "$@" </dev/null >/dev/null; echo "$?"; done`;

/** The home of an org, whose own peer does not run, moves to the disk. */
export async function smallDisk(dir: string, org: string, mebibytes: number): Promise<SmallDisk> {
  const at = homeOf(dir, org);
  const start = ['--org', org, '--home', at, '--passphrase-file', passphraseOf(dir, org)];
  const script = SCRIPT(at, join(dir, 'copy'), mebibytes);
  const program = [process.execPath, PROGRAM, ...start];
  const shell = spawn('unshare', ['-rm', 'sh', '-c', script, 'sh', ...program]);
  let said = '';
  shell.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  shell.stdout.setEncoding('utf8');
  const home = `/proc/${shell.pid}/root${at}`;
  const filler = join(home, 'filler');
  const control = join(home, 'node/control.json');
  const running = () => readControlFile(control);
  const stop = async () => {
    const peer = running();
    if (!peer) throw new Error('no peer runs on this disk');
    process.kill(peer.pid, 'SIGTERM');
    const [code] = (await once(shell.stdout, 'data')) as [string];
    return Number(code);
  };
  return {
    home,
    said: () => said,
    async start(others) {
      shell.stdin.write('start\n');
      let client: ControlClient | undefined;
      await until(async () => {
        if (shell.exitCode !== null) throw new Error(`the disk is gone: ${said}`);
        try {
          client = openControl(control, org);
          return (await client.status()).connected.length === others;
        } catch {
          return false;
        }
      });
      return client as ControlClient;
    },
    stop,
    fill() {
      const file = openSync(filler, 'w');
      try {
        for (;;) writeSync(file, Buffer.alloc(4096));
      } catch (error) {
        expect(error).to.have.property('code', 'ENOSPC');
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler),
    async remove() {
      if (shell.exitCode !== null) return;
      const gone = once(shell, 'close');
      const peer = running();
      shell.stdin.end();
      if (peer) process.kill(peer.pid, 'SIGTERM');
      await gone;
    },
  };
}
