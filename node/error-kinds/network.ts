/** Errors between peers. */
import { EXIT } from '../exit-codes.ts';
import { kind } from './kind.ts';

export const NETWORK = {
  E_OTHER_CONSORTIUM: kind(
    EXIT.protocol,
    'the other has another `consortium.json`',
    'Both orgs need the same consortium.json.',
  ),
  E_STRANGER: kind(
    EXIT.protocol,
    'somebody dialled, or was dialled, who is no member',
    'Nothing was said to it: a new member needs a new consortium.json that all have signed.',
  ),
  E_PEER_VERSION: kind(
    EXIT.protocol,
    'the other speaks another version of the protocol',
    'Both orgs need releases that speak one protocol version.',
  ),
  E_NOT_CONNECTED: kind(
    EXIT.temporary,
    'the org is not connected',
    'It is dialled again until it answers.',
  ),
  E_NOBODY_LISTENS: kind(
    EXIT.temporary,
    'no other org is connected',
    'The message is offered again to each peer that connects.',
  ),
  E_MESSAGE_TOO_LARGE: kind(
    EXIT.data,
    'a message is over the limit of the network',
    'The other org may run another release.',
  ),
  E_NO_SUCH_SERVICE: kind(
    EXIT.protocol,
    'the other does not know this request',
    'The other org may run an older release.',
  ),
  E_PEER_REFUSED: kind(
    EXIT.protocol,
    'the other, or this peer, refuses; the message says why',
    'Talk to the operator of the other org.',
  ),
  E_PEER_BUSY: kind(
    EXIT.temporary,
    'too many requests at once, or too many open rounds',
    'Try again in a moment.',
  ),
  E_PEER_TIMEOUT: kind(EXIT.temporary, 'no answer in time', 'Try again, or look at its log.'),
  E_PEER_RESET: kind(EXIT.temporary, 'the connection broke', 'Try again, or look at its log.'),
  E_BAD_FRAME: kind(
    EXIT.protocol,
    'what came cannot be read',
    'The other org may run another release.',
  ),
  E_NOT_HELD: kind(EXIT.temporary, 'the other does not hold this message', 'Ask another org.'),
  E_CLOCK_APART: kind(
    EXIT.notReady,
    'the clocks of two members are too far apart, or could not be compared',
    'One of the two is wrong: synchronise it with NTP or PTP, and start its peer again.',
  ),
  E_HOST_STOPPED: kind(
    EXIT.unavailable,
    'the peer is stopping',
    'Start the peer again with `bench-node --org <name>`.',
  ),
} as const;
