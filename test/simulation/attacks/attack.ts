/**
 * A scripted attack: what a liar, or whoever commands the network, does; the rule that stops it; and how a copy of the
 * product, or of the node around it, looks without that rule.
 */
import type { Finding } from '../checks.ts';
import type { Edit, Product } from '../product.ts';
import type { Broken } from '../stage.ts';

/** One of several rules that stand behind each other. */
export interface Layer {
  readonly rule: string;
  readonly edits: readonly Edit[];
}

export interface Attack {
  /** what is done */
  readonly name: string;
  /** what stops it */
  readonly rule: string;
  /** the promise that it breaks without the rule */
  readonly breaks: Finding['promise'];
  /** the row of the list of what breaks without each rule, in docs/simulation.md */
  readonly row?: string;
  /** takes the rule out of a copy of the sources */
  readonly edits?: readonly Edit[];
  /** where the rule is several, one behind the other: each of them alone stops it, and `edits` takes all of them out */
  readonly layers?: readonly Layer[];
  /** takes the rule out of the simulated node, where it is the node's own */
  readonly broken?: Broken;
  /** Plays it. Any finding is a success of the attack. */
  play(product: Product, broken?: Broken): readonly Finding[];
}

/** All of these rules taken out. */
export const without = (layers: readonly Layer[]) => ({
  layers,
  edits: layers.flatMap(({ edits }) => edits),
});

/** `E_PROPOSAL` and the like: the attack does not even begin. */
export function unlessRefused(
  product: Product,
  play: () => readonly Finding[],
): readonly Finding[] {
  try {
    return play();
  } catch (error) {
    product.protocol.refusalOf(error);
    return [];
  }
}
