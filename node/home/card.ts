/**
 * `card.json`: what an org shows the others, so that they can list it in the consortium. All of it is public.
 */
import { parseCard, type Card } from '../../protocol/manifest.ts';
import { NodeError } from '../errors.ts';
import { readText, replaceFile } from './private-files.ts';

export { type Card };

/** @throws NodeError E_NO_FILE, E_CARD */
export async function readCard(path: string): Promise<Card> {
  const text = await readText(path);
  try {
    return parseCard(JSON.parse(text));
  } catch (error) {
    throw new NodeError('E_CARD', `${path}: ${(error as Error).message}`, { path }, error);
  }
}

/** Writes the card, in place of an older one. @throws ProtocolError E_MANIFEST, NodeError E_IO */
export async function writeCard(path: string, card: Card): Promise<void> {
  await replaceFile(path, `${JSON.stringify(parseCard(card), null, 2)}\n`);
}
