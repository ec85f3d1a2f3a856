import { face } from './papers'
import type { Random } from './random'
import { broken, type Sheet, seal, sheet, write, writeLines } from './sheet'

/** A letter: a head, a number, a title, and paragraphs. */
export function letter(
  random: Random,
  head: string,
  title: string,
  number: string,
  paragraphs: readonly string[],
): Sheet {
  const family = face(random)
  let y = 330
  const text = paragraphs.map((paragraph) => {
    const lines = broken(`　　${paragraph}`, 24)
    const part = writeLines(90, y, 40, lines, { size: 24, family })
    y += 40 * lines.length + 16
    return part
  })
  return sheet(780, 1080, '#fdfdfb', [
    write(390, 110, head, { size: 36, spacing: 4, anchor: 'middle', family }),
    write(390, 180, title, { size: 40, spacing: 8, weight: 700, anchor: 'middle', family }),
    write(690 - number.length * 22, 250, number, { size: 24, family }),
    ...text,
    seal(600, 980, 66),
  ])
}
