/** One thing that is fuzzed, and the loop that does it: whatever goes in, only typed refusals may come out. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { AggregationError } from '../../aggregation/index.ts';
import { NodeError } from '../../node/errors.ts';
import { VaultError } from '../../node/vault/errors.ts';
import { ProtocolError } from '../../protocol/index.ts';
import { randomOf, type Random } from '../simulation/random.ts';

export interface Target {
  /** without a dash: files of the corpus begin with it */
  readonly name: string;
  /** share of all inputs, by what one costs */
  readonly weight: number;
  make(random: Random): unknown;
  /** Returns for what is taken. @throws a typed error for what is refused; anything else is found */
  attempt(input: unknown): void;
}

/** An input that brought out what no input may. */
export class Found extends Error {
  override readonly name = 'Found';
  readonly target: string;
  readonly input: Uint8Array;

  constructor(target: string, input: unknown, cause: unknown) {
    super(`${target}: ${cause instanceof Error ? cause.stack : String(cause)}`, { cause });
    this.target = target;
    this.input = serialize(input);
  }

  /** of the file that keeps it */
  get file(): string {
    return `${this.target}-${createHash('sha256').update(this.input).digest('hex').slice(0, 12)}.bin`;
  }
}

export const inputOf = (file: Uint8Array): unknown => deserialize(file);

/** Inputs by what became of them: `taken`, or the code of the refusal. */
export type Tally = Map<string, number>;

/** @throws Found */
export function fuzz(
  target: Target,
  seed: number,
  inputs: number,
  tally: Tally = new Map(),
): Tally {
  const random = randomOf(seed);
  for (let i = 0; i < inputs; i++) {
    const outcome = tryOne(target, target.make(random));
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
  }
  return tally;
}

/** @returns `taken` or the code of the refusal. @throws Found */
export function tryOne(target: Target, input: unknown): string {
  try {
    target.attempt(input);
    return 'taken';
  } catch (error) {
    if (isTyped(error)) return error.code;
    throw new Found(target.name, input, error);
  }
}

const CLASSES = [ProtocolError, AggregationError, NodeError, VaultError];

function isTyped(error: unknown): error is Error & { code: string } {
  const known = CLASSES.some((kind) => error instanceof kind);
  return known && /^E_[A-Z0-9_]+$/.test((error as { code: string }).code) && !isInternal(error);
}

const isInternal = (error: unknown) => (error as { code: string }).code === 'E_INTERNAL';
