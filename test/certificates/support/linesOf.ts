import type { TextLine } from '../../../shared/certificates/types'

/** Lines as an engine returns them: `[text, left, top]` with characters 30 pixels wide in boxes 40 high. */
export function linesOf(rows: [text: string, left: number, top: number, score?: number][]): TextLine[] {
  return rows.map(([text, left, top, score]) => {
    const [right, bottom] = [left + 30 * text.length + 10, top + 40]
    const quad: TextLine['quad'] = [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ]
    return score === undefined ? { text, quad } : { text, score, quad }
  })
}

/** The lines moved as a picture taken otherwise would have them: turned by `angle`, enlarged and shifted. */
export function transformed(lines: TextLine[], angle: number, scale: number, dx: number, dy: number): TextLine[] {
  const [cos, sin] = [Math.cos(angle) * scale, Math.sin(angle) * scale]
  return lines.map((line) => ({
    ...line,
    quad: line.quad.map(([x, y]) => [x * cos - y * sin + dx, x * sin + y * cos + dy]) as TextLine['quad'],
  }))
}
