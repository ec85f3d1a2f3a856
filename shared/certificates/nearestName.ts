/** Number of characters that differ between two strings of one length. */
export const differences = (a: string, b: string): number =>
  [...a].reduce((count, character, place) => count + (character === b[place] ? 0 : 1), 0)

/**
 * The only name of the list that differs from `read` in at most `allowed` characters, or null where none or several do.
 * OCR mistakes one character for another of its shape; it rarely adds or drops one inside a known name, so lengths must agree.
 */
export function nearestName(read: string, names: Iterable<string>, allowed = 1): string | null {
  let best: string | null = null
  let fewest = allowed + 1
  for (const name of names) {
    if (name.length !== read.length) continue
    const count = differences(read, name)
    if (count > fewest || count > allowed) continue
    best = count === fewest ? null : name
    fewest = count
  }
  return best
}
