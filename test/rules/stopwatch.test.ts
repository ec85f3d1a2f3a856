import { calendarAsOf, workingDaysBetween } from '@shared/time/calendar'
import { addDays, type LocalDate, localDate } from '@shared/time/localDate'
import { type Amount, type Stop, stopwatch } from '@shared/time/stopwatch'
import fc from 'fast-check'
import { naiveDue } from './guangxiOracle'

const day = localDate
const calendar = calendarAsOf(day('2026-11-23'))
const working = (value: number) => ({ amount: { value, unit: 'workingDay' } satisfies Amount })
const stop = (from: LocalDate, to: LocalDate | null): Stop => ({
  from,
  to,
  party: 'customer',
  reason: 'inspectionFailed',
})

const anyStart = fc.integer({ min: 0, max: 365 * 10 }).map((n) => addDays(day('2015-01-01'), n))
const anyAmount = fc.integer({ min: 1, max: 30 })
/** Stops as offsets from the start, so that many of them overlap. */
const anyStops = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 })), { maxLength: 4 })
const placed = (start: LocalDate, offsets: [number, number][]) =>
  offsets.map(([from, length]) => ({
    ...stop(addDays(start, from), addDays(start, from + length)),
    to: addDays(start, from + length),
  }))

test('a stop on A resumed on B leaves out (A, B], and each day says why', () => {
  const reading = stopwatch(calendar, {
    start: day('2019-06-05'),
    limit: working(6),
    stops: [stop(day('2019-06-11'), day('2019-06-17'))],
  })
  expect(reading).toMatchObject({ due: '2019-06-20', used: 3, left: 3, provisional: false })
  expect(reading.days.filter(({ counted }) => counted).map((each) => each.day)).toEqual([
    '2019-06-06',
    '2019-06-10',
    '2019-06-11',
    '2019-06-18',
    '2019-06-19',
    '2019-06-20',
  ])
  expect(reading.days.filter((each) => each.stop).map((each) => each.day)).toEqual([
    '2019-06-12',
    '2019-06-13',
    '2019-06-14',
    '2019-06-15',
    '2019-06-16',
    '2019-06-17',
  ])
})

test('due days agree with a naive count, whatever the stops', () => {
  fc.assert(
    fc.property(anyStart, anyAmount, anyStops, (start, value, offsets) => {
      const stops = placed(start, offsets)
      expect(stopwatch(calendar, { start, limit: working(value), stops }).due).toBe(naiveDue(start, value, stops))
    }),
  )
})

test('a further stop never makes the due day earlier, and a same-day stop moves nothing', () => {
  fc.assert(
    fc.property(
      anyStart,
      anyAmount,
      anyStops,
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 20 }),
      (start, value, offsets, from, length) => {
        const stops = placed(start, offsets)
        const due = stopwatch(calendar, { start, limit: working(value), stops }).due as LocalDate
        const longer = [...stops, ...placed(start, [[from, length]])]
        expect((stopwatch(calendar, { start, limit: working(value), stops: longer }).due as LocalDate) >= due).toBe(
          true,
        )
        const same = [...stops, ...placed(start, [[from, 0]])]
        expect(stopwatch(calendar, { start, limit: working(value), stops: same }).due).toBe(due)
      },
    ),
  )
})

test('used and left always make up the limit, and used only grows', () => {
  fc.assert(
    fc.property(
      anyStart,
      anyAmount,
      anyStops,
      fc.integer({ min: 0, max: 80 }),
      fc.boolean(),
      (start, value, offsets, until, open) => {
        const stops: Stop[] = placed(start, offsets)
        if (open) stops.push(stop(addDays(start, 15), null))
        const at = (asOf: LocalDate) => stopwatch(calendar, { start, limit: working(value), stops, asOf })
        const reading = at(addDays(start, until))
        expect(reading.used + reading.left).toBe(value)
        expect(at(addDays(start, until + 1)).used - reading.used).toBeGreaterThanOrEqual(0)
        if (reading.due && !open) expect(at(reading.due)).toMatchObject({ used: value, left: 0 })
      },
    ),
  )
})

test('time overdue shows as a negative rest', () => {
  const input = { start: day('2019-07-01'), limit: working(2), stops: [], asOf: day('2019-07-05') }
  expect(stopwatch(calendar, input)).toMatchObject({ used: 4, left: -2, due: '2019-07-03' })
})

describe('an open stop', () => {
  const open = (from: string, asOf?: string) =>
    stopwatch(calendar, {
      start: day('2019-06-05'),
      limit: working(6),
      stops: [stop(day(from), null)],
      ...(asOf && { asOf: day(asOf) }),
    })

  test('leaves the due day unknown and keeps what is left', () => {
    expect(open('2019-06-11')).toMatchObject({ due: null, used: 3, left: 3 })
    expect(open('2019-06-11', '2019-09-30')).toMatchObject({ due: null, used: 3, left: 3 })
  })

  test('changes nothing when the limit was over before it', () => {
    expect(open('2019-06-14')).toMatchObject({ due: '2019-06-14', left: 0 })
    expect(open('2019-06-13')).toMatchObject({ due: null, left: 1 })
  })
})

test('a day that no notice settles makes the promise provisional only while the clock runs on it', () => {
  const start = day('2026-12-25')
  expect(stopwatch(calendar, { start, limit: working(1), stops: [] })).toMatchObject({
    due: '2026-12-28',
    provisional: false,
  })
  expect(stopwatch(calendar, { start, limit: working(2), stops: [] }).provisional).toBe(true)
  const halted = stopwatch(calendar, {
    start,
    limit: working(2),
    stops: [stop(day('2026-12-28'), null)],
    asOf: day('2027-02-01'),
  })
  expect(halted).toMatchObject({ due: null, left: 1, provisional: false })
})

describe('calendar units', () => {
  const due = (start: string, amount: Amount, stops: Stop[] = []) =>
    stopwatch(calendar, { start: day(start), limit: { amount }, stops }).due

  test('calendar days count every day but do not end on a day off (民法典 203)', () => {
    expect(due('2019-03-01', { value: 10, unit: 'calendarDay' })).toBe('2019-03-11')
    expect(due('2019-03-25', { value: 10, unit: 'calendarDay' })).toBe('2019-04-09')
    expect(due('2019-04-18', { value: 10, unit: 'calendarDay' })).toBe('2019-04-28')
  })

  test('months end on the corresponding day', () => {
    expect(due('2019-07-31', { value: 2, unit: 'month' })).toBe('2019-09-30')
    expect(due('2019-03-06', { value: 1, unit: 'month' })).toBe('2019-04-09')
  })

  test('stops move them by the days stopped', () => {
    expect(due('2019-07-01', { value: 10, unit: 'calendarDay' }, [stop(day('2019-07-03'), day('2019-07-08'))])).toBe(
      '2019-07-16',
    )
  })

  test('same day is the day itself, or the next working day', () => {
    expect(due('2019-04-03', { value: 0, unit: 'sameDay' })).toBe('2019-04-03')
    expect(due('2019-04-05', { value: 0, unit: 'sameDay' })).toBe('2019-04-09')
  })
})

test('a stop that ends before it begins is refused', () => {
  const stops = [stop(day('2019-06-11'), day('2019-06-10'))]
  expect(() => stopwatch(calendar, { start: day('2019-06-05'), limit: working(6), stops })).toThrow(RangeError)
})

test('utility time and stopped time together are all the working days gone by', () => {
  fc.assert(
    fc.property(anyStart, anyStops, fc.integer({ min: 0, max: 60 }), (start, offsets, until) => {
      const stops = placed(start, offsets)
      const asOf = addDays(start, until)
      const { used, days } = stopwatch(calendar, { start, limit: working(60), stops, asOf })
      const stopped = days.filter((each) => each.day <= asOf && each.stop && each.kind.working).length
      expect(used + stopped).toBe(workingDaysBetween(calendar, start, asOf))
    }),
  )
})
