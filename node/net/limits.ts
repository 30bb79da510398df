/**
 * Every bound of the network, in one place. All members run the same values: a peer that accepts less than another
 * sends would drop that sender for good.
 */

/** The largest signed envelope, in bytes. */
export const MAX_ENVELOPE_BYTES = 256 * 1024;
/** The largest frame on a direct stream: one envelope and what surrounds it. */
export const MAX_FRAME_BYTES = MAX_ENVELOPE_BYTES + 16 * 1024;
/** The largest gossip frame. It is the sender's own cap, because an answer to IWANT holds many messages. */
export const MAX_GOSSIP_FRAME_BYTES = 4 * 1024 * 1024;
/** What may wait to be sent to one peer by gossip before its stream is given up. */
export const MAX_GOSSIP_BACKLOG_BYTES = 32 * 1024 * 1024;

/** Inbound requests per org and service that are served at once; further ones are told that it is busy. */
export const MAX_REQUESTS_AT_ONCE = 16;
/** Streams per protocol and connection: above the former, so that there is room to say "busy". */
export const MAX_STREAMS = 64;
/** Requests per org: what may come at once, and then per second. Whoever sends more loses the connection. */
export const REQUESTS_BURST = 1_000;
export const REQUESTS_PER_SECOND = 100;
/** How long a request, its handling and its answer may take together, in ms. */
export const REQUEST_TIMEOUT_MS = 5_000;

/** Gossip per author: what may come at once, and then per second. What is accepted stays in memory for a minute. */
export const GOSSIP_BURST = 2_000;
export const GOSSIP_PER_SECOND = 100;
export const GOSSIP_BURST_BYTES = 8 * 1024 * 1024;
export const GOSSIP_BYTES_PER_SECOND = 256 * 1024;
/** How long a peer that sends more waits until it is read on. */
export const GOSSIP_PAUSE_MS = 50;
/** Streams of gossip from one connection: each may hold one frame that is not complete. */
export const MAX_GOSSIP_STREAMS = 2;
/** Messages in one frame of gossip: they are verified one after the other, and everything else waits meanwhile. */
export const MAX_GOSSIP_MESSAGES = 256;

/** Connections of one member: it needs one, and its older ones may not have ended yet. */
export const MAX_CONNECTIONS_PER_MEMBER = 4;

/** Up to this many members each sends to each; above, gossip is relayed through a mesh. */
export const MAX_FLOOD_MEMBERS = 16;
