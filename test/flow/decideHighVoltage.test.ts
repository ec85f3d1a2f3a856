import type { Role, Status } from '@shared/contract/vocabulary'
import type { Command, CommandOf } from '@shared/flow/commands'
import { decide } from '@shared/flow/decide'
import type { CaseState } from '@shared/flow/state'
import { tasksOwed } from '@shared/flow/tasks'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import type { Instant } from '@shared/time/localDate'
import { localDate } from '@shared/time/localDate'
import {
  agreed,
  beijing,
  commands,
  factoryCommand,
  highVoltageAt,
  NOW,
  PROBLEM,
  report,
  shopCommand,
  after as then,
} from './support/cases'

const when = (state: CaseState | null, command: Command, role: Role, now: Instant = NOW) =>
  decide(state, command, { now, role })
const codeOf = (state: CaseState | null, command: Command, role: Role, now: Instant = NOW) => {
  const decision = when(state, command, role, now)
  return decision.ok ? 'ok' : decision.error.code
}
const dual = { ...factoryCommand, sources: 'dual' as const }
const planning = (first: Command = factoryCommand) => highVoltageAt('planning', first)
const asking = (staffIds: string[], departmentOf = (id: string) => id.split('-')[0]): CommandOf<'askReview'> => ({
  ...commands.askReview,
  reviewers: staffIds.map((staffId) => ({ staffId, department: departmentOf(staffId) })),
})
const people = (count: number, departments: number) =>
  Array.from({ length: count }, (_, index) => `部门${index % departments}-${index}`)

describe('the class a wish for power is of', () => {
  test.each<[string, Partial<CommandOf<'submit'>>, string]>([
    ['161 kVA', { capacityKva: 161 }, 'hvSingle'],
    ['two sources', { sources: 'dual' }, 'hvDual'],
    ['35 kV and above', { sources: 'over35kV', capacityKva: 20_000 }, 'hvDual'],
    ['two sources for 30 kVA', { sources: 'dual', capacityKva: 30 }, 'hvDual'],
  ])('%s', (_what, change, customerClass) => {
    expect(agreed(when(null, { ...factoryCommand, ...change } as Command, 'applicant'))[0]).toMatchObject({
      customerClass,
    })
  })

  test('a home that ticked two sources stays a home', () => {
    const home = { ...shopCommand, use: 'household' as const, capacityKva: null, sources: 'dual' as const }
    expect(agreed(when(null, home, 'applicant'))[0]).toMatchObject({ customerClass: 'resident' })
  })

  test.each<[string, object, Role, string]>([
    ['an applicant claims the counter', { channel: 'counter' }, 'applicant', 'NOT_ALLOWED'],
    ['staff claim the applicant’s phone', {}, 'manager', 'NOT_ALLOWED'],
    ['staff at the counter', { channel: 'counter' }, 'manager', 'ok'],
    ['staff in the green channel', { channel: 'greenChannel' }, 'manager', 'ok'],
    ['a supervisor at the counter', { channel: 'counter' }, 'supervisor', 'NOT_ALLOWED'],
  ])('%s', (_what, change, role, code) => {
    expect(codeOf(null, { ...factoryCommand, ...change }, role)).toBe(code)
  })

  test('增容 at high voltage is asked for the same papers as a new supply, at low voltage for the identity alone', () => {
    const wanted = (first: Command) =>
      agreed(when(null, first, 'applicant')).flatMap((event) => (event.type === 'notified' ? event.wanted : []))
    expect(wanted({ ...factoryCommand, change: 'increase' })).toEqual(wanted(factoryCommand))
    expect(wanted({ ...shopCommand, change: 'increase' })).toEqual([])
    expect(wanted(shopCommand)).toEqual(['property'])
  })
})

describe('会签', () => {
  test('a standard scheme without a new line cannot be sent to anybody', () => {
    const plain = { ...planning(), externalLine: false }
    for (const template of ['teeLowMetering', 'teeHighMetering'] as const)
      expect(codeOf({ ...plain, capacityKva: 400 }, { ...commands.askReview, template }, 'manager')).toBe(
        'REVIEW_EXEMPT',
      )
    // What the plan's own cases are: a new line, a scheme of its own kind, more than 8000 kVA.
    expect(codeOf(planning(), { ...commands.askReview, template: 'teeHighMetering' }, 'manager')).toBe('ok')
    expect(codeOf(plain, commands.askReview, 'manager')).toBe('ok')
  })

  test.each<[string, string, number, Command, string]>([
    ['two sources for one', 'dualSource', 800, factoryCommand, 'SCHEME_UNSUITABLE'],
    ['35 kV for one source', 'over35kV', 800, factoryCommand, 'SCHEME_UNSUITABLE'],
    ['a tee for two sources', 'teeHighMetering', 800, dual, 'SCHEME_UNSUITABLE'],
    ['low metering above 500 kVA', 'teeLowMetering', 501, factoryCommand, 'SCHEME_UNSUITABLE'],
    ['a tee above 8000 kVA', 'teeHighMetering', 8001, factoryCommand, 'SCHEME_UNSUITABLE'],
    ['low metering at 500 kVA', 'teeLowMetering', 500, factoryCommand, 'ok'],
    ['a tee at 8000 kVA', 'teeHighMetering', 8000, factoryCommand, 'ok'],
  ])('%s', (_what, template, capacityKva, first, code) => {
    const state = planning({ ...first, capacityKva } as Command)
    expect(codeOf(state, { ...commands.askReview, template } as Command, 'manager')).toBe(code)
    expect(codeOf(state, { ...commands.reply, template } as Command, 'manager')).toBe(code)
  })

  test.each([
    [8, 5, 'ok'],
    [9, 5, 'REVIEW_TOO_WIDE'],
    [8, 6, 'REVIEW_TOO_WIDE'],
    [5, 5, 'ok'],
    [6, 6, 'REVIEW_TOO_WIDE'],
  ])('%i people of %i departments: %s', (count, departments, code) => {
    expect(codeOf(planning(), asking(people(count, departments)), 'manager')).toBe(code)
  })

  test('those asked before count too, and nobody is asked twice', () => {
    const eight = people(8, 5)
    const asked = then(planning(), asking(eight.slice(0, 6)), 'manager')
    expect(agreed(when(asked, asking(eight), 'manager'))).toEqual([
      {
        type: 'reviewAsked',
        template: 'dedicatedLine',
        proposed: { points: commands.askReview.points, outage: false, drawing: [] },
        reviewers: asking(eight.slice(6)).reviewers,
      },
    ])
    expect(agreed(when(asked, asking(eight.slice(0, 6)), 'manager'))).toEqual([])
    expect(codeOf(asked, asking([...people(3, 5).map((id) => `${id}x`)]), 'manager')).toBe('REVIEW_TOO_WIDE')
    expect(agreed(when(planning(), asking(['规划部-1', '规划部-1']), 'manager'))[0]).toMatchObject({
      reviewers: [{ staffId: '规划部-1' }],
    })
  })

  test('everybody holds it at once, and no clock stands for it', () => {
    const asked = then(planning(), asking(['规划部-1', '调度中心-2']), 'manager')
    const kinds = tasksOwed(asked, calendarAsOf(localDate('2026-11-23'))).map(({ kind, of }) => `${kind} ${of}`)
    expect(kinds).toEqual(['reply ', 'review 规划部-1', 'review 调度中心-2'])
    expect(asked.status).toBe('planning')
  })

  test('only who was asked has a say, once, and an objection says why', () => {
    const asked = then(planning(), commands.askReview, 'manager')
    const said = (change: Partial<CommandOf<'review'>>) => codeOf(asked, { ...commands.review, ...change }, 'reviewer')
    expect(said({ staffId: 'weining' })).toBe('NOT_ALLOWED')
    expect(said({ opinion: 'object' })).toBe('BAD_REQUEST')
    expect(said({ opinion: 'object', note: '母线容量不够' })).toBe('ok')
    const given = then(asked, commands.review, 'reviewer')
    expect(codeOf(given, { ...commands.review, opinion: 'object', note: '再想了想' }, 'reviewer')).toBe('NOT_ALLOWED')
  })
})

describe('答复供电方案', () => {
  test('opinions that have not come do not hold it up, and it is written down whose they were', () => {
    const asked = then(planning(), asking(['规划部-1', '调度中心-2']), 'manager')
    const heard = then(asked, { ...commands.review, staffId: '规划部-1' }, 'reviewer')
    expect(agreed(when(heard, commands.reply, 'manager'))).toMatchObject([{ withoutOpinions: ['调度中心-2'] }])
    const replied = then(heard, commands.reply, 'manager')
    expect(codeOf(replied, { ...commands.review, staffId: '调度中心-2' }, 'reviewer')).toBe('NOT_ALLOWED')
    const owed = tasksOwed(replied, calendarAsOf(localDate('2026-11-23')))
    expect(owed.map(({ kind }) => kind)).toEqual(['contact'])
  })

  test('an objection is answered first', () => {
    const objected = then(
      then(planning(), commands.askReview, 'manager'),
      { ...commands.review, opinion: 'object', note: '母线容量不够' },
      'reviewer',
    )
    expect(codeOf(objected, commands.reply, 'manager')).toBe('REVIEW_UNANSWERED')
    expect(codeOf(objected, { ...commands.reply, answerToObjections: '改接二段母线' }, 'manager')).toBe('ok')
  })

  test.each([
    ['2026-11-23 10:00', '2026-12-23'],
    ['2026-01-31 10:00', '2026-02-28'],
    ['2024-01-31 10:00', '2024-02-29'],
    ['2026-12-31 23:59', '2027-01-31'],
  ])('a line to be switched off: replied %s, from %s on', (at, notBefore) => {
    const events = agreed(when(planning(), { ...commands.reply, outage: true }, 'manager', beijing(at)))
    expect(events[1]).toEqual({ type: 'outageRequested', notBefore })
  })

  test('停电计划: not before a month, not in the past, not where none is needed', () => {
    const replied = highVoltageAt('replied')
    const on = (day: string, now = NOW) => codeOf(replied, { type: 'scheduleOutage', day }, 'manager', now)
    expect(replied.outage).toEqual({ notBefore: '2026-12-23', day: null })
    expect(on('2026-12-22')).toBe('OUTAGE_TOO_EARLY')
    expect(on('2026-12-23')).toBe('ok')
    expect(on('2026-12-24', beijing('2026-12-25 10:00'))).toBe('DAY_PAST')
    const scheduled = then(replied, commands.scheduleOutage, 'manager')
    expect(agreed(when(scheduled, commands.scheduleOutage, 'manager'))).toEqual([])
    expect(codeOf({ ...replied, outage: null }, commands.scheduleOutage, 'manager')).toBe('NOT_ALLOWED')
  })
})

describe('竣工检验', () => {
  const request = (change: Partial<CommandOf<'requestInspection'>>): Command => ({
    ...commands.requestInspection,
    ...change,
  })
  test.each<[string, Status, Command, string]>([
    ['without a report', 'replied', request({ report: null }), 'REPORT_MISSING'],
    ['with another paper', 'replied', request({ report: { ...report, group: 'property' } }), 'REPORT_MISSING'],
    [
      'with a kind the rules do not name',
      'replied',
      request({ report: { ...report, kind: 'notes' } }),
      'REPORT_MISSING',
    ],
    ['with remedies of nothing', 'replied', request({ remedies: [{ pictures: [] }] }), 'BAD_REQUEST'],
    ['with its report', 'replied', request({}), 'ok'],
    ['again with a report', 'remedying', request({ remedies: [{ pictures: [] }] }), 'MATERIAL_ALREADY_RECEIVED'],
    ['again with nothing put right', 'remedying', request({ report: null }), 'PROBLEMS_LEFT'],
    [
      'again with more than was listed',
      'remedying',
      request({ report: null, remedies: [{ pictures: [] }, { pictures: [] }] }),
      'PROBLEMS_LEFT',
    ],
    ['again with each line answered', 'remedying', request({ report: null, remedies: [{ pictures: [] }] }), 'ok'],
    ['while one is under way', 'inspecting', request({}), 'NOT_ALLOWED'],
  ])('asked %s', (_what, stage, command, code) => {
    expect(codeOf(highVoltageAt(stage), command, 'applicant')).toBe(code)
  })

  test('a report the account manager brings came with a visit, and only from somebody without a phone', () => {
    const replied = highVoltageAt('replied')
    expect(codeOf(replied, commands.requestInspection, 'manager')).toBe('NOT_ALLOWED')
    const counter = { ...replied, channel: 'counter' as const }
    expect(agreed(when(counter, commands.requestInspection, 'manager'))).toMatchObject([
      { type: 'collected', via: 'visit' },
      { type: 'inspectionRequested', round: 1 },
    ])
  })

  test('the list is one: what the first did not name is marked as late, whatever is asked again is not', () => {
    const other = { ...PROBLEM, item: 'metering' as const }
    const first = agreed(when(highVoltageAt('inspecting'), { type: 'inspect', problems: [PROBLEM] }, 'manager'))
    expect(first).toMatchObject([{ round: 1, problems: [{ late: false }] }])
    const again = then(highVoltageAt('remedying'), request({ report: null, remedies: [{ pictures: [] }] }), 'applicant')
    expect(agreed(when(again, { type: 'inspect', problems: [PROBLEM, other] }, 'manager'))).toMatchObject([
      {
        round: 2,
        problems: [
          { item: 'grounding', late: false },
          { item: 'metering', late: true },
        ],
      },
    ])
    // Against the first list, also in the third round.
    const third = then(
      then(again, { type: 'inspect', problems: [other] }, 'manager'),
      request({ report: null, remedies: [{ pictures: [] }] }),
      'applicant',
    )
    expect(agreed(when(third, { type: 'inspect', problems: [other] }, 'manager'))).toMatchObject([
      { round: 3, problems: [{ late: true }] },
    ])
  })
})
