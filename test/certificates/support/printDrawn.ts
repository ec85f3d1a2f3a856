/** Prints what is read off drawn papers, as JSON: `printDrawn.ts <seed> <level> <paper> …`. Its own process, as the networks ask for. */
import sharp from 'sharp'
import { createTextReader } from '../../../local/ocr/createTextReader'
import { readCertificate } from '../../../shared/certificates/readCertificate'
import type { TextLine } from '../../../shared/certificates/types'
import { generate } from '../generator/generate'
import { drawWithPaperFonts } from '../generator/paperFonts'
import type { Level } from '../generator/photograph'
import { withoutScores } from './withoutScores'

drawWithPaperFonts()

async function main() {
  const [seed, level, ...papers] = process.argv.slice(2) as [string, Level, ...string[]]
  const reader = await createTextReader()
  const out = []
  for (const paper of papers) {
    const { image, ...truth } = await generate(Number(seed), paper, level)
    const { autoOrient: size } = await sharp(image).metadata()
    const lines = await reader.lines(image)
    const read = (told: TextLine[]) => readCertificate(told, size, undefined, '2026-11-24')
    out.push({ paper, truth, reading: read(lines), untold: read(withoutScores(lines)) })
  }
  await reader.close()
  process.stdout.write(JSON.stringify(out))
}

void main()
