/** Writes one drawn paper: `drawTo.ts <file> <seed> <level> <paper>`; prints what stands on it, as JSON. */
import { writeFileSync } from 'node:fs'
import { generate } from '../generator/generate'
import { drawWithPaperFonts } from '../generator/paperFonts'
import type { Level } from '../generator/photograph'

drawWithPaperFonts()

const [file, seed, level, paper] = process.argv.slice(2) as [string, string, Level, string]
void generate(Number(seed), paper, level).then(({ image, fields }) => {
  writeFileSync(file, image)
  process.stdout.write(JSON.stringify(fields))
})
