import { isDoubtful } from '@shared/certificates/readCertificate'
import { ISSUED_PAPERS } from '../certificates/generator/generate'
import { RARE_PAPERS } from '../certificates/generator/rarePapers'
import { drawAndRead } from '../certificates/support/drawAndRead'
import { valuesOf } from '../certificates/support/valuesOf'

describe.each([
  ['every paper the plan accepts', 6, Object.keys(RARE_PAPERS)],
  ['papers set as their issuers set them', 5, Object.keys(ISSUED_PAPERS)],
])('the real engine on %s, photographed with a phone', (_, seed, papers) => {
  const read = drawAndRead(seed, 'phone', papers)

  test.each(read)('$paper: kind and every field, with scores and without', ({ truth, reading, untold }) => {
    for (const { kind, retake, fields } of [reading, untold]) {
      expect({ kind, retake }).toEqual({ kind: truth.kind, retake: null })
      expect(valuesOf(fields, Object.keys(truth.fields))).toEqual(truth.fields)
    }
  })

  test.each(read)('$paper: without scores nothing but a proven number is sure', ({ untold }) => {
    for (const field of Object.values(untold.fields)) expect(isDoubtful(field)).toBe(!field.proven)
  })
})

test('a character the dictionary lacks vanishes from a sure line, and the value is doubted', () => {
  // 古廨村 on the card and 鹧鸪江路 on the papers: read without a character, with another, put back, or right by luck.
  const read = [...drawAndRead(4, 'clean', ['idFront']), ...drawAndRead(1, 'clean', ['licence', 'oldLicence'])]
  for (const { truth, reading, untold } of read) {
    for (const { fields } of [reading, untold]) {
      expect(isDoubtful(fields.address!)).toBe(true)
      expect(fields.name!.value).toBe(truth.fields.name)
    }
  }
})
