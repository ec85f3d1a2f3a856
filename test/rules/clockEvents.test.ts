import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { instantAt, localDate } from '@shared/time/localDate'
import { type Amount, type ClockEvent, readClock, type Stop, stopsOf } from '@shared/time/stopwatch'

const day = localDate
const calendar = calendarAsOf(day('2026-11-23'))
const working = (value: number): Amount => ({ value, unit: 'workingDay' })
const stop = (from: string, to: string | null): Stop => ({
  from: day(from),
  to: to === null ? null : day(to),
  party: 'customer',
  reason: 'inspectionFailed',
  evidence: 'list-1',
})
const read = (start: string, amount: Amount, stops: Stop[] = [], asOf?: string) =>
  readClock(calendar, { start: day(start), amount, stops }, asOf === undefined ? undefined : day(asOf))

describe('what happened to a clock', () => {
  const at = (text: string, minute = 600) => instantAt(day(text), minute)
  const stopped = (text: string, minute?: number): ClockEvent => ({
    type: 'stopped',
    at: at(text, minute),
    party: 'customer',
    reason: 'inspectionFailed',
    evidence: 'list-1',
  })
  const resumed = (text: string, minute?: number): ClockEvent => ({ type: 'resumed', at: at(text, minute) })
  const start = at('2019-06-05')

  test('becomes its stops, the last of them perhaps open', () => {
    expect(stopsOf(start, [])).toEqual([])
    expect(stopsOf(start, [stopped('2019-06-11'), resumed('2019-06-17'), stopped('2019-06-17', 700)])).toEqual([
      stop('2019-06-11', '2019-06-17'),
      stop('2019-06-17', null),
    ])
    expect(stopsOf(start, [stopped('2019-06-05'), resumed('2019-06-05')])).toHaveLength(1)
  })

  test.each<[string, ClockEvent[], string, string]>([
    ['a stop before the start', [stopped('2019-06-04')], 'outOfOrder', '2019-06-04, before 2019-06-05'],
    ['a stop before the minute of the start', [stopped('2019-06-05', 599)], 'outOfOrder', 'before 2019-06-05'],
    ['a resumption before its stop', [stopped('2019-06-11'), resumed('2019-06-10')], 'outOfOrder', '2019-06-10'],
    ['resumed twice', [stopped('2019-06-11'), resumed('2019-06-12'), resumed('2019-06-13')], 'notStopped', 'running'],
    ['resumed and never stopped', [resumed('2019-06-12')], 'notStopped', '2019-06-12'],
    ['stopped twice', [stopped('2019-06-11'), stopped('2019-06-12')], 'alreadyStopped', 'since 2019-06-11'],
    ['no instant', [{ type: 'resumed', at: Number.NaN }], 'notAnInstant', 'NaN'],
  ])('%s is refused by its fact', (_name, events, code, fact) => {
    expect(() => stopsOf(start, events)).toThrow(expect.objectContaining({ name: 'TimeError', code }))
    expect(() => stopsOf(start, events)).toThrow(fact)
  })
})

describe('an impossible clock is refused', () => {
  const code = (act: () => unknown) => {
    try {
      act()
    } catch (error) {
      return (error as { code?: string }).code
    }
    return 'no error'
  }

  test.each<[Amount['unit'], number]>([
    ['workingDay', 0],
    ['workingDay', -1],
    ['workingDay', 1.5],
    ['workingDay', 10_000],
    ['workingDay', Number.NaN],
    ['calendarDay', 0],
    ['calendarDay', 1001],
    ['month', 0],
    ['month', 40],
    ['month', 0.5],
    ['sameDay', 1],
  ])('%s × %s is no length', (unit, value) => {
    expect(code(() => read('2019-06-05', { unit, value }))).toBe('notALength')
    expect(() => read('2019-06-05', { unit, value })).toThrow(`${value} ${unit}`)
  })

  test('1,000 days are still a length', () => {
    expect(code(() => read('2019-06-05', working(1000)))).toBe('no error')
    expect(code(() => read('2019-06-05', { unit: 'calendarDay', value: 1000 }))).toBe('no error')
  })

  test.each<[string, Stop[]]>([
    ['ends before it begins', [stop('2019-06-11', '2019-06-10')]],
    ['begins before the start', [stop('2019-06-04', '2019-06-10')]],
    ['overlaps the one before', [stop('2019-06-06', '2019-06-12'), stop('2019-06-11', '2019-06-13')]],
    ['follows an open one', [stop('2019-06-06', null), stop('2019-06-11', '2019-06-13')]],
  ])('a stop that %s', (_name, stops) => {
    expect(code(() => read('2019-06-05', working(6), stops))).toBe('outOfOrder')
  })

  test('asked as of a day before it began', () => {
    expect(code(() => read('2019-06-05', working(6), [], '2019-06-04'))).toBe('outOfOrder')
    expect(code(() => read('2019-06-05', working(6), [], '2019-06-05'))).toBe('no error')
  })
})
