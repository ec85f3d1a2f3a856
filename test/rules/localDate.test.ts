import {
  addDays,
  addMonths,
  beijingDay,
  beijingMinuteOfDay,
  compareDates,
  daysAfter,
  daysBetween,
  endOfDay,
  instantAt,
  localDate,
  startOfDay,
  weekday,
} from '@shared/time/localDate'
import { localDateSchema } from '@shared/time/localDateSchema'
import fc from '../support/fastCheck'

const anyDay = fc.integer({ min: 365, max: 30_000 }).map((n) => addDays(localDate('1995-01-01'), n))

test('only real days are dates', () => {
  for (const text of ['2020-02-29', '1990-01-01', '2099-12-31']) expect(localDate(text)).toBe(text)
  expect(localDateSchema.parse('2020-02-29')).toBe('2020-02-29')
  for (const text of [
    '2019-02-29',
    '2019-02-30',
    '2019-13-01',
    '2019-00-10',
    '19-01-01',
    '2019-1-1',
    '2019-01-01T00:00',
    '',
    '2019/01/01',
    '2026-02-30',
    '2019-04-31',
    '2019-01-00',
    '2019-01-32',
    '1989-12-31',
    '2100-01-01',
    '9999-12-31',
    'x2019-01-01',
  ]) {
    expect(() => localDate(text)).toThrow(expect.objectContaining({ name: 'TimeError', code: 'notADate' }))
    expect(localDateSchema.safeParse(text).success).toBe(false)
  }
})

test('the Beijing day begins at 16:00 UTC', () => {
  expect(beijingDay(Date.UTC(2019, 2, 21, 15, 59, 59, 999))).toBe('2019-03-21')
  expect(beijingDay(Date.UTC(2019, 2, 21, 16))).toBe('2019-03-22')
  expect(beijingMinuteOfDay(Date.UTC(2019, 2, 21, 16))).toBe(0)
  expect(beijingMinuteOfDay(Date.UTC(2019, 2, 21, 15, 59))).toBe(1439)
  expect(startOfDay(localDate('2019-03-22'))).toBe(Date.UTC(2019, 2, 21, 16))
  expect(endOfDay(localDate('2019-12-31'))).toBe(startOfDay(localDate('2020-01-01')))
  expect(instantAt(localDate('2019-03-22'), 17 * 60 + 30)).toBe(Date.UTC(2019, 2, 22, 9, 30))
})

test('a millisecond either side of midnight in Beijing is another day', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const midnight = startOfDay(day)
      expect(beijingDay(midnight)).toBe(day)
      expect(beijingDay(midnight + 1)).toBe(day)
      expect(beijingDay(midnight - 1)).toBe(addDays(day, -1))
      expect([beijingMinuteOfDay(midnight - 1), beijingMinuteOfDay(midnight)]).toEqual([1439, 0])
    }),
  )
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, 1.5])('%s is not an instant', (at) => {
  const refused = expect.objectContaining({ name: 'TimeError', code: 'notAnInstant' })
  expect(() => beijingDay(at)).toThrow(refused)
  expect(() => beijingMinuteOfDay(at)).toThrow(refused)
})

test('the days counted in end where they end, by name', () => {
  const refused = expect.objectContaining({ name: 'TimeError', code: 'outsideCalendar' })
  expect(() => addDays(localDate('1990-01-01'), -1)).toThrow(refused)
  expect(() => addDays(localDate('2099-12-31'), 1)).toThrow(refused)
  expect(() => beijingDay(Number.MAX_SAFE_INTEGER - 28_800_000)).toThrow('1990–2099')
  expect(addDays(localDate('1990-01-01'), 0)).toBe('1990-01-01')
  expect(daysAfter(localDate('2019-02-27'), localDate('2019-03-01'))).toEqual(['2019-02-28', '2019-03-01'])
  expect(daysAfter(localDate('2019-03-01'), localDate('2019-02-27'))).toEqual([])
})

test('months follow the corresponding day, or the last of the month (民法典 202)', () => {
  expect(addMonths(localDate('2019-01-31'), 1)).toBe('2019-02-28')
  expect(addMonths(localDate('2019-03-15'), 2)).toBe('2019-05-15')
})

test('arithmetic agrees with counting milliseconds', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -2000, max: 4000 }), (day, n) => {
      const moved = addDays(day, n)
      expect(Date.parse(moved) - Date.parse(day)).toBe(n * 86_400_000)
      expect(daysBetween(day, moved)).toBe(n)
      expect(weekday(moved)).toBe(new Date(Date.parse(moved)).getUTCDay())
      expect(Math.sign(compareDates(day, moved))).toBe(Math.sign(-n) + 0)
      expect(beijingDay(startOfDay(moved))).toBe(moved)
      expect(beijingDay(endOfDay(moved) - 1)).toBe(moved)
    }),
  )
})

test('what is no date is named, and dates order by time', () => {
  expect(() => localDate('2026-02-30')).toThrow('not a date: 2026-02-30')
  const days = ['2026-03-01', '2025-12-31', '2026-02-28', '2025-12-31'].map(localDate)
  expect([...days].sort(compareDates)).toEqual([...days].sort())
  expect(compareDates(localDate('2026-03-01'), localDate('2026-03-01'))).toBe(0)
})
