import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import {
  addDays,
  addMonths,
  beijingDay,
  beijingMinuteOfDay,
  compareDates,
  daysBetween,
  endOfDay,
  instantAt,
  localDate,
  startOfDay,
  weekday,
} from '@shared/time/localDate'
import fc from 'fast-check'

const anyDay = fc.integer({ min: -10_000, max: 30_000 }).map((n) => addDays(localDate('2000-01-01'), n))

test('only real days are dates', () => {
  expect(localDate('2020-02-29')).toBe('2020-02-29')
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
  ]) {
    expect(() => localDate(text)).toThrow(RangeError)
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

test('months follow the corresponding day, or the last of the month (民法典 202)', () => {
  expect(addMonths(localDate('2019-01-31'), 1)).toBe('2019-02-28')
  expect(addMonths(localDate('2019-03-15'), 2)).toBe('2019-05-15')
})

test('arithmetic agrees with counting milliseconds', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
      const moved = addDays(day, n)
      expect(Date.parse(moved) - Date.parse(day)).toBe(n * 86_400_000)
      expect(daysBetween(day, moved)).toBe(n)
      expect(weekday(moved)).toBe(new Date(Date.parse(moved)).getUTCDay())
      expect(compareDates(day, moved)).toBe(Math.sign(-n) + 0)
      expect(beijingDay(startOfDay(moved))).toBe(moved)
      expect(beijingDay(endOfDay(moved) - 1)).toBe(moved)
    }),
  )
})

test('nothing depends on the time zone of the host', () => {
  const answers = ['UTC', 'America/New_York', 'Pacific/Kiritimati'].map((zone) => {
    const output = execFileSync(process.execPath, [require.resolve('tsx/cli'), join(__dirname, 'timeZoneProbe.ts')], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    })
    return JSON.parse(output) as { offset: number; digest: string; sample: string }
  })
  // The children did run in different zones, and still agree.
  expect(new Set(answers.map(({ offset }) => offset)).size).toBe(3)
  expect(new Set(answers.map(({ digest }) => digest)).size).toBe(1)
  expect(answers[0]?.sample).toBe('2019-04-10')
})
