/**
 * A round of four orgs that takes every step there is: one of them says nothing after its contribution, so that the others
 * open their shares of it; all precommits of the first view are lost, so that the second one names the same set again, with
 * the votes for it. Who leads is drawn in each round; so the orgs are called by their parts in it.
 */
import { STATEMENTS, type Verified } from '../../../protocol/statement.ts';
import { ORGS } from '../vault/four-orgs.ts';
import type { DurableWrite, Fate } from './mortal-org.ts';

/** In the order of the turns. */
const PARTS = ['first', 'second', 'silent', 'other'] as const;
type Part = (typeof PARTS)[number];

export interface LongRound {
  readonly fate: Fate;
  readonly isLost: (message: Verified) => boolean;
  /** every durable write of the second coordinator from the first candidate on, in order */
  points(): readonly string[];
  orgOf(part: Part): string;
}

/** The second coordinator dies, once each, at the points that have a fate. */
export function longRound(fateOf: (point: string) => ReturnType<Fate>): LongRound {
  /** who leads the first view; empty until it says so */
  let first = '';
  const met = new Set<string>();
  const durable = new Map<string, number>();
  const partOf = (org: string) =>
    PARTS[(ORGS.indexOf(org) - ORGS.indexOf(first) + ORGS.length) % ORGS.length] as Part;

  /** Without what differs from round to round; votes of both views have one name in a transcript, and are counted. */
  function nameOf({ where, what }: DurableWrite): string {
    if (where === 'journal') return `journal ${what.split('/').slice(1).join('/')}`;
    const [type, signer = ''] = what.split('/');
    return `transcript ${type} of the ${partOf(signer)}`;
  }

  return {
    fate(write) {
      if (first === '' || partOf(write.org) !== 'second') return null;
      const name = nameOf(write);
      const before = durable.get(name) ?? 0;
      const point = `${name} ${before + 1}`;
      const fate = met.has(point) ? null : fateOf(point);
      met.add(point);
      if (fate !== 'before') durable.set(name, before + 1);
      return fate;
    },
    isLost(message) {
      if (message.type === 'candidate' && message.message.view === 0) first = message.signer;
      if (message.type === 'precommit' && message.message.view === 0) return true;
      const isLater = STATEMENTS[message.type].code > STATEMENTS.contribution.code;
      return isLater && first !== '' && partOf(message.signer) === 'silent';
    },
    points: () => [...met],
    orgOf: (part) => ORGS.find((org) => partOf(org) === part) as string,
  };
}
