import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { isDoubtful } from '@shared/certificates/readCertificate'
import type { CertificateReading, FieldKey, FieldReading } from '@shared/certificates/types'
import { RARE_PAPERS } from './generator/rarePapers'

interface Drawn {
  paper: string
  truth: { kind: string; fields: Partial<Record<FieldKey, string>> }
  reading: CertificateReading
}

const draw = (seed: number, level: string, papers: readonly string[]): Drawn[] => {
  const script = join(__dirname, 'support/printDrawn.ts')
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, String(seed), level, ...papers], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  })
  return JSON.parse(output)
}

const values = (fields: Partial<Record<FieldKey, FieldReading>>, keys: string[]) =>
  Object.fromEntries(keys.map((key) => [key, fields[key as FieldKey]?.value]))

describe('the real engine on every paper the plan accepts, photographed with a phone', () => {
  const read = draw(2, 'phone', Object.keys(RARE_PAPERS))

  test.each(read)('$paper: kind and every field', ({ truth, reading }) => {
    expect(reading.kind).toBe(truth.kind)
    expect(reading.retake).toBeNull()
    expect(values(reading.fields, Object.keys(truth.fields))).toEqual(truth.fields)
  })
})

test('a character the dictionary lacks vanishes from a sure line, and the value is doubted', () => {
  // 古廨村 on the card and 鹧鸪江路 on the papers: read without a character, with another, or right by luck.
  const read = [...draw(4, 'clean', ['idFront']), ...draw(1, 'clean', ['licence', 'oldLicence'])]
  for (const { truth, reading } of read) {
    expect(isDoubtful(reading.fields.address!)).toBe(true)
    expect(reading.fields.name!.value).toBe(truth.fields.name)
  }
})
