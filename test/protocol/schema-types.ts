/** hushmark.proto as data: its messages, each field's privacy class, and random messages for properties. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import protobuf from 'protobufjs';

export interface Field {
  /** Message.field */
  readonly path: string;
  readonly comment: string;
  /** null when its comment names none */
  readonly privacy: string | null;
}

/** Every message of the schema by its name. */
export function schemaTypes(): Map<string, protobuf.Type> {
  const source = readFileSync(
    join(import.meta.dirname, '../../protocol/schema/hushmark.proto'),
    'utf8',
  );
  const { root } = protobuf.parse(source, { alternateCommentMode: true });
  root.resolveAll();
  const space = root.lookup('hushmark.v1') as protobuf.Namespace;
  return new Map(
    space.nestedArray.filter((o) => o instanceof protobuf.Type).map((type) => [type.name, type]),
  );
}

export function fieldsOf(type: protobuf.Type | undefined): Field[] {
  if (!type) throw new TypeError('no such message');
  return type.fieldsArray.map((field) => {
    const comment = field.comment ?? '';
    const found = /^class: (public|masked|never leaves)(?: \(.+\))?$/.exec(comment);
    return { path: `${type.name}.${field.name}`, comment, privacy: found?.[1] ?? null };
  });
}

/** These messages and all that their fields name. */
export function reachable(
  from: readonly string[],
  types: ReadonlyMap<string, protobuf.Type>,
): Set<string> {
  const found = new Set<string>();
  const queue = [...from];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    const type = types.get(name);
    if (!type) throw new TypeError(`the schema has no message ${name}`);
    queue.push(...type.fieldsArray.map((f) => f.type).filter((t) => types.has(t)));
  }
  return found;
}

/** Any value of a message: each field with something in it, or with proto3's default. */
export function anyMessage(type: protobuf.Type): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(
    Object.fromEntries(
      type.fieldsArray.map((field) => {
        const one = anyValue(field);
        return [field.name, field.repeated ? fc.array(one, { maxLength: 4 }) : one];
      }),
    ),
  );
}

function anyValue(field: protobuf.Field): fc.Arbitrary<unknown> {
  if (field.resolvedType instanceof protobuf.Type) return anyMessage(field.resolvedType);
  switch (field.type) {
    case 'string':
      return fc.string({ unit: 'binary', maxLength: 12 });
    case 'bytes':
      return fc.uint8Array({ maxLength: 40 });
    case 'uint32':
    case 'fixed32':
      return fc.nat(0xffff_ffff);
    case 'uint64':
      return fc.maxSafeNat();
    case 'double':
      return fc.double({ noNaN: true, max: 2 ** 53 - 1, min: 0 }).map((x) => x + 0);
    default:
      throw new TypeError(`no test value for ${field.type}`);
  }
}
