/**
 * Connections only between members, both ways. libp2p asks at several moments; the first at which the other side has
 * proved who it is are the "encrypted connection" ones. There are no relays.
 */
import type { ConnectionGater, PeerId } from '@libp2p/interface';
import type { Multiaddr } from '@multiformats/multiaddr';

export interface GaterOptions {
  isMember(peerId: string): boolean;
  /** told once per refusal of somebody who proved to be a stranger */
  onStranger(peerId: string, direction: 'inbound' | 'outbound'): void;
}

export function createGater({ isMember, onStranger }: GaterOptions): ConnectionGater {
  const stranger = (peerId: PeerId) => !isMember(peerId.toString());
  const proved = (peerId: PeerId, direction: 'inbound' | 'outbound') => {
    if (!stranger(peerId)) return false;
    onStranger(peerId.toString(), direction);
    return true;
  };
  return {
    denyDialPeer: stranger,
    denyDialMultiaddr: (address) => !isMember(claimedPeer(address) ?? ''),
    denyInboundEncryptedConnection: (peerId) => proved(peerId, 'inbound'),
    denyOutboundEncryptedConnection: (peerId) => proved(peerId, 'outbound'),
    denyInboundUpgradedConnection: stranger,
    denyOutboundUpgradedConnection: stranger,
    denyInboundRelayReservation: () => true,
    denyOutboundRelayedConnection: () => true,
    denyInboundRelayedConnection: () => true,
    filterMultiaddrForPeer: (peerId) => !stranger(peerId),
  };
}

const claimedPeer = (address: Multiaddr): string | undefined =>
  address.getComponents().findLast((component) => component.name === 'p2p')?.value;
