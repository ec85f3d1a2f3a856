import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { checkIdNumber } from '@shared/certificates/checkIdNumber'
import { isDoubtful, readCertificate, UNSURE } from '@shared/certificates/readCertificate'
import type { FieldKey } from '@shared/certificates/types'
import { type FixturePaper, fixtures, PAPERS } from '../certificates/support/papers'
import type { LinesOfPaper } from '../certificates/support/readLines'
import { withoutScores } from '../certificates/support/withoutScores'

const { people, papers } = fixtures
const readable = papers.filter((paper) => paper.readable)
const KEY_NUMBERS: FieldKey[] = ['idNumber', 'creditCode', 'certificateNumber', 'validity']

let read: Record<string, LinesOfPaper>

beforeAll(() => {
  const script = join(__dirname, '../certificates/support/printLines.ts')
  const output = execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  read = Object.fromEntries((JSON.parse(output) as LinesOfPaper[]).map((one) => [one.file, one]))
})

const readingOf = ({ file }: FixturePaper) => readCertificate(read[file].lines, read[file].size)

describe('fixtures', () => {
  test('people carry valid numbers that agree with their birth and sex', () => {
    for (const { idNumber, birth, sex } of people)
      expect(checkIdNumber(idNumber)).toMatchObject({ ok: true, birth, sex })
    expect(people[0]).toMatchObject({ name: '韦小红', sex: '女', ethnicity: '壮' })
    expect(people[0].idNumber).toMatch(/^4502/)
    expect(people[0].address).toMatch(/^广西柳州市城中区/)
  })

  test('pictures are no larger than 250 kB', () => {
    for (const { file } of papers) expect(statSync(join(PAPERS, file)).size).toBeLessThanOrEqual(250_000)
  })
})

describe('the real engine on the fixture papers', () => {
  test.each(readable)('$file: kind and key number exact, no retake', (paper) => {
    const { kind, side, fields, retake, quality } = readingOf(paper)
    expect({ kind, side, retake }).toEqual({ kind: paper.kind, side: paper.side, retake: null })
    expect(quality).toBeGreaterThan(0.92)
    for (const key of KEY_NUMBERS) {
      expect(fields[key]?.value).toBe(paper.fields[key])
      if (paper.fields[key]) expect(fields[key]?.check).toBe('ok')
    }
  })

  test('without scores the same is read and asked for again, and nothing unproven is sure', () => {
    for (const paper of papers.filter(({ file }) => read[file])) {
      const { lines, size } = read[paper.file]
      const [told, untold] = [readCertificate(lines, size), readCertificate(withoutScores(lines), size)]
      expect([paper.file, untold.kind, untold.retake]).toEqual([paper.file, told.kind, told.retake])
      for (const [key, { value, proven }] of Object.entries(untold.fields)) {
        expect(value).toBe(told.fields[key as FieldKey]?.value)
        expect(isDoubtful(untold.fields[key as FieldKey]!)).toBe(!proven)
      }
    }
  })

  test('every field the dictionary can spell is exact', () => {
    const wrong = readable.flatMap((paper) => {
      const { fields } = readingOf(paper)
      return Object.entries(paper.fields)
        .filter(([key]) => !paper.unspellable?.includes(key as FieldKey))
        .filter(([key, truth]) => fields[key as FieldKey]?.value !== truth)
        .map(([key, truth]) => `${paper.file} ${key}: ${truth} read as ${fields[key as FieldKey]?.value}`)
    })
    expect(wrong).toEqual([])
  })

  test('a name with a character the dictionary lacks comes back marked as unsure', () => {
    const rare = readable.filter((paper) => paper.unspellable?.length)
    expect(rare.length).toBeGreaterThan(0)
    for (const paper of rare) {
      for (const key of paper.unspellable!) expect(readingOf(paper).fields[key]?.confidence).toBeLessThan(UNSURE)
    }
  })

  test('fields lie where they are printed: the quad of the number of a turned card stands upright', () => {
    const { fields } = readingOf(papers.find(({ file }) => file === 'id-huang-turned.jpg')!)
    const [[x0, y0], [x1, y1]] = fields.idNumber!.quad!
    expect(y1 - y0).toBeGreaterThan(5 * Math.abs(x1 - x0))
  })

  test('quads are in pixels after the EXIF turn', () => {
    const { lines, size } = read['id-yang.jpg']
    expect(size.width).toBeGreaterThan(size.height)
    for (const { quad } of lines) {
      for (const [x, y] of quad) {
        expect(x).toBeGreaterThan(0)
        expect(x).toBeLessThan(size.width)
        expect(y).toBeGreaterThan(0)
        expect(y).toBeLessThan(size.height)
      }
    }
  })

  test('the blurred card asks for a retake, and a wrong number that happens to pass its check is doubted', () => {
    const { lines, size } = read['id-wei-blurred.jpg']
    for (const hint of ['idCard', undefined] as const) {
      const { retake, fields } = readCertificate(lines, size, hint)
      expect(['light', 'closer']).toContain(retake)
      const number = fields.idNumber
      expect(number === undefined || number.value === people[0].idNumber || isDoubtful(number)).toBe(true)
    }
  })

  test('a house is not a paper', () => {
    const { kind, retake } = readingOf(papers.find(({ file }) => file === 'not-a-paper.jpg')!)
    expect({ kind, retake }).toEqual({ kind: null, retake: 'otherPaper' })
  })
})
