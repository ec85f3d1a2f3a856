import type { Random } from './random'
import { box, broken, type Ink, write, writeLines } from './sheet'

/** The faces papers are filled in with: 黑体, 宋体 and 楷体. */
export const pickFace = (random: Random): NonNullable<Ink['family']> =>
  random.pick(['Noto Sans SC', 'Noto Serif SC', 'LXGW WenKai'] as const)

/** One cell of a form: its printed label, on one or several lines, and what was filled in. `width`: share of an equal part. */
export interface Ruled {
  label: readonly string[]
  text: string
  width?: number
}

interface Grid {
  x: number
  y: number
  width: number
  rows: readonly (readonly Ruled[])[]
  /** Least height of a row. */
  least: number
  labelWidth: number
}

/**
 * A ruled form, any number of labels a row. What is filled in comes from another printer than the form: it lies a little off its rows,
 * in another face.
 */
export function ruledGrid(random: Random, { x, y, width, rows, least, labelWidth }: Grid): string {
  const label: Ink = { size: random.between(18, 20), family: pickFace(random) }
  const value: Ink = { size: random.between(19, 22), family: pickFace(random), spacing: random.between(0, 1.5) }
  const [offX, offY] = [random.between(-4, 12), random.between(-5, 5)]
  const ruled = 'fill="none" stroke="#6d5d55" stroke-width="1.5"'
  let top = y
  return rows
    .map((cells) => {
      const parts = cells.reduce((sum, cell) => sum + (cell.width ?? 1), 0)
      const rowTop = top
      const laid = cells.map((cell) => {
        const whole = ((width - labelWidth * cells.length) * (cell.width ?? 1)) / parts
        return {
          cell,
          whole,
          lines: cell.text ? broken(cell.text, (whole - 22) / (value.size + (value.spacing ?? 0))) : [],
        }
      })
      const height = Math.max(least, ...laid.map(({ lines }) => lines.length * value.size * 1.3 + 16))
      top += height
      let left = x
      return laid
        .map(({ cell, whole, lines }) => {
          const at = left
          left += labelWidth + whole
          const middle = rowTop + height / 2
          const first = (count: number, size: number, leading: number) =>
            middle - ((count - 1) * leading) / 2 + size * 0.36
          return (
            box(at, rowTop, labelWidth, height, ruled) +
            box(at + labelWidth, rowTop, whole, height, ruled) +
            cell.label
              .map((text, index) =>
                write(at + labelWidth / 2, first(cell.label.length, label.size, 23) + index * 23, text, {
                  ...label,
                  anchor: 'middle',
                }),
              )
              .join('') +
            writeLines(
              at + labelWidth + 10 + offX,
              first(lines.length, value.size, value.size * 1.3) + offY,
              value.size * 1.3,
              lines,
              value,
            )
          )
        })
        .join('')
    })
    .join('')
}
