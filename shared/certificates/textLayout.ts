import type { Quad, TextLine } from './types'

/** A line put upright: x to the right along the text, y downwards, both in units of the median line height. */
export type Placed = {
  text: string
  score?: number
  least?: number
  quad: Quad
  left: number
  right: number
  /** Vertical middle. */
  y: number
  height: number
}

export type Layout = {
  items: Placed[]
  /** Median line height in pixels of the picture. */
  lineHeight: number
  /** Direction of the text in radians. */
  angle: number
}

/** Full-width forms become ASCII and all blanks go: spaced labels (名　称) and engines' blanks then no longer differ. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 1

const distance = ([x0, y0]: [number, number], [x1, y1]: [number, number]) => Math.hypot(x1 - x0, y1 - y0)

/** Pieces of one line that an engine cut apart touch; one that lies over the other is the same characters once more. */
const TOUCHING = 0.2
const OVERLAPPING = -0.1
const ON_ONE_LINE = 0.35

const mean = (p: number | undefined, q: number | undefined, share: number): number | undefined =>
  p === undefined || q === undefined ? (p ?? q) : p * share + q * (1 - share)
const least = (p: Placed, q: Placed): number | undefined => {
  const known = [p.least, q.least].filter((value) => value !== undefined)
  return known.length ? Math.min(...known) : undefined
}

/** Two pieces as the line they were. */
const joined = (p: Placed, q: Placed): Placed => ({
  text: p.text + q.text,
  score: mean(p.score, q.score, p.text.length / (p.text.length + q.text.length)),
  least: least(p, q),
  quad: [p.quad[0], q.quad[1], q.quad[2], p.quad[3]],
  left: p.left,
  right: q.right,
  y: (p.y + q.y) / 2,
  height: Math.max(p.height, q.height),
})

/** Puts lines together again that the engine cut in pieces, whose ends touch. */
function whole(items: Placed[]): Placed[] {
  const out: Placed[] = []
  for (const item of [...items].sort((p, q) => p.left - q.left)) {
    const before = out.findIndex(
      (other) =>
        Math.abs(other.y - item.y) < ON_ONE_LINE &&
        Math.abs(other.height - item.height) < 0.5 &&
        item.left - other.right < TOUCHING &&
        item.left - other.right > OVERLAPPING,
    )
    if (before < 0) out.push(item)
    else out[before] = joined(out[before], item)
  }
  return out
}

/** Lays the lines out in the paper's own direction, whichever way the picture was taken, top to bottom and left to right. */
export function layOut(lines: TextLine[]): Layout {
  const kept = lines.filter(({ text }) => plain(text) !== '')
  // Summed as vectors, long lines decide: the box of a lone character may lean any way.
  const [dx, dy] = kept.reduce(
    ([x, y], { quad }) => [
      x + quad[1][0] - quad[0][0] + quad[2][0] - quad[3][0],
      y + quad[1][1] - quad[0][1] + quad[2][1] - quad[3][1],
    ],
    [0, 0],
  )
  const angle = Math.atan2(dy, dx)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const lineHeight = median(kept.map(({ quad: [a, b, c, d] }) => (distance(a, d) + distance(b, c)) / 2)) || 1
  const items = kept.map(({ text, score, least, quad }): Placed => {
    const along = quad.map(([x, y]) => (x * cos + y * sin) / lineHeight)
    const across = quad.map(([x, y]) => (y * cos - x * sin) / lineHeight)
    const height = (distance(quad[0], quad[3]) + distance(quad[1], quad[2])) / 2 / lineHeight
    const [left, right] = [Math.min(...along), Math.max(...along)]
    return { text: plain(text), score, least, quad, left, right, y: across.reduce((sum, v) => sum + v, 0) / 4, height }
  })
  return { items: whole(items).sort((p, q) => p.y - q.y || p.left - q.left), lineHeight, angle }
}

/** The corners of the smallest rectangle in the text's own direction that holds all these lines, in pixels of the picture. */
export function quadOf(lines: readonly Placed[], angle: number): Quad {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const points = lines.flatMap(({ quad }) => quad)
  const along = points.map(([x, y]) => x * cos + y * sin)
  const across = points.map(([x, y]) => y * cos - x * sin)
  const [left, right] = [Math.min(...along), Math.max(...along)]
  const [top, bottom] = [Math.min(...across), Math.max(...across)]
  const at = (u: number, v: number): [number, number] => [u * cos - v * sin, u * sin + v * cos]
  return lines.length === 1 ? lines[0].quad : [at(left, top), at(right, top), at(right, bottom), at(left, bottom)]
}

/** Part of a line from character `from` to `to`, its place interpolated. */
export function slice(item: Placed, from: number, to: number): Placed {
  const length = item.text.length
  const point = (a: [number, number], b: [number, number], share: number): [number, number] => [
    a[0] + (b[0] - a[0]) * share,
    a[1] + (b[1] - a[1]) * share,
  ]
  const [s, e] = [from / length, to / length]
  const [a, b, c, d] = item.quad
  return {
    ...item,
    text: item.text.slice(from, to),
    left: item.left + (item.right - item.left) * s,
    right: item.left + (item.right - item.left) * e,
    quad: [point(a, b, s), point(a, b, e), point(d, c, e), point(d, c, s)],
  }
}
