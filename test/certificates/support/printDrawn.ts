/** Prints what is read off drawn papers, as JSON: `printDrawn.ts <seed> <level> <paper> …`. Its own process, as the networks ask for. */
import sharp from 'sharp'
import { createTextReader } from '../../../local/ocr/createTextReader'
import { readCertificate } from '../../../shared/certificates/readCertificate'
import { generate } from '../generator/generate'
import { drawWithPaperFonts } from '../generator/paperFonts'
import type { Level } from '../generator/photograph'

drawWithPaperFonts()

async function main() {
  const [seed, level, ...papers] = process.argv.slice(2) as [string, Level, ...string[]]
  const reader = await createTextReader()
  const out = []
  for (const paper of papers) {
    const { image, ...truth } = await generate(Number(seed), paper, level)
    const { autoOrient: size } = await sharp(image).metadata()
    out.push({ paper, truth, reading: readCertificate(await reader.lines(image), size, undefined, '2026-11-24') })
  }
  await reader.close()
  process.stdout.write(JSON.stringify(out))
}

void main()
