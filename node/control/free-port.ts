/** The control API's port on loopback, looked at before anything of the home is touched. */
import { once } from 'node:events';
import { createServer } from 'node:net';
import { NodeError } from '../errors.ts';

/** @param port - 0: any free one, so there is nothing to look at. @throws NodeError E_LISTEN */
export async function refuseTakenPort(port: number): Promise<void> {
  if (port === 0) return;
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw portTaken(port, error);
  }
  server.close();
  await once(server, 'close');
}

export function portTaken(port: number, cause: unknown): NodeError {
  return new NodeError('E_LISTEN', `127.0.0.1:${port} is taken (controlPort)`, { port }, cause);
}
