/** Writes one drawn paper: `drawTo.ts <file> <seed> <level> <paper>`; prints what stands on it, as JSON. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { chineseFontConfig } from '../../support/chineseFont'
import { generate } from '../generator/generate'
import type { Level } from '../generator/photograph'

process.env.FONTCONFIG_FILE = chineseFontConfig(path.resolve(__dirname, '../../../dist/fonts-of-papers'), [
  'noto-sans-sc',
  'noto-serif-sc',
])

const [file, seed, level, paper] = process.argv.slice(2) as [string, string, Level, string]
void generate(Number(seed), paper, level).then(({ image, fields }) => {
  writeFileSync(file, image)
  process.stdout.write(JSON.stringify(fields))
})
