import { isDoubtful } from '@shared/certificates/readCertificate'
import { PERSONS_CARDS } from '../certificates/generator/personsCards'
import { drawAndRead } from '../certificates/support/drawAndRead'
import { valuesOf } from '../certificates/support/valuesOf'

describe('the real engine on papers beside the commonest', () => {
  const drawn = drawAndRead(7, 'phone', Object.keys(PERSONS_CARDS))

  test.each(drawn)('$paper: its kind, name and number, with scores and without', ({ truth, reading, untold }) => {
    for (const one of [reading, untold]) {
      expect({ kind: one.kind, retake: one.retake }).toEqual({ kind: truth.kind, retake: null })
      const keys = (['name', 'idNumber', 'documentNumber'] as const).filter((key) => key in truth.fields)
      expect(valuesOf(one.fields, keys)).toEqual(asPrinted(truth.fields, keys))
    }
    for (const field of Object.values(untold.fields)) expect(isDoubtful(field)).toBe(!field.proven)
  })

  test.each(drawAndRead(7, 'phone', ['homeReturnPermit', 'taiwanPermit', 'travelDocument', 'drivingLicence']))(
    '$paper is called by its name, with the way on',
    ({ paper, reading, untold }) => {
      const name = { homeReturnPermit: '回乡证', taiwanPermit: '台胞证', travelDocument: '旅行证' }[paper] ?? '驾驶证'
      const way = paper === 'drivingLicence' ? '身份证' : '护照'
      for (const one of [reading, untold]) {
        expect({ kind: one.kind, fields: one.fields, retake: one.retake }).toEqual({
          kind: null,
          fields: {},
          retake: 'unaccepted',
        })
        expect(one.unaccepted?.name).toContain(name)
        expect(one.unaccepted?.text).toContain(way)
        expect(one.unaccepted?.text).toContain('手工填写')
      }
    },
  )
})

const asPrinted = (fields: Record<string, string | undefined>, keys: readonly string[]) =>
  Object.fromEntries(keys.map((key) => [key, fields[key]]))
