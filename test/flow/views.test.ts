import { outcomeOf } from '@shared/flow/outcome'
import type { CaseState } from '@shared/flow/state'
import { applicantView, cardOf, staffView } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { localDate } from '@shared/time/localDate'
import { chain, genesisOf } from '../../cloudfunctions/lib/store/ledger'
import {
  beijing,
  caseAt,
  commands,
  deed,
  factoryCommand,
  highVoltageAt,
  idCard,
  PERSON,
  submitCommand,
  after as then,
} from './support/cases'

/** What people are told, and what they are no longer told once its day has passed. */
const CALENDAR = calendarAsOf(localDate('2026-03-02'))
const facts = (state: CaseState, at: string) => {
  return { id: 'CASE', version: 1, state, address: '文昌路18号', point: null, calendar: CALENDAR, now: beijing(at) }
}
const own = (state: CaseState, at: string) => applicantView(facts(state, at), [], PERSON, null)
const staffs = (state: CaseState, at: string) =>
  staffView(facts(state, at), [], PERSON, {
    id: 'liqiang',
    role: 'manager',
    manager: null,
    colleagues: new Map(),
    proposals: [],
  })
const typed = { ...submitCommand, identity: { ...submitCommand.identity, pictures: [] } }

test('the earlier day is held out until it has passed, and then said to have passed', () => {
  const state = then(null, submitCommand, 'applicant', beijing('2026-03-02 10:00'))
  for (const [at, earlierPassed] of [
    ['2026-03-03 23:59', false],
    ['2026-03-04 00:00', true],
  ] as const)
    for (const { promise } of [own(state, at), staffs(state, at)])
      expect(promise).toMatchObject({ earlierDay: '2026-03-03', earlierPassed })
  expect(own(state, '2026-03-04 00:00').promise?.dueDay).toBe('2026-03-04')
})

test.each([
  ['2026-03-02 10:00', '2026-03-02 16:00', '客户经理会在当天与您核对身份并受理'],
  ['2026-03-02 17:29', '2026-03-02 23:59', '客户经理会在当天与您核对身份并受理'],
  ['2026-03-02 17:30', '2026-03-02 17:31', '客户经理最晚3月3日（周二）与您核对身份并受理'],
  ['2026-03-07 10:00', '2026-03-07 10:01', '客户经理最晚3月9日（周一）与您核对身份并受理'],
  ['2026-03-07 10:00', '2026-03-09 23:59', '客户经理最晚3月9日（周一）与您核对身份并受理'],
  ['2026-03-02 10:00', '2026-03-03 00:00', '客户经理本该在3月2日（周一）受理，已经晚了，您可以催办'],
])('sent %s, looked at %s: %s', (sent, at, what) => {
  expect(cardOf(facts(then(null, typed, 'applicant', beijing(sent)), at)).next.what).toBe(what)
})

describe('kept, or not, is every stage of the road', () => {
  const powered = (submitted: CaseState) => {
    const surveyed = then(
      submitted,
      { ...commands.visit, papers: [deed, idCard] },
      'manager',
      beijing('2026-03-05 10:00'),
    )
    return then(surveyed, commands.energize, 'manager', beijing('2026-03-05 15:00'))
  }
  const accepted = (at: string) =>
    then(then(null, typed, 'applicant', beijing('2026-03-02 10:00')), commands.accept, 'manager', beijing(at))

  test('受理 on another day than it came is a promise broken, and said', () => {
    const late = powered(accepted('2026-03-05 09:00'))
    expect(outcomeOf(late, CALENDAR)).toMatchObject({
      kept: false,
      workingDaysUsed: 3,
      stages: [
        { title: '受理', promisedDay: '2026-03-02', workingDaysUsed: 3, kept: false },
        { title: '装表送电', promisedDay: '2026-03-06', workingDaysUsed: 0, kept: true },
      ],
    })
    expect(cardOf(facts(late, '2026-03-06 10:00')).standing).toBe('missed')
  })

  test('受理 on the day it came is nothing to speak of', () => {
    const inTime = powered(accepted('2026-03-02 23:59'))
    expect(outcomeOf(inTime, CALENDAR)?.stages.map(({ title }) => title)).toEqual(['装表送电'])
  })

  test('a scheme replied late is not made good by power in time', () => {
    const at = (step: CaseState, command: Parameters<typeof then>[1], when: string, role: 'manager' | 'applicant') =>
      then(step, command, role, beijing(when))
    const planning = at(
      then(null, factoryCommand, 'applicant', beijing('2026-03-02 10:00')),
      { ...commands.visit, papers: [] },
      '2026-03-03 10:00',
      'manager',
    )
    const replied = at(planning, commands.reply, '2026-03-12 10:00', 'manager')
    const requested = at(replied, commands.requestInspection, '2026-04-13 10:00', 'applicant')
    const passed = at(requested, commands.inspect, '2026-04-14 10:00', 'manager')
    const done: CaseState = {
      ...passed,
      status: 'energized',
      energizedAt: beijing('2026-04-14 15:00'),
      meterNumber: '4502000012345',
    }
    expect(outcomeOf(done, CALENDAR)).toMatchObject({ kept: false, stages: [{ kept: false }, { kept: true }] })
    expect(cardOf(facts(done, '2026-04-15 10:00')).standing).toBe('missed')
  })
})

test('what colleagues have to do with each other is not told to the applicant', () => {
  const by = { role: 'manager', id: 'liqiang' } as const
  const events = [
    { type: 'assigned', managerId: 'weili', because: 'handedOver', reason: '这个用户难缠' },
    { type: 'replied', scheme: highVoltageAt('replied').scheme!, withoutOpinions: ['luohai'], answerToObjections: '' },
  ] as const
  const onto = { caseId: 'CASE', seq: 0, hash: genesisOf('CASE') }
  const history = chain(onto, events as never, beijing('2026-03-02 10:00'), by)
  const state = caseAt('accepted')
  const told = applicantView(facts(state, '2026-03-02 10:00'), history, PERSON, null).history.map(({ text }) => text)
  expect(told).toEqual(['转给另一位客户经理', '已答复供电方案'])
  const seen = staffView(facts(state, '2026-03-02 10:00'), history, PERSON, {
    id: 'liqiang',
    role: 'manager',
    manager: null,
    colleagues: new Map(),
    proposals: [],
  })
  expect(seen.history.map(({ text }) => text)).toEqual([
    '转给另一位客户经理：这个用户难缠',
    '已答复供电方案（1人没有按时会签，不再等）',
  ])
})
