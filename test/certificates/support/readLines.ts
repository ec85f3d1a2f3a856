import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { createTextReader, type Line, type TextReaderOptions } from '../../../local/ocr/createTextReader'
import { fixtures, PAPERS } from './papers'

export type LinesOfPaper = {
  file: string
  lines: Line[]
  size: { width: number; height: number }
  /** Wall-clock time of the reading alone. */
  milliseconds: number
}

/** Reads every fixture paper with the real engine, once per set of options, in turns so that their times may be compared. */
export async function readLines(...options: TextReaderOptions[]): Promise<LinesOfPaper[][]> {
  const readers = await Promise.all(options.map(createTextReader))
  const out: LinesOfPaper[][] = readers.map(() => [])
  // The first picture pays for warming up; it is read once before the clock runs.
  for (const reader of readers) await reader.lines(readFileSync(join(PAPERS, fixtures.papers[0].file)))
  for (const { file } of fixtures.papers) {
    const image = readFileSync(join(PAPERS, file))
    const { autoOrient: size } = await sharp(image).metadata()
    for (const [place, reader] of readers.entries()) {
      const start = performance.now()
      const lines = await reader.lines(image)
      out[place].push({ file, lines, size, milliseconds: performance.now() - start })
    }
  }
  await Promise.all(readers.map((reader) => reader.close()))
  return out
}
