import { execFileSync } from 'node:child_process'
import path from 'node:path'
/**
 * `npm run bench:ocr [-- --reader=engine]`: exactness of every field, seconds a picture and memory over the fixture papers, beside the same engine
 * reading the pictures as they lie (EXIF turn only) and beside tesseract.js with its Chinese weights, in one run.
 */
import { readCertificate } from '../../shared/certificates/readCertificate'
import type { FieldKey } from '../../shared/certificates/types'
import { fixtures, PAPERS } from '../certificates/support/papers'
import { type LinesOfPaper, readLines } from '../certificates/support/readLines'
import { withoutScores } from '../certificates/support/withoutScores'
import { needThem } from './ownPackages'

type Tally = { exact: number; all: number }

/** Without them lines come in the shape of WeChat's reader, as in production by default. */
const withScores = process.argv.includes('--reader=engine')

/** Exact fields by paper and field, over the pictures meant to be readable. */
function tally(read: LinesOfPaper[]): Map<string, Tally> {
  const out = new Map<string, Tally>()
  for (const { file, lines, size } of read) {
    const paper = fixtures.papers.find((one) => one.file === file)
    if (!paper?.readable) continue
    const { fields } = readCertificate(withScores ? lines : withoutScores(lines), size)
    for (const [key, truth] of Object.entries(paper.fields)) {
      for (const name of [`${paper.kind}.${key}`, 'all fields']) {
        const count = out.get(name) ?? { exact: 0, all: 0 }
        count.all++
        if (fields[key as FieldKey]?.value === truth) count.exact++
        out.set(name, count)
      }
    }
  }
  return out
}

const secondsPerPicture = (read: LinesOfPaper[]) =>
  read.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / read.length / 1000

/** tesseract.js gives text without fields: a value counts as read wherever it stands in the text, spaces aside. */
function withTesseract() {
  const readable = fixtures.papers.filter((paper) => paper.readable)
  const files = readable.map(({ file }) => path.join(PAPERS, file))
  const printed = execFileSync('node', [path.join(__dirname, 'tesseract.mjs'), ...files], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  const { seconds, peakMb, texts } = JSON.parse(printed) as { seconds: number; peakMb: number; texts: string[] }
  const bare = (text: string) => text.replace(/\s/g, '')
  const found = readable.flatMap(({ fields }, index) =>
    Object.values(fields).map((truth) => bare(texts[index]).includes(bare(truth ?? ''))),
  )
  return { seconds, peakMb, exact: found.filter(Boolean).length, all: found.length }
}

async function main() {
  needThem()
  const [prepared, bare] = await readLines({}, { prepare: false })
  const [withPreparation, without] = [tally(prepared), tally(bare)]
  console.log('field'.padEnd(40), 'prepared'.padStart(10), 'EXIF only'.padStart(10))
  for (const [name, { exact, all }] of withPreparation) {
    const other = without.get(name)!
    console.log(name.padEnd(40), `${exact}/${all}`.padStart(10), `${other.exact}/${other.all}`.padStart(10))
  }
  const ratio = (a: number, b: number) => (a / b).toFixed(2)
  const [exact, exactBare] = [withPreparation.get('all fields')!.exact, without.get('all fields')!.exact]
  const [seconds, secondsBare] = [secondsPerPicture(prepared), secondsPerPicture(bare)]
  console.log(`seconds a picture: ${seconds.toFixed(2)} prepared, ${secondsBare.toFixed(2)} EXIF only`)
  console.log(
    `ratio prepared ÷ EXIF only: exact fields ${ratio(exact, exactBare)}, time ${ratio(seconds, secondsBare)}`,
  )
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB (two engines loaded at once)`)
  const other = withTesseract()
  console.log(
    `tesseract.js 7.0.0: ${other.exact}/${other.all} fields somewhere in its text, ${other.seconds.toFixed(2)} s a picture, peak ${other.peakMb.toFixed(0)} MB`,
  )
  console.log(
    `ratio ours ÷ tesseract.js: exact fields ${ratio(exact, other.exact)}, time ${ratio(seconds, other.seconds)}`,
  )
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
