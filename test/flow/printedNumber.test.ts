import { idCheckCharacter } from '@shared/certificates/checkIdNumber'
import { numberFault } from '@shared/certificates/numberFault'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import { foldHistory } from '@shared/flow/evolve'
import { sentenceOf } from '@shared/flow/sentences'
import { beijing, caseAt, submitCommand } from './support/cases'

/** 证件上就是这样: numbers that are printed so though they fail their check are taken, and looked at by a person. */
const now = beijing('2026-11-23 10:00')
const submit = (kind: string, number: string, asPrinted?: boolean, more: object = {}): Command => ({
  ...submitCommand,
  ...more,
  identity: { ...submitCommand.identity, kind, number, asPrinted },
})
const withCheck = (first17: string) => first17 + idCheckCharacter(first17)

const PRINTED: [string, string, string][] = [
  ['businessLicence', '91450203M0000KWX10', 'CREDIT_CODE_WRONG'],
  ['businessLicence', '450203000012345', 'CREDIT_CODE_WRONG'],
  ['socialBodyLicence', '51450203M0000KWX10', 'CREDIT_CODE_WRONG'],
  ['idCard', withCheck('45020219880230032'), 'ID_NUMBER_WRONG'],
  ['idCard', withCheck('45020219810431001'), 'ID_NUMBER_WRONG'],
  ['idCard', '450202193803120321', 'ID_NUMBER_WRONG'],
  ['householdRegister', '450202380312032', 'ID_NUMBER_WRONG'],
  ['permanentResidentCard', '911124198108030025', 'ID_NUMBER_WRONG'],
  ['residencePermit', '450202198803120326', 'ID_NUMBER_WRONG'],
]

test.each(PRINTED)('%s %s: asked about, then taken for the account manager to look at', (kind, number, code) => {
  const refused = decide(null, submit(kind, number), { now, role: 'applicant' })
  expect(refused).toMatchObject({ ok: false, error: { code } })
  for (const [role, channel] of [
    ['applicant', 'online'],
    ['manager', 'counter'],
    ['manager', 'greenChannel'],
  ] as const) {
    const decision = decide(null, submit(kind, number, true, { channel }), { now, role })
    if (!decision.ok) throw new Error(decision.error.code)
    expect(decision.events.map(({ type }) => type)).toEqual(['submitted', 'assigned'])
    expect(decision.events[0]).toMatchObject({ identity: { numberAsPrinted: true } })
    expect(sentenceOf(decision.events[0])).toContain('证件上就是这样')
    expect(JSON.stringify(decision.events)).not.toContain(number)
    const state = foldHistory(decision.events.map((event) => ({ event, at: now, by: { role: 'applicant', id: 'p' } })))!
    expect(state).toMatchObject({ status: 'submitted', numberAsPrinted: true })
    expect(decide(state, { type: 'accept' }, { now, role: 'manager' }).ok).toBe(true)
  }
})

test.each([
  ['businessLicence', '9145020M0000KWX10'],
  ['businessLicence', '91450203I0000OWX10'],
  ['idCard', '4502021988031203'],
  ['idCard', '45020219880312O326'],
  ['idCard', '450202880312032'],
  ['permanentResidentCard', '12345678'],
  ['permanentResidentCard', 'ABCD10081080310'],
])('%s %s: an obviously wrong length or character stays refused', (kind, number) => {
  expect(decide(null, submit(kind, number, true), { now, role: 'applicant' })).toMatchObject({ ok: false })
})

test('a number that checks is accepted at once, whatever is said of it', () => {
  const decision = decide(null, submit('idCard', submitCommand.identity.number, true), { now, role: 'applicant' })
  expect(decision).toMatchObject({ ok: true })
  expect(decision.ok && decision.events.map(({ type }) => type)).toContain('accepted')
  expect(caseAt('accepted').numberAsPrinted).toBe(false)
})

test.each([
  ['permanentResidentCard', 'CAN110081080310'],
  ['permanentResidentCard', '911124198108030024'],
  ['residencePermit', '810000199408230021'],
  ['residencePermit', '820000199408230023'],
  ['residencePermit', '830000199201300022'],
])('%s %s is accepted at once like a 身份证', (kind, number) => {
  const decision = decide(null, submit(kind, number), { now, role: 'applicant' })
  expect(decision.ok && decision.events.map(({ type }) => type)).toContain('accepted')
})

test.each(['CAN110081080310', '911124198108030024'])('%s typed as a 身份证 is called by its paper’s name', (number) => {
  expect(numberFault('idCard', number, '2026-11-23')).toMatchObject({
    text: expect.stringContaining('外国人永久居留身份证'),
    otherKind: 'permanentResidentCard',
    printable: false,
  })
})
