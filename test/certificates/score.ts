/**
 * `npm run score -- [from] [to] [paper …]`: reads freshly drawn papers of the seeds from..to with the real engine and prints, by paper
 * and field, the share read exactly, the share of characters read right, and the wrong values that were shown as sure. Every picture
 * is read once and judged both ways: without scores, as WeChat's reader answers and so as it is in production by default, and with
 * the engine's scores, as a reader of one's own tells them. `--reader=wechat` or `--reader=engine` prints one of the two alone.
 */
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { createTextReader } from '../../local/ocr/createTextReader'
import { isDoubtful, readCertificate } from '../../shared/certificates/readCertificate'
import type { CertificateReading, FieldKey, TextLine } from '../../shared/certificates/types'
import { generate, PAPERS } from './generator/generate'
import { drawWithPaperFonts } from './generator/paperFonts'
import { LEVELS } from './generator/photograph'
import { withoutScores } from './support/withoutScores'

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

type Told = Map<string, Tally>
interface Outcome {
  tallies: Told
  wrong: string[]
  accepted: number
}

/** What each reader tells of one set of lines. */
const READERS: Record<string, (lines: TextLine[]) => TextLine[]> = {
  wechat: withoutScores,
  engine: (lines) => lines,
}

/** One picture's reading beside what is printed on it. */
function count(
  { tallies, wrong }: Outcome,
  what: { paper: string; level: string; seed: number },
  truth: { kind: string | null; fields: Partial<Record<FieldKey, string>> },
  reading: CertificateReading,
): void {
  const { paper, level, seed } = what
  if (reading.kind !== truth.kind) wrong.push(`${paper} ${level} ${seed}: taken for ${reading.kind}`)
  for (const [key, value] of Object.entries(truth.fields)) {
    const read = reading.kind === truth.kind ? reading.fields[key as FieldKey] : undefined
    const distance = edits(value, read?.value ?? '')
    const wrongSure = read && distance > 0 && !isDoubtful(read) && reading.retake === null
    if (distance > 0)
      wrong.push(
        `${paper} ${level} ${seed} ${key}: ${value} → ${read?.value ?? '-'} ${read?.confidence?.toFixed(3) ?? ''}${wrongSure ? ' SURE' : ''}${reading.retake ? ` (${reading.retake})` : ''}`,
      )
    for (const name of [`${paper}.${key} ${level}`, `${paper}.${key}`, `all fields ${level}`, 'all fields']) {
      const tally = tallies.get(name) ?? { all: 0, exact: 0, characters: 0, right: 0, wrongSure: 0, rightUnsure: 0 }
      tally.all += 1
      tally.exact += distance === 0 ? 1 : 0
      tally.characters += value.length
      tally.right += Math.max(0, value.length - distance)
      tally.wrongSure += wrongSure ? 1 : 0
      tally.rightUnsure += read && distance === 0 && isDoubtful(read) ? 1 : 0
      tallies.set(name, tally)
    }
  }
}

function print({ tallies, wrong, accepted }: Outcome, reader: string, pictures: number): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8)
  console.log(
    `\n== ${reader === 'wechat' ? "without scores, in the shape of WeChat's reader" : "with the engine's scores"}`,
  )
  console.log(wrong.join('\n'))
  console.log(`\n${'field'.padEnd(42)}   exact  characters  wrong but sure  right but to confirm`)
  for (const [name, { all, exact, characters, right, wrongSure, rightUnsure }] of tallies)
    console.log(
      `${name.padEnd(42)}${percent(exact / all)}  ${percent(right / characters)}    ${`${wrongSure}/${all}`.padEnd(16)}${rightUnsure}/${all}`,
    )
  console.log(`${accepted} of ${pictures} pictures accepted at once`)
}

async function main() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { reader: { type: 'string' } } })
  const [from = '1', to = '20', ...papers] = positionals
  const readers = values.reader ? [values.reader] : Object.keys(READERS)
  if (readers.some((name) => !READERS[name])) throw new Error(`--reader=${Object.keys(READERS).join(' or ')}`)
  const reader = await createTextReader()
  const outcomes = new Map(
    readers.map((name): [string, Outcome] => [name, { tallies: new Map(), wrong: [], accepted: 0 }]),
  )
  const times: number[] = []
  for (const paper of papers.length ? papers : Object.keys(PAPERS)) {
    for (const level of LEVELS) {
      for (let seed = Number(from); seed <= Number(to); seed += 1) {
        const { image, ...truth } = await generate(seed, paper, level)
        const { autoOrient: size } = await sharp(image).metadata()
        const start = performance.now()
        const lines = await reader.lines(image)
        times.push(performance.now() - start)
        for (const [name, outcome] of outcomes) {
          const reading = readCertificate(READERS[name]!(lines), size, undefined, '2026-11-24')
          if (reading.retake === null) outcome.accepted += 1
          count(outcome, { paper, level, seed }, truth, reading)
        }
      }
    }
  }
  await reader.close()
  for (const [name, outcome] of outcomes) print(outcome, name, times.length)
  const ordered = [...times].sort((a, b) => a - b)
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length
  console.log(
    `${times.length} pictures; ${mean.toFixed(0)} ms each, slowest tenth from ${ordered[Math.floor(times.length * 0.9)]!.toFixed(0)} ms`,
  )
  console.log(`peak memory of reader and generator together ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
}

void main()
