/** What only a running peer knows: who is connected, and how far the clocks are apart. Pure. */
import type { Status } from '../control/api.ts';
import { fail, ok, warn, type Check } from './check.ts';

/** A tenth of the shortest window that a round can have, 1 s: with more this org is not ready. */
const MOST_US = 100_000;

/** @param status - null: no peer runs */
export function peerChecks(status: Status | null): Check[] {
  if (status === null)
    return [
      warn(
        'clock',
        'not compared: this peer is not running',
        'Start the peer; the doctor then compares clocks with the members.',
      ),
    ];
  return [membersCheck(status), clockCheck(status)];
}

function membersCheck({ org, members, connected }: Status): Check {
  const missing = members.filter((one) => one !== org && !connected.includes(one));
  return missing.length === 0
    ? ok('members', `all ${members.length - 1} others are connected`)
    : warn(
        'members',
        `${missing.join(', ')} not connected`,
        'They may not be running; else compare addresses and firewalls with them.',
      );
}

function clockCheck({ clock }: Status): Check {
  if (clock === null)
    return warn('clock', 'not measured yet', 'Wait until all members are connected.');
  const within = `within ${(clock.boundUs / 1000).toFixed(1)} ms of every member`;
  const fix =
    'Synchronise this clock or the other one (NTP or PTP): a tenth of the shortest phase is allowed.';
  const apart = `up to ${(clock.boundUs / 1e6).toFixed(1)} s away from the clock of a member`;
  if (clock.boundUs > 10 * MOST_US) return fail('clock', apart, fix);
  return clock.boundUs > MOST_US ? warn('clock', within, fix) : ok('clock', within);
}
