import type { Command } from '@shared/flow/commands'
import { slotsOf } from '@shared/flow/detailViews'
import { outcomeOf } from '@shared/flow/outcome'
import { promiseOf } from '@shared/flow/promiseOf'
import { promiseViewOf } from '@shared/flow/promiseView'
import { roadOf } from '@shared/flow/road'
import type { CaseState } from '@shared/flow/state'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { localDate } from '@shared/time/localDate'
import { after, approval, beijing, commands, deed, factoryCommand, PROBLEM } from './support/cases'

/** What a high-voltage customer is shown of each stage: from when it is counted, by when it was promised, what it took. */
const calendar = calendarAsOf(localDate('2026-11-23'))

type Step = [at: string, command: Command, role: 'applicant' | 'manager']
const walk = (steps: readonly Step[]): CaseState =>
  steps.reduce<CaseState | null>((state, [at, command, role]) => after(state, command, role, beijing(at)), null)!

const stepsOf = (state: CaseState) => roadOf(state, promiseOf(state, calendar), calendar).flatMap(({ steps }) => steps)

/** Accepted on Monday 2026-11-23; 6 working days for the scheme are over on 12-01. */
const toReply = (repliedOn: string): Step[] => [
  ['2026-11-23 10:00', factoryCommand, 'applicant'],
  ['2026-11-24 10:00', { ...commands.visit, externalLine: true, papers: [deed, approval] }, 'manager'],
  [`${repliedOn} 10:00`, { ...commands.reply, outage: false }, 'manager'],
]
/** Asked for on Monday 2026-12-14, failed on 12-15, put right on 12-21, power on 12-22. */
const toPower: Step[] = [
  ['2026-12-14 10:00', commands.requestInspection, 'applicant'],
  ['2026-12-15 10:00', { type: 'inspect', problems: [PROBLEM] }, 'manager'],
  ['2026-12-21 10:00', { type: 'requestInspection', report: null, remedies: [{ pictures: [] }] }, 'applicant'],
  ['2026-12-22 10:00', commands.inspect, 'manager'],
  ['2026-12-22 15:00', commands.energize, 'manager'],
]

test('the energization stage is counted from the request for inspection, and days of putting right are left out', () => {
  const state = walk([...toReply('2026-11-27'), ...toPower.slice(0, 3)])
  const view = promiseViewOf(state, promiseOf(state, calendar)!, calendar, state.submittedAt)
  expect(view.startDay).toBe('2026-12-14')
  const stopped = view.days.filter(({ reason }) => reason.startsWith('停表'))
  expect(stopped.map(({ day, counted }) => [day, counted])).toEqual(
    ['2026-12-16', '2026-12-17', '2026-12-18', '2026-12-19', '2026-12-20', '2026-12-21'].map((day) => [day, false]),
  )
})

test('each stage ends with what was promised for it, in words people use', () => {
  const state = walk([...toReply('2026-11-27'), ...toPower])
  const planned = stepsOf(state).map(({ key, plannedDay }) => [key, plannedDay])
  const { stages } = outcomeOf(state, calendar)!
  expect(stages.map(({ title }) => title)).toEqual(['答复供电方案', '检验和送电'])
  expect(Object.fromEntries(planned)).toMatchObject({
    accepted: null,
    surveyed: null,
    replied: stages[0]!.promisedDay,
    energized: stages[1]!.promisedDay,
  })
})

test('a late scheme is not charged to the stage after it as well', () => {
  // 8 working days for the scheme: the limit on the whole now binds the rest, and it began at acceptance.
  const late = walk([...toReply('2026-12-03'), ...toPower])
  const { stages, workingDaysUsed } = outcomeOf(late, calendar)!
  expect(stages.map((stage) => [stage.workingDaysUsed, stage.kept])).toEqual([
    [8, false],
    [2, true],
  ])
  expect(workingDaysUsed).toBe(10)
})

test('a line to be switched off is spoken of until there is power, and then the meter', () => {
  const note = (steps: readonly Step[]) => {
    const state = walk(steps)
    return stepsOf(state).at(-1)!.note
  }
  const reply = toReply('2026-11-27').map(
    ([at, command, role]): Step => [at, command.type === 'reply' ? { ...command, outage: true } : command, role],
  )
  expect(note(reply)).toMatch(/^停电接火最早12月/)
  expect(note([...reply, ...toPower])).toMatch(/^电表号 /)
  // Asked for on 11-27, to be had on 12-27, a Sunday: nobody is offered a day before.
  const passed = walk([...reply, ...toPower.slice(0, 4)])
  expect(slotsOf(passed, calendar, beijing('2026-12-22 11:00'))[0]).toBe('2026-12-28')
})
