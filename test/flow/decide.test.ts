import { creditCheckCharacter } from '@shared/certificates/checkCreditCode'
import type { Role } from '@shared/contract/vocabulary'
import type { Command } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import { wantedGroups } from '@shared/flow/materials'
import type { CaseState } from '@shared/flow/state'
import {
  after,
  agreed,
  caseAt,
  commands,
  deed,
  given,
  ID_NUMBER,
  idCard,
  NOW,
  SITE,
  shopCommand,
  submitCommand,
} from './support/cases'

const when = (state: CaseState | null, command: Command, role: Role) => decide(state, command, { now: NOW, role })
const codeOf = (state: CaseState | null, command: Command, role: Role) => {
  const decision = when(state, command, role)
  return decision.ok ? 'ok' : decision.error.code
}
const withIdentity = (identity: Partial<(typeof submitCommand)['identity']>): Command => ({
  ...submitCommand,
  identity: { ...submitCommand.identity, ...identity },
})

describe('用电申请', () => {
  test('one certificate with its picture is accepted at once, and told once what is missing', () => {
    const events = agreed(when(null, submitCommand, 'applicant'))
    expect(events.map(({ type }) => type)).toEqual(['submitted', 'assigned', 'accepted', 'notified'])
    expect(events[2]).toEqual({
      type: 'accepted',
      ruleSetId: 'liuzhou-2019@2025-06-03',
      because: 'certificateComplete',
    })
    expect(events[3]).toEqual({ type: 'notified', wanted: ['property'] })
  })

  test('with both papers nothing is missing', () => {
    const { group, ...property } = deed
    const events = agreed(when(null, { ...submitCommand, property }, 'applicant'))
    expect(events.map(({ type }) => type)).toEqual(['submitted', 'assigned', 'collected', 'accepted', 'notified'])
    expect(events[2]).toMatchObject({ group, via: 'online' })
    expect(events[4]).toEqual({ type: 'notified', wanted: [] })
  })

  test.each([
    ['corporateLicence', 'company'],
    ['organizationCode', 'company'],
    ['socialBodyLicence', 'socialBody'],
    ['superiorCertificate', 'institution'],
    ['passport', 'person'],
  ])('%s proves a %s', (kind, applicantKind) => {
    const number =
      kind === 'socialBodyLicence' ? `51450203500012345${creditCheckCharacter('51450203500012345')}` : 'G12345678'
    const [submitted] = agreed(when(null, withIdentity({ kind, number }), 'applicant'))
    expect(submitted).toMatchObject({ applicantKind })
  })

  test('typed without a picture: recorded, assigned, not yet accepted', () => {
    const events = agreed(when(null, withIdentity({ pictures: [] }), 'applicant'))
    expect(events.map(({ type }) => type)).toEqual(['submitted', 'assigned'])
  })

  test.each<[string, Command, string]>([
    ['a wrong check digit', withIdentity({ number: '450202198803120325' }), 'ID_NUMBER_WRONG'],
    ['a birthday in the future', withIdentity({ number: '450202203003120322' }), 'ID_NUMBER_WRONG'],
    ['a number of 15 digits', withIdentity({ number: '450202880312032' }), 'ID_NUMBER_WRONG'],
    [
      'a wrong credit code',
      { ...shopCommand, identity: { ...shopCommand.identity, number: '92450203MA5K3T7Q2K' } },
      'CREDIT_CODE_WRONG',
    ],
    ['a business without a capacity', { ...shopCommand, capacityKva: null }, 'BAD_REQUEST'],
    ['a district nobody works', { ...submitCommand, managerId: null }, 'NO_MANAGER'],
    ['a driving licence as identity', withIdentity({ kind: 'drivingLicence' }), 'MATERIAL_NOT_ALLOWED'],
    [
      "a lease of one's own kind",
      { ...submitCommand, property: { kind: 'neighbourSignature', pictures: deed.pictures } },
      'MATERIAL_NOT_ALLOWED',
    ],
  ])('refuses %s', (_what, command, code) => {
    expect(codeOf(null, command, 'applicant')).toBe(code)
  })

  test('160 kVA is still low voltage; a household needs no capacity', () => {
    expect(agreed(when(null, { ...shopCommand, capacityKva: 160 }, 'applicant'))[0]).toMatchObject({
      customerClass: 'lowVoltage',
      applicantKind: 'company',
    })
    expect(agreed(when(null, submitCommand, 'applicant'))[0]).toMatchObject({ customerClass: 'resident' })
  })

  test('the identity number is checked and then forgotten', () => {
    expect(JSON.stringify(agreed(when(null, submitCommand, 'applicant')))).not.toContain(ID_NUMBER)
  })
})

describe('after the submission', () => {
  test('受理 pins the rules of its own day', () => {
    const in2019 = decide(caseAt('submitted'), commands.accept, {
      now: Date.parse('2019-04-03T10:00+08:00'),
      role: 'manager',
    })
    expect(agreed(in2019)[0]).toMatchObject({
      type: 'accepted',
      ruleSetId: expect.stringMatching(/^liuzhou-2019@2019-/),
    })
  })

  test('上门 takes papers and survey in one trip', () => {
    const events = agreed(when(caseAt('accepted'), { ...commands.visit, papers: [deed] }, 'manager'))
    expect(events).toEqual([
      { type: 'collected', ...deed, via: 'visit' },
      { type: 'surveyed', externalLine: false, meterPosition: '进门左侧', note: '', site: SITE, signature: null },
    ])
  })

  test.each<[string, CaseState, Command, Role, string]>([
    [
      'the same paper twice in one trip',
      caseAt('accepted'),
      { ...commands.visit, papers: [deed, deed] },
      'manager',
      'MATERIAL_ALREADY_RECEIVED',
    ],
    [
      'a paper already there',
      caseAt('accepted'),
      { type: 'collect', paper: idCard },
      'manager',
      'MATERIAL_ALREADY_RECEIVED',
    ],
    [
      'a paper the rules do not name',
      caseAt('accepted'),
      { type: 'collect', paper: { ...deed, kind: 'feasibilityStudy' } },
      'manager',
      'MATERIAL_NOT_ALLOWED',
    ],
    [
      'an identity paper as a property paper',
      caseAt('accepted'),
      { type: 'supplement', paper: { ...deed, kind: 'passport' } },
      'applicant',
      'MATERIAL_NOT_ALLOWED',
    ],
    ['power before the papers are there', caseAt('surveyed'), commands.energize, 'manager', 'MATERIALS_MISSING'],
  ])('refuses %s', (_what, state, command, role, code) => {
    expect(codeOf(state, command, role)).toBe(code)
  })

  test('a refused trip records nothing of itself, not even its good papers', () => {
    const decision = when(
      caseAt('accepted'),
      { ...commands.visit, papers: [deed, { ...deed, kind: 'whatever' }] },
      'manager',
    )
    expect(decision).toMatchObject({ ok: false })
  })

  test('a missing paper can be handed in until the power is on', () => {
    for (const stage of ['accepted', 'surveyed'] as const) {
      expect(agreed(when(caseAt(stage), commands.supplement, 'applicant'))).toEqual([
        { type: 'collected', ...deed, via: 'online' },
      ])
    }
  })

  test('a business collects company papers only', () => {
    const shop = given(
      ...agreed(when(null, { ...shopCommand, identity: { ...shopCommand.identity, pictures: [] } }, 'applicant')),
    )!
    expect(wantedGroups(shop)).toEqual(['identity', 'property'])
    expect(codeOf(shop, { type: 'supplement', paper: idCard }, 'applicant')).toBe('MATERIAL_NOT_ALLOWED')
    expect(codeOf(shop, { type: 'supplement', paper: { ...idCard, kind: 'businessLicence' } }, 'applicant')).toBe('ok')
  })

  test('a warning is said once per level and never taken back', () => {
    const soon = commands.warn
    const late = { ...soon, level: 'overdue' } as const
    const once = given(
      ...agreed(when(null, submitCommand, 'applicant')),
      ...agreed(when(caseAt('accepted'), soon, 'system')),
    )!
    expect(agreed(when(once, soon, 'system'))).toEqual([])
    const twice = given(...agreed(when(null, submitCommand, 'applicant')), ...agreed(when(once, late, 'system')))!
    expect(twice.warned).toEqual({ visit: 'overdue' })
    expect(agreed(when(twice, late, 'system'))).toEqual([])
    expect(agreed(when(twice, soon, 'system'))).toEqual([])
  })
})

test('a task is read by whoever works the list it is on: a clerk or a supervisor who looks reads nothing for its manager', () => {
  const accepted = caseAt('accepted')
  const from = (...desks: string[]): Command => ({ ...commands.markRead, desks })
  for (const desk of ['supervision:城中区', 'the clerk who wrote it down'])
    expect(agreed(when(accepted, from(desk), 'manager'))).toEqual([])
  const read = [{ type: 'taskRead', task: 'visit', of: '' }]
  expect(agreed(when(accepted, from('liqiang'), 'manager'))).toEqual(read)
  expect(agreed(when(accepted, from('a stand-in', 'liqiang'), 'manager'))).toEqual(read)
  // Handed on meanwhile, it is another's to open.
  const handedOn = after(accepted, commands.reassign, 'supervisor')
  expect(agreed(when(handedOn, from('liqiang'), 'manager'))).toEqual([])
  const complained = after(accepted, commands.complain, 'applicant')
  const complaint = { task: 'complaint', of: '1' } as const
  expect(agreed(when(complained, { ...from('liqiang'), ...complaint } as Command, 'manager'))).toEqual([])
  expect(
    agreed(when(complained, { ...from('supervision:城中区'), ...complaint } as Command, 'supervisor')),
  ).toHaveLength(1)
})
