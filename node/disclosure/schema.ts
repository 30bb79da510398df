/**
 * The schema's own words: each field of a message with its privacy class, read from hushmark.proto itself, so that no
 * second list can fall behind it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import protobuf from 'protobufjs';
import type { MessageName } from '../../protocol/index.ts';

export type PrivacyClass = 'public' | 'masked' | 'never leaves';

export interface SchemaField {
  readonly name: string;
  readonly class: PrivacyClass;
  /** what the schema says beside the class; empty where it says nothing */
  readonly about: string;
  readonly repeated: boolean;
  /** the message that it holds; null for a plain value */
  readonly message: MessageName | null;
}

/** The fields of a message, in the schema's order. */
export type Schema = (message: MessageName) => readonly SchemaField[];

const PATH = join(import.meta.dirname, '../../protocol/schema/hushmark.proto');
const CLASS = /^class: (public|masked|never leaves)(?: \((.+)\))?$/;

/** @throws TypeError when a field has no class: the schema's test would have failed before */
export function readSchema(): Schema {
  const { root } = protobuf.parse(readFileSync(PATH, 'utf8'), { alternateCommentMode: true });
  root.resolveAll();
  const types = root.lookup('hushmark.v1') as protobuf.Namespace;
  return (message) => types.lookupType(message).fieldsArray.map(fieldOf);
}

function fieldOf(field: protobuf.Field): SchemaField {
  const [, found, about = ''] = CLASS.exec(field.comment ?? '') ?? [];
  if (found === undefined) throw new TypeError(`${field.fullName} has no privacy class`);
  const { resolvedType } = field;
  return {
    name: field.name,
    class: found as PrivacyClass,
    about,
    repeated: field.repeated,
    message: resolvedType instanceof protobuf.Type ? (resolvedType.name as MessageName) : null,
  };
}
