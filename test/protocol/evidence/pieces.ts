/** Evidence put together by hand, from what was said in a room. */
import { expect } from 'chai';
import { verifyEvidence } from '../../../protocol/evidence/verify.ts';
import type { StatementOf } from '../../../protocol/agreement.ts';
import { encode, type Messages } from '../../../protocol/schema/codec.ts';
import type { StatementType, Verified } from '../../../protocol/statement.ts';
import type { TestConsortium } from '../consortium.ts';
import { refusalBy } from '../refusal.ts';
import type { Room } from '../round/room.ts';
import { heardBy } from './accused.ts';

type Parts = Messages['Evidence'];

export const evidence = (
  parts: Partial<Parts> & Pick<Parts, 'lie' | 'org'>,
  envelopes: Verified[] = [],
) =>
  encode('Evidence', {
    version: 1,
    keysIds: [],
    dealIds: [],
    envelopes: envelopes.map(({ bytes }) => bytes),
    ...parts,
  });
export const refused = ({ consortium }: TestConsortium, bytes: Uint8Array): void => {
  const { code } = refusalBy(() => verifyEvidence(bytes, consortium));
  expect(code).to.equal('E_EVIDENCE');
};

/** All that was ever said in a room, keys and shares for one member too, each once. */
export function allIn(room: Room): Verified[] {
  const heard = room.terms.roster.flatMap((org) => [...heardBy(room, org).values()]);
  return [...new Map(heard.map((message) => [message.id, message])).values()];
}

export const of = <T extends StatementType>(all: readonly Verified[], type: T) =>
  all.filter((one): one is StatementOf<T> => one.type === type);

/** The ids of the set-up that all signed. */
export function idsIn(all: readonly Verified[]) {
  const ids = (type: 'keys' | 'deal') => of(all, type).map(({ id }) => Buffer.from(id, 'hex'));
  return { keysIds: ids('keys'), dealIds: ids('deal') };
}
