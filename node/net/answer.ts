/**
 * What comes back for a request: a result or a refusal with its reason, in one frame. A bare reset would tell nothing.
 * Layout: one byte, 0 for a result, 1 for a refusal; then the result's bytes, or `{code, message}` as JSON.
 */
import * as v from 'valibot';
import { NodeError, errorShape, exitCodeOf } from '../errors.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';

const RESULT = 0;
const REFUSAL = 1;
const refusalSchema = v.object({
  code: v.pipe(v.string(), v.regex(/^E_[A-Z0-9_]{1,60}$/)),
  message: v.pipe(v.string(), v.maxLength(1_000)),
});

export function encodeResult(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(RESULT), bytes]);
}

/** Failures of this side alone: their messages may hold paths and settings, which are nobody else's business. */
const OWN_FAILURES: readonly ExitCode[] = [
  EXIT.software,
  EXIT.io,
  EXIT.cantCreate,
  EXIT.noInput,
  EXIT.config,
];

export function encodeRefusal(error: unknown): Uint8Array {
  const shape = errorShape(error);
  const told = OWN_FAILURES.includes(exitCodeOf(error))
    ? { code: 'E_INTERNAL', message: 'an internal error' }
    : { code: shape.code, message: shape.message.slice(0, 1_000) };
  return Buffer.concat([Uint8Array.of(REFUSAL), Buffer.from(JSON.stringify(told))]);
}

/**
 * The result's bytes.
 * @throws NodeError E_PEER_BUSY, E_PEER_REFUSED (details.org, details.code: the other's own code), E_BAD_FRAME
 */
export function decodeAnswer(frame: Uint8Array, org: string): Uint8Array {
  if (frame[0] === RESULT) return frame.subarray(1);
  const refusal = frame[0] === REFUSAL ? parseRefusal(frame.subarray(1)) : undefined;
  if (!refusal) throw new NodeError('E_BAD_FRAME', `${org} answered what cannot be read`, { org });
  const code = refusal.code === 'E_PEER_BUSY' ? 'E_PEER_BUSY' : 'E_PEER_REFUSED';
  throw new NodeError(code, `${org} refused: ${refusal.message}`, { org, code: refusal.code });
}

function parseRefusal(bytes: Uint8Array) {
  try {
    return v.parse(refusalSchema, JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return undefined;
  }
}
