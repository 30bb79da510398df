/** All scripted attacks. */
import type { Attack } from './attack.ts';
import { CLOSING_ATTACKS } from './closing.ts';
import { FURTHER_WORD_ATTACKS } from './further-words.ts';
import { LOCK_ATTACKS } from './locks.ts';
import { OUTSIDER_ATTACKS } from './outsiders.ts';
import { RELAY_ATTACKS } from './relay.ts';
import { SEED_ATTACKS } from './seeds.ts';
import { SET_ATTACKS } from './sets.ts';
import { SEVERAL_SUMS_ATTACKS } from './several-sums.ts';
import { SET_UP_ATTACKS } from './set-up.ts';
import { VAULT_ATTACKS } from './vaults.ts';
import { VIEW_ATTACKS } from './views.ts';
import { VOTE_ATTACKS } from './votes.ts';

export const ATTACKS: readonly Attack[] = [
  ...LOCK_ATTACKS,
  ...VOTE_ATTACKS,
  ...VIEW_ATTACKS,
  ...RELAY_ATTACKS,
  ...CLOSING_ATTACKS,
  ...SET_ATTACKS,
  ...SEVERAL_SUMS_ATTACKS,
  ...SEED_ATTACKS,
  ...VAULT_ATTACKS,
  ...SET_UP_ATTACKS,
  ...OUTSIDER_ATTACKS,
  ...FURTHER_WORD_ATTACKS,
];
