/**
 * `npx tsx test/bench/ocr.ts`: exactness of every field and seconds a picture over the fixture papers, beside the same engine reading
 * the pictures as they lie (EXIF turn only), in one run.
 */
import { readCertificate } from '../../shared/certificates/readCertificate'
import type { FieldKey } from '../../shared/certificates/types'
import { fixtures } from '../certificates/support/papers'
import { type LinesOfPaper, readLines } from '../certificates/support/readLines'

type Tally = { exact: number; all: number }

/** Exact fields by paper and field, over the pictures meant to be readable. */
function tally(read: LinesOfPaper[]): Map<string, Tally> {
  const out = new Map<string, Tally>()
  for (const { file, lines, size } of read) {
    const paper = fixtures.papers.find((one) => one.file === file)
    if (!paper?.readable) continue
    const { fields } = readCertificate(lines, size)
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

async function main() {
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
  console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`)
}

void main()
