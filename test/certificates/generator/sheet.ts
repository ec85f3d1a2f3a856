import type { Random } from './random'

/** A paper as it lies flat: an SVG drawing of this many units. */
export interface Sheet {
  width: number
  height: number
  svg: string
}

export interface Ink {
  size: number
  family?: 'Noto Sans SC' | 'Noto Serif SC' | 'LXGW WenKai'
  weight?: 400 | 700
  fill?: string
  /** Between characters, in units. */
  spacing?: number
  anchor?: 'start' | 'middle'
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** One line of text; `y` is its baseline. */
export const write = (x: number, y: number, text: string, ink: Ink): string =>
  `<text xml:space="preserve" x="${x}" y="${y}" font-size="${ink.size}" font-family="${ink.family ?? 'Noto Sans SC'}" font-weight="${ink.weight ?? 400}" fill="${ink.fill ?? '#1d1d1f'}" letter-spacing="${ink.spacing ?? 0}" text-anchor="${ink.anchor ?? 'start'}">${escaped(text)}</text>`

/** Text broken after `most` full-width characters; an ASCII character counts as half of one. */
export function broken(text: string, most: number): string[] {
  const lines: string[] = ['']
  let wide = 0
  for (const character of text) {
    const width = character.charCodeAt(0) < 0x80 ? 0.55 : 1
    if (wide + width > most) {
      lines.push('')
      wide = 0
    }
    lines[lines.length - 1] += character
    wide += width
  }
  return lines
}

export const writeLines = (x: number, y: number, leading: number, lines: readonly string[], ink: Ink): string =>
  lines.map((line, index) => write(x, y + index * leading, line, ink)).join('')

export const box = (x: number, y: number, width: number, height: number, style: string): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${style}/>`

/** A red seal: a ring with a star, over whatever it lies on. */
export const seal = (x: number, y: number, radius: number): string =>
  `<g opacity="0.6"><circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#c8302a" stroke-width="5"/><text x="${x}" y="${y + radius * 0.3}" font-size="${radius * 0.9}" text-anchor="middle" fill="#c8302a">★</text></g>`

/** The guilloche behind certificates: thin crossing waves. */
export function waves(random: Random, width: number, height: number, colour: string): string {
  const lines = Array.from({ length: 14 }, (_, index) => {
    const y = (height * (index + 0.5)) / 14
    const sway = random.between(-30, 30)
    return `<path d="M0 ${y} Q ${width / 4} ${y + sway} ${width / 2} ${y} T ${width} ${y}" stroke="${colour}" stroke-width="1.2" fill="none"/>`
  })
  return lines.join('')
}

/** A label as printers set it: close, or spread to the width of four characters (名　　称). */
export function spread(label: string, to = 4): string {
  const gaps = label.length - 1
  if (gaps < 1 || label.length >= to) return label
  const blanks = '　'.repeat(Math.floor((to - label.length) / gaps)) || ' '
  return [...label].join(blanks)
}

export const sheet = (width: number, height: number, ground: string, parts: readonly string[]): Sheet => ({
  width,
  height,
  svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${box(0, 0, width, height, `fill="${ground}"`)}${parts.join('')}</svg>`,
})
