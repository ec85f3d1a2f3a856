import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import * as fontkit from 'fontkit'

/** The fonts a document is set in (`fonts/README.md`). The first that has a character draws it. */
const FONTS = ['noto-sans-sc-400', 'lxgw-wenkai-400', 'hanamin-b-400'] as const

export type FontName = (typeof FONTS)[number]

/** A stretch of text one font can draw. */
export interface Run {
  font: FontName
  text: string
}

interface Opened {
  bytes: Buffer
  font: fontkit.Font
}

const opened = new Map<FontName, Opened>()

/** A font is unpacked when it is first needed: most documents need the first alone. */
export function openFont(name: FontName): Opened {
  let found = opened.get(name)
  if (!found) {
    const bytes = brotliDecompressSync(readFileSync(join(__dirname, 'fonts', `${name}.ttf.br`)))
    found = { bytes, font: fontkit.create(bytes) as fontkit.Font }
    opened.set(name, found)
  }
  return found
}

const known = new Map<number, FontName | null>()

function fontFor(point: number): FontName | null {
  let font = known.get(point)
  if (font === undefined) {
    font = FONTS.find((name) => openFont(name).font.hasGlyphForCodePoint(point)) ?? null
    known.set(point, font)
  }
  return font
}

/** What stands for a character no font here has: its number. The signed data holds the character itself. */
const numbered = (point: number) => `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`

/** Splits a text into the stretches its fonts can draw. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const point = character.codePointAt(0)!
    const font = fontFor(point)
    const run = font === null ? { font: FONTS[0], text: numbered(point) } : { font, text: character }
    const last = runs.at(-1)
    if (last?.font === run.font) last.text += run.text
    else runs.push(run)
  }
  return runs
}
