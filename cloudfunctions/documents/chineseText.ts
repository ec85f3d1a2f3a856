import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Noto Sans SC (SIL Open Font License 1.1), cut into slices of the character set; the build puts them beside the bundle. */
const FOLDER = join(__dirname, 'fonts')

/** A stretch of text one slice can draw. */
export interface Run {
  /** The slice's name, also the name it is registered under. */
  font: string
  text: string
}

let slices: { font: string; ranges: [from: number, to: number][] }[] | null = null

/** `unicode.json` names each slice's code points: "[4]": "U+4e00-4e02,U+4e5f". */
function readSlices(): NonNullable<typeof slices> {
  const table = JSON.parse(readFileSync(join(FOLDER, 'unicode.json'), 'utf8')) as Record<string, string>
  return Object.entries(table).map(([name, list]) => ({
    font: name.replace(/[[\]]/g, ''),
    ranges: list.split(',').map((range) => {
      const [from, to = from] = range.slice(2).split('-')
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    }),
  }))
}

const known = new Map<number, string | null>()

function sliceOf(point: number): string | null {
  slices ??= readSlices()
  let font = known.get(point)
  if (font === undefined) {
    font = slices.find(({ ranges }) => ranges.some(([from, to]) => from <= point && point <= to))?.font ?? null
    known.set(point, font)
  }
  return font
}

/** Drawn where no slice knows a character; the character itself stands in the signed data and on the certificate. */
const UNKNOWN = '〓'

/** Splits a text into the stretches its slices can draw. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = []
  for (const character of text) {
    const font = sliceOf(character.codePointAt(0)!)
    const run = font === null ? { font: sliceOf(UNKNOWN.codePointAt(0)!)!, text: UNKNOWN } : { font, text: character }
    const last = runs.at(-1)
    if (last?.font === run.font) last.text += run.text
    else runs.push(run)
  }
  return runs
}

export const fontFile = (font: string): string => join(FOLDER, `${font}.ttf`)
