/** JSON lines on a socket: a reader that puts chunks together, a writer that sends what one turn produced at once. */
import type { Socket } from 'node:net';

/** A longer line ends the connection: nothing that is said here comes near it. */
export const MAX_LINE_CHARS = 8_000_000;

/** Calls `onLine` for each complete line; the socket's encoding becomes UTF-8. */
export function readLines(socket: Socket, onLine: (line: string) => void): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > MAX_LINE_CHARS) socket.destroy();
    for (const line of lines) onLine(line);
  });
}

/** Returns a function that sends one line of text (without line breaks, such as JSON). */
export function lineWriter(socket: Socket): (line: string) => void {
  let pending = '';
  const flush = (): void => {
    const lines = pending;
    pending = '';
    if (socket.writable) socket.write(lines);
  };
  return (line) => {
    if (pending === '') process.nextTick(flush);
    pending += `${line}\n`;
  };
}
