/** A bad file as what was done to a good one: a few edits, so that a reader sees the lie, and the files stay small. */

/** At a byte of the good file: so many bytes go, these (hex) come. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** @param edits by place, none into another */
export function applyEdits(good: Uint8Array, edits: readonly Edit[]): Buffer {
  let end = 0;
  const pieces = edits.flatMap(({ at, remove, insert }) => {
    if (at < end || at + remove > good.length)
      throw new RangeError(`no place for an edit at ${at}`);
    const before = good.subarray(end, at);
    end = at + remove;
    return [before, Buffer.from(insert, 'hex')];
  });
  return Buffer.concat([...pieces, good.subarray(end)]);
}

/** The edits between two lists of pieces, which stand for two files: pieces that both have stay, of others what differs goes. */
export function editsBetween(good: readonly Uint8Array[], bad: readonly Uint8Array[]): Edit[] {
  const edits: Edit[] = [];
  let [at, g, b] = [0, 0, 0];
  const same = (i: number, k: number) => Buffer.compare(good[i] as Buffer, bad[k] as Buffer) === 0;
  while (g < good.length || b < bad.length) {
    const piece = good[g];
    const other = bad[b];
    if (piece && other && same(g, b)) {
      at += piece.length;
      g += 1;
      b += 1;
      continue;
    }
    // a piece left out or added, if a later one fits again; else a piece in another's place
    const dropped = piece && (!other || good.some((_, i) => i > g && same(i, b)));
    const added = other && !dropped && (!piece || bad.some((_, k) => k > b && same(g, k)));
    const [from, to] = [added ? undefined : piece, dropped ? undefined : other];
    edits.push(edit(at, from ?? Buffer.of(), to ?? Buffer.of()));
    at += from?.length ?? 0;
    g += from ? 1 : 0;
    b += to ? 1 : 0;
  }
  return edits;
}

function edit(at: number, from: Uint8Array, to: Uint8Array): Edit {
  const most = Math.min(from.length, to.length);
  let head = 0;
  while (head < most && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < most - head && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return {
    at: at + head,
    remove: from.length - head - tail,
    insert: Buffer.from(to.subarray(head, to.length - tail)).toString('hex'),
  };
}

/** The fields of a protobuf message, each with its tag: in their order they are the message. */
export function fieldsOf(message: Uint8Array): Uint8Array[] {
  const fields: Uint8Array[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++] as number;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < message.length) {
    const start = at;
    const wireType = varint() & 7;
    if (wireType !== 0 && wireType !== 2) throw new RangeError(`wire type ${wireType}`);
    const value = varint();
    if (wireType === 2) at += value;
    fields.push(message.subarray(start, at));
  }
  return fields;
}

/** For `replace`: a text that ends with a digit, with another digit. */
export const otherDigit = (_: string, before: string, digit: string): string =>
  `${before}${(Number(digit) + 1) % 10}`;
