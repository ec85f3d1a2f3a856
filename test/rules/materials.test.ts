import { decisions } from '@shared/rules/decisions'
import { isMaterialAllowed, type MaterialQuestion, materialsFor } from '@shared/rules/materials'

const home: MaterialQuestion = {
  customerClass: 'resident',
  applicantKind: 'person',
  change: 'new',
  byAgent: false,
  vatInvoice: false,
}
const plant: MaterialQuestion = { ...home, customerClass: 'hvSingle', applicantKind: 'company' }
const groups = (question: MaterialQuestion) => materialsFor(question).map(({ group }) => group)
const codes = (question: MaterialQuestion, group: string) =>
  materialsFor(question)
    .filter((each) => each.group === group)
    .flatMap(({ oneOf }) => oneOf.map(({ code }) => code))

test('low voltage asks for two papers, high voltage for three (三(二)1、2)', () => {
  expect(groups(home)).toEqual(['identity', 'property'])
  expect(groups({ ...home, customerClass: 'lowVoltage', applicantKind: 'company' })).toEqual(['identity', 'property'])
  const atApplication = materialsFor(plant).filter(({ askedAt }) => askedAt === 'application')
  expect(atApplication.map(({ group }) => group)).toEqual(['identity', 'property', 'projectApproval'])
  expect(groups(plant)).toEqual(['identity', 'property', 'projectApproval', 'completionReport'])
})

test('an agent brings a letter at high voltage only; a VAT invoice needs its certificate', () => {
  expect(groups({ ...home, byAgent: true })).toEqual(groups(home))
  expect(groups({ ...plant, byAgent: true })).toContain('authorization')
  expect(groups({ ...home, customerClass: 'lowVoltage', vatInvoice: true })).toEqual([
    'identity',
    'property',
    'vatQualification',
  ])
  expect(groups({ ...plant, vatInvoice: true })).toContain('vatQualification')
})

test('a capacity increase at low voltage needs proof of identity and nothing else (附件1注)', () => {
  expect(groups({ ...home, change: 'increase', byAgent: true, vatInvoice: true })).toEqual(['identity'])
  expect(groups({ ...plant, change: 'increase' })).toEqual(groups(plant))
})

test('the identity papers are those of the applicant (附件1第四(一))', () => {
  const identity = (applicantKind: MaterialQuestion['applicantKind']) => codes({ ...home, applicantKind }, 'identity')
  expect(identity('person')).toEqual([
    ...['idCard', 'militaryId', 'passport', 'householdRegister', 'policeCertificate'],
    ...['residencePermit', 'permanentResidentCard'],
  ])
  expect(identity('company')).toEqual(['corporateLicence', 'businessLicence', 'organizationCode'])
  expect(identity('socialBody')).toEqual(['socialBodyLicence', 'organizationCode'])
  expect(identity('institution')).toEqual([
    'superiorCertificate',
    'foundingApproval',
    'authorityLicence',
    'organizationCode',
  ])
})

test('a pledge stands in for the property papers of a self-built house at low voltage only', () => {
  expect(isMaterialAllowed(materialsFor(home), 'property', 'selfBuiltPledge')).toBe(true)
  expect(isMaterialAllowed(materialsFor(plant), 'property', 'selfBuiltPledge')).toBe(false)
  expect(codes(plant, 'property')).toEqual(codes(home, 'property').filter((code) => code !== 'selfBuiltPledge'))
})

test('no other paper may be asked for (三(二)3)', () => {
  const wanted = materialsFor(home)
  expect(isMaterialAllowed(wanted, 'identity', 'idCard')).toBe(true)
  expect(isMaterialAllowed(wanted, 'identity', 'businessLicence')).toBe(false)
  expect(isMaterialAllowed(wanted, 'property', 'idCard')).toBe(false)
  expect(isMaterialAllowed(wanted, 'projectApproval', 'projectApproval')).toBe(false)
  expect(isMaterialAllowed(wanted, 'neighbourConsent', 'anything')).toBe(false)
})

test('for every possible case: no group twice, none empty, every one with its article', () => {
  for (const customerClass of ['resident', 'lowVoltage', 'hvSingle', 'hvDual'] as const) {
    for (const applicantKind of ['person', 'company', 'socialBody', 'institution'] as const) {
      for (const change of ['new', 'increase'] as const) {
        for (const flags of [0, 1, 2, 3]) {
          const wanted = materialsFor({
            customerClass,
            applicantKind,
            change,
            byAgent: flags % 2 === 1,
            vatInvoice: flags > 1,
          })
          expect(new Set(wanted.map(({ group }) => group)).size).toBe(wanted.length)
          expect(wanted[0]?.group).toBe('identity')
          expect(wanted.every(({ oneOf, source }) => oneOf.length > 0 && source.section.startsWith('附件'))).toBe(true)
        }
      }
    }
  }
})

test('papers the law puts beside the 身份证 are taken, and the decision to take them is told with its sources', () => {
  for (const code of ['residencePermit', 'permanentResidentCard']) {
    expect(isMaterialAllowed(materialsFor(home), 'identity', code)).toBe(true)
    const paper = materialsFor(home)[0]?.oneOf.find((each) => each.code === code)
    const decision = decisions.find(({ taken }) => taken.includes(paper?.title ?? '?'))
    expect(decision?.because).toMatch(/国办发〔2018〕81号[\s\S]*外国人/)
  }
})
