/** Text of other orgs that people will read: one line, without anything that a terminal or an eye could be fooled by. */

/** Control, format (such as a change of direction), surrogate, private and unassigned code points: Unicode's category C. */
const HIDDEN = /\p{C}/u;

/** @param most UTF-16 code units */
export function isPlain(text: string, most: number): boolean {
  return text.length <= most && !HIDDEN.test(text);
}
