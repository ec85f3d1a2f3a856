/** Prints what is read off drawn papers, as JSON: `printDrawn.ts <seed> <level> <paper> …`. Its own process, as the networks ask for. */
import path from 'node:path'
import sharp from 'sharp'
import { createTextReader } from '../../../local/ocr/createTextReader'
import { readCertificate } from '../../../shared/certificates/readCertificate'
import { chineseFontConfig } from '../../support/chineseFont'
import { generate } from '../generator/generate'
import type { Level } from '../generator/photograph'

process.env.FONTCONFIG_FILE = chineseFontConfig(path.resolve(__dirname, '../../../dist/fonts-of-papers'), [
  'noto-sans-sc',
  'noto-serif-sc',
])

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
