/**
 * Who may be spoken to: the members of the consortium by org and by peer id.
 */
import { NodeError } from '../errors.ts';

export interface Member {
  readonly org: string;
  readonly peerId: string;
  /** multiaddrs, with or without `/p2p/<peer id>` at the end */
  readonly addresses: readonly string[];
}

export interface Members {
  readonly self: Member;
  /** all but oneself, sorted by org */
  readonly others: readonly Member[];
  /** the org of a member other than oneself */
  orgOf(peerId: string): string | undefined;
  /** a member other than oneself */
  of(org: string): Member | undefined;
}

/** @throws NodeError E_NOT_A_MEMBER when `self` is not listed */
export function createMembers(members: readonly Member[], self: string): Members {
  const own = members.find((member) => member.org === self);
  if (!own)
    throw new NodeError('E_NOT_A_MEMBER', `${self} is no member of the consortium`, { org: self });
  const others = members
    .filter((member) => member !== own)
    .toSorted((a, b) => (a.org < b.org ? -1 : 1));
  const byPeer = new Map(others.map((member) => [member.peerId, member.org]));
  const byOrg = new Map(others.map((member) => [member.org, member]));
  return {
    self: own,
    others,
    orgOf: (peerId) => byPeer.get(peerId),
    of: (org) => byOrg.get(org),
  };
}

/** The addresses of a member, each ending in its peer id, so that nobody else can answer there. */
export function dialAddresses({ addresses, peerId }: Member): string[] {
  return addresses.map((address) =>
    address.includes('/p2p/') ? address : `${address}/p2p/${peerId}`,
  );
}
