/**
 * `npm run score -- [from] [to] [paper …]`: reads freshly drawn papers of the seeds from..to with the real engine and prints, by paper
 * and field, the share read exactly, the share of characters read right, and the wrong values that were shown as sure.
 */
import sharp from 'sharp'
import { createTextReader } from '../../local/ocr/createTextReader'
import { isDoubtful, readCertificate } from '../../shared/certificates/readCertificate'
import type { FieldKey } from '../../shared/certificates/types'
import { generate, PAPERS } from './generator/generate'
import { drawWithPaperFonts } from './generator/paperFonts'
import { LEVELS } from './generator/photograph'

drawWithPaperFonts()

interface Tally {
  all: number
  exact: number
  characters: number
  right: number
  /** Wrong and shown as sure. */
  wrongSure: number
  /** Right, but a second look is asked for. */
  rightUnsure: number
}

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, character] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min(row[j]! + (character === b[j] ? 0 : 1), row[j + 1]! + 1, next[j]! + 1))
    row = next
  }
  return row.at(-1)!
}

async function main() {
  const [from = '1', to = '20', ...papers] = process.argv.slice(2)
  const reader = await createTextReader()
  const tallies = new Map<string, Tally>()
  const wrong: string[] = []
  const times: number[] = []
  let accepted = 0
  for (const paper of papers.length ? papers : Object.keys(PAPERS)) {
    for (const level of LEVELS) {
      for (let seed = Number(from); seed <= Number(to); seed += 1) {
        const { image, fields, kind } = await generate(seed, paper, level)
        const { autoOrient: size } = await sharp(image).metadata()
        const start = performance.now()
        const reading = readCertificate(await reader.lines(image), size, undefined, '2026-11-24')
        times.push(performance.now() - start)
        if (reading.retake === null) accepted += 1
        if (reading.kind !== kind) wrong.push(`${paper} ${level} ${seed}: taken for ${reading.kind}`)
        for (const [key, truth] of Object.entries(fields)) {
          const read = reading.kind === kind ? reading.fields[key as FieldKey] : undefined
          const distance = edits(truth, read?.value ?? '')
          const wrongSure = read && distance > 0 && !isDoubtful(read) && reading.retake === null
          if (distance > 0)
            wrong.push(
              `${paper} ${level} ${seed} ${key}: ${truth} → ${read?.value ?? '-'} ${read?.confidence?.toFixed(3) ?? ''}${wrongSure ? ' SURE' : ''}${reading.retake ? ` (${reading.retake})` : ''}`,
            )
          for (const name of [`${paper}.${key} ${level}`, `${paper}.${key}`]) {
            const tally = tallies.get(name) ?? {
              all: 0,
              exact: 0,
              characters: 0,
              right: 0,
              wrongSure: 0,
              rightUnsure: 0,
            }
            tally.all += 1
            tally.exact += distance === 0 ? 1 : 0
            tally.characters += truth.length
            tally.right += Math.max(0, truth.length - distance)
            tally.wrongSure += wrongSure ? 1 : 0
            tally.rightUnsure += read && distance === 0 && isDoubtful(read) ? 1 : 0
            tallies.set(name, tally)
          }
        }
      }
    }
  }
  await reader.close()
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8)
  console.log(wrong.join('\n'))
  console.log(`\n${'field'.padEnd(42)}   exact  characters  wrong but sure  right but unsure`)
  for (const [name, { all, exact, characters, right, wrongSure, rightUnsure }] of tallies)
    console.log(
      `${name.padEnd(42)}${percent(exact / all)}  ${percent(right / characters)}    ${`${wrongSure}/${all}`.padEnd(16)}${rightUnsure}/${all}`,
    )
  const ordered = [...times].sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  console.log(
    `${times.length} pictures, ${accepted} accepted at once; ${mean.toFixed(0)} ms each, slowest tenth from ${ordered[Math.floor(times.length * 0.9)]!.toFixed(0)} ms`,
  )
  console.log(`peak memory of reader and generator together ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
}

void main()
