import { deployment } from '@shared/flow/deployment'
import { slotsOf } from '@shared/flow/detailViews'
import { type Promised, promiseOf } from '@shared/flow/promiseOf'
import { promiseViewOf } from '@shared/flow/promiseView'
import type { CaseState } from '@shared/flow/state'
import { taskOwed } from '@shared/flow/tasks'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { beijingDay, type Instant } from '@shared/time/localDate'
import { after, beijing, commands, shopCommand, submitCommand } from './support/cases'

const applicants = { resident: submitCommand, shop: shopCommand } as const

/** The promise of a case accepted at an instant, as people could know it that day, before and after the survey. */
function promised(who: keyof typeof applicants, at: string) {
  const now = beijing(at)
  const calendar = calendarAsOf(beijingDay(now))
  const accepted = after(null, applicants[who], 'applicant', now)
  const surveyed = (externalLine: boolean) => after(accepted, { ...commands.visit, externalLine }, 'manager', now)
  const of = (state: CaseState) => promiseOf(state, calendar)!
  return {
    accepted: of(accepted),
    without: of(surveyed(false)),
    withLine: of(surveyed(true)),
    calendar,
    state: accepted,
  }
}

const viewOf = (state: CaseState, of: Promised, now: Instant = state.submittedAt) =>
  promiseViewOf(state, of, calendarAsOf(of.clock.start), now)

/**
 * Counted by hand from the published notices.
 * 2019: 清明 4-5 (Fri), 三月三 4-7 (Sun), Guangxi's notice adds 4-4 (Thu) and 4-8 (Mon): 4-4 to 4-8 are one rest.
 * 2026: 清明 4-4 (Sat) to 4-6 (Mon); Guangxi's notice adds 4-17 (Fri) and 4-20 (Mon).
 */
test.each`
  who           | acceptedAt            | without         | withLine        | because
  ${'resident'} | ${'2019-04-03 10:00'} | ${'2019-04-09'} | ${'2019-04-10'} | ${'清明 and 三月三 in one rest'}
  ${'shop'}     | ${'2019-04-03 10:00'} | ${'2019-04-10'} | ${'2019-04-12'} | ${'清明 and 三月三 in one rest'}
  ${'resident'} | ${'2019-04-06 09:00'} | ${'2019-04-09'} | ${'2019-04-10'} | ${'submitted within the rest'}
  ${'resident'} | ${'2019-04-13 09:00'} | ${'2019-04-15'} | ${'2019-04-16'} | ${'submitted on a Saturday'}
  ${'shop'}     | ${'2019-04-13 09:00'} | ${'2019-04-16'} | ${'2019-04-18'} | ${'submitted on a Saturday'}
  ${'resident'} | ${'2026-04-03 10:00'} | ${'2026-04-07'} | ${'2026-04-08'} | ${'清明'}
  ${'shop'}     | ${'2026-04-03 10:00'} | ${'2026-04-08'} | ${'2026-04-10'} | ${'清明'}
  ${'resident'} | ${'2026-04-16 10:00'} | ${'2026-04-21'} | ${'2026-04-22'} | ${'三月三'}
  ${'shop'}     | ${'2026-04-16 10:00'} | ${'2026-04-22'} | ${'2026-04-24'} | ${'三月三'}
  ${'resident'} | ${'2026-11-23 10:00'} | ${'2026-11-24'} | ${'2026-11-25'} | ${'an ordinary Monday'}
  ${'resident'} | ${'2026-11-23 18:00'} | ${'2026-11-24'} | ${'2026-11-25'} | ${'after 17:30, accepted at once all the same'}
  ${'resident'} | ${'2026-11-23 23:59'} | ${'2026-11-24'} | ${'2026-11-25'} | ${'the last minute of the day'}
  ${'resident'} | ${'2026-11-24 00:00'} | ${'2026-11-25'} | ${'2026-11-26'} | ${'the first minute of the next'}
  ${'shop'}     | ${'2026-11-27 16:00'} | ${'2026-12-01'} | ${'2026-12-03'} | ${'over a weekend'}
`(
  '$who accepted $acceptedAt: $without without a line, $withLine with ($because)',
  ({ who, acceptedAt, without, withLine }) => {
    const promise = promised(who, acceptedAt)
    expect([promise.without.dueDay, promise.withLine.dueDay]).toEqual([without, withLine])
    // Until somebody has looked, the later day is promised and the earlier one named.
    expect(promise.accepted.dueDay).toBe(withLine)
    expect(promise.accepted.earlierIf?.dueDay).toBe(without)
    expect(promise.accepted.dueAt).toBe(Date.parse(`${withLine}T24:00:00+08:00`))
    expect([promise.accepted, promise.without, promise.withLine].map(({ provisional }) => provisional)).toEqual([
      false,
      false,
      false,
    ])
  },
)

test('every skipped day is explained by the name of its holiday', () => {
  const { accepted, state } = promised('resident', '2019-04-03 10:00')
  expect(viewOf(state, accepted).days.map(({ day, counted, reason }) => `${day} ${counted} ${reason}`)).toEqual([
    '2019-04-04 false 广西三月三',
    '2019-04-05 false 清明节',
    '2019-04-06 false 清明节',
    '2019-04-07 false 清明节',
    '2019-04-08 false 广西三月三',
    '2019-04-09 true 工作日',
    '2019-04-10 true 工作日',
  ])
})

test.each`
  who           | acceptedAt            | without         | withLine
  ${'resident'} | ${'2026-12-30 10:00'} | ${'2026-12-31'} | ${'2027-01-04'}
  ${'shop'}     | ${'2026-12-30 10:00'} | ${'2027-01-04'} | ${'2027-01-06'}
`(
  '$who accepted $acceptedAt: crossing into an unpublished year is provisional',
  ({ who, acceptedAt, without, withLine }) => {
    const promise = promised(who, acceptedAt)
    expect([promise.without.dueDay, promise.withLine.dueDay]).toEqual([without, withLine])
    expect([promise.accepted, promise.without, promise.withLine].map(({ provisional }) => provisional)).toEqual([
      true,
      true,
      true,
    ])
    const unsure = viewOf(promise.state, promise.accepted).days.map(({ reason }) => reason)
    // New Year itself is off by law, which needs no notice.
    expect(unsure.every((reason) => reason === '元旦' || reason.includes('放假通知未出'))).toBe(true)
    expect(unsure).toContain('元旦')
  },
)

test('before the survey a visit is offered while the earlier day can be kept, then while the promise can; what has passed is said', () => {
  const { accepted, state, calendar } = promised('shop', '2026-11-24 10:00')
  const on = (at: string) => ({
    slots: slotsOf(state, calendar, beijing(at)),
    passed: viewOf(state, accepted, beijing(at)).earlierPassed,
  })
  expect(on('2026-11-24 10:00')).toEqual({ slots: ['2026-11-24', '2026-11-25', '2026-11-26'], passed: false })
  expect(on('2026-11-26 23:00')).toEqual({ slots: ['2026-11-27', '2026-11-30'], passed: false })
  expect(on('2026-11-27 00:30')).toEqual({ slots: ['2026-11-27', '2026-11-30'], passed: true })
  expect(on('2026-12-01 10:00').slots).toHaveLength(5)
})

test('the city is stricter than the region, and both are shown', () => {
  const { withLine, state } = promised('shop', '2019-04-13 09:00')
  const view = viewOf(state, withLine)
  expect(view.limit).toMatchObject({
    authority: expect.stringContaining('柳州'),
    limit: '不超过4个工作日',
    dueDay: '2019-04-18',
  })
  expect(view.others).toContainEqual(
    expect.objectContaining({
      authority: expect.stringContaining('广西'),
      limit: '不超过7个工作日',
      dueDay: '2019-04-23',
    }),
  )
})

describe('当日办结: the acceptance that is owed for an application typed without a picture', () => {
  const typed = { ...submitCommand, identity: { ...submitCommand.identity, pictures: [] } }
  test.each`
    submittedAt           | due             | because
    ${'2026-11-23 10:00'} | ${'2026-11-23'} | ${'a working day'}
    ${'2026-11-23 17:29'} | ${'2026-11-23'} | ${'the last minute before the cut-off'}
    ${'2026-11-23 17:30'} | ${'2026-11-24'} | ${'the cut-off'}
    ${'2026-11-20 18:00'} | ${'2026-11-23'} | ${'a Friday evening'}
    ${'2026-11-21 09:00'} | ${'2026-11-23'} | ${'a Saturday'}
    ${'2019-04-03 18:00'} | ${'2019-04-09'} | ${'the evening before 清明 and 三月三'}
  `('submitted $submittedAt → $due ($because)', ({ submittedAt, due }) => {
    const now = beijing(submittedAt)
    const state = after(null, typed, 'applicant', now)
    const task = taskOwed(state, calendarAsOf(beijingDay(now)))!
    expect(task).toMatchObject({ kind: 'accept', dueDay: due, dueAt: Date.parse(`${due}T24:00:00+08:00`) })
    // Told when it came in; not warned about again before two hours have passed.
    const morning = Date.parse(`${due}T08:30:00+08:00`)
    expect(task.warnings[0]).toEqual({ level: 'dueToday', at: Math.max(morning, now + 2 * 3_600_000) })
    expect(deployment.closing.cutOffMinute).toBe(1050)
    // The clock of the connection starts with the acceptance, whenever that is.
    expect(promiseOf(state, calendarAsOf(beijingDay(now)))).toBeNull()
  })
})

test('a task is warned of the day before, on its day, at its end and after, each once', () => {
  const now = beijing('2026-11-23 10:00')
  const calendar = calendarAsOf(beijingDay(now))
  const fresh = after(null, submitCommand, 'applicant', now)
  const soon = after(fresh, commands.warn, 'system', now)
  const late = after(soon, { ...commands.warn, level: 'overdue' }, 'system', now)
  const gravest = after(late, { ...commands.warn, level: 'overdueOneDay' }, 'system', now)
  expect([fresh, soon, late, gravest].map((state) => taskOwed(state, calendar)!.warnings[0] ?? null)).toEqual([
    { level: 'dueToday', at: beijing('2026-11-24 08:30') },
    { level: 'overdue', at: beijing('2026-11-25 00:00') },
    { level: 'overdueOneDay', at: beijing('2026-11-25 08:30') },
    null,
  ])
  // What was said of one task says nothing of the next.
  const surveyed = after(late, { ...commands.visit, externalLine: true }, 'manager', now)
  expect(taskOwed(surveyed, calendar)).toMatchObject({
    kind: 'energize',
    warnings: [
      { level: 'oneDayLeft', at: beijing('2026-11-24 08:30') },
      { level: 'dueToday', at: beijing('2026-11-25 08:30') },
      { level: 'overdue' },
      { level: 'overdueOneDay' },
    ],
  })
})
