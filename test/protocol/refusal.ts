/** What a function refuses with: the coded error itself, so that a test can look at code and details. */
import { ProtocolError } from '../../protocol/errors.ts';

/** The ProtocolError that `act` throws. Anything else that it throws is a bug, and no error at all a failed test. */
export function refusalBy(act: () => unknown): ProtocolError {
  try {
    act();
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
