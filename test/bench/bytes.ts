/**
 * `npm run bench:bytes [-- --n 4,16,64,256]`: bytes of all envelopes that one org makes in a round of one sum, by phase.
 * Each broadcast counts once; how often gossip and repair send it again, `npm run bench:round` shows for four real peers.
 */
import { mainLayout } from '../../aggregation/index.ts';
import { between, flagsOf, listOf } from '../flags.ts';
import { liveThrough, PHASES } from './one-member.ts';
import { ALL_THERE, crowdOf, othersOf } from './others.ts';

const { n: sizes } = flagsOf<{ n: number[] }>(
  'npm run bench:bytes --',
  'Bytes of all envelopes that one org makes in a round of one sum, by phase.',
  '--n 4,16',
  (command) =>
    command.option(
      '--n <sizes>',
      'orgs, from 4 to 256 each',
      listOf(between(4, 256)),
      [4, 16, 64, 256],
    ),
);

function rowsOf(n: number) {
  const { life, candidateBytes, coordinates } = liveThrough(
    othersOf(crowdOf(n), mainLayout(), ALL_THERE),
  );
  const broadcast = PHASES.map((name) => [
    name,
    life[name].broadcastBytes - (coordinates && name === 'agreement' ? candidateBytes : 0),
  ]);
  const all = broadcast.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
  const unicast = PHASES.reduce((sum, name) => sum + life[name].unicastBytes, 0);
  return {
    n,
    ...Object.fromEntries(broadcast),
    'broadcast, all': all,
    'to one each (shares)': unicast,
    'a coordinator also': candidateBytes,
    'received from all': (n - 1) * all + unicast + candidateBytes,
  };
}

console.log(`bytes of one org, ${mainLayout().lanes} lanes (${mainLayout().id}), all there`);
console.table(sizes.map(rowsOf));
