import { calendarAsOf, calendarOf } from '@shared/rules/calendar/calendarAsOf'
import { type CalendarNotice, calendarNotices } from '@shared/rules/calendar/notices'
import { WorkingCalendar } from '@shared/time/calendar'
import { localDate } from '@shared/time/localDate'

const day = localDate

describe('a calendar of given notices', () => {
  const national = { authority: 'national', publishedIs: 'exact', confidence: 'official' } as const
  const notice = (change: Partial<CalendarNotice>): CalendarNotice => ({
    ...national,
    id: 'n',
    document: 'n',
    year: 2030,
    published: day('2029-11-01'),
    entries: [],
    ...change,
  })
  const entry = (off: string[], work: string[] = []) => [{ name: 'x', off: off.map(day), work: work.map(day) }]
  const year = notice({ entries: entry(['2030-05-01', '2030-05-02'], ['2030-05-04']) })

  test("the region's word stands whenever the nation's came, and a weekday worked again is a plain working day", () => {
    const region = notice({ authority: 'guangxi', published: day('2029-12-01'), entries: entry(['2030-05-03']) })
    const later = notice({ published: day('2030-03-01'), entries: entry([], ['2030-05-02', '2030-05-03']) })
    const calendar = calendarOf([year, region, later], day('2030-04-01'))
    expect(calendar.day(day('2030-05-03'))).toMatchObject({ working: false, reason: 'holiday' })
    expect(calendar.day(day('2030-05-02'))).toMatchObject({ working: true, reason: 'workday' })
    expect(calendar.day(day('2030-05-04'))).toMatchObject({ working: true, reason: 'makeUp' })
  })

  test('三月三 is open from 15 March to 5 May until the region has spoken, and New Year from 29 December', () => {
    const known = (calendar: WorkingCalendar, text: string) => calendar.day(day(text)).known
    const open = calendarOf([year], day('2030-01-01'))
    const ends = ['2030-03-14', '2030-03-15', '2030-05-05', '2030-05-06', '2030-12-28', '2030-12-29']
    expect(ends.map((text) => known(open, text))).toEqual([true, false, false, true, true, false])
    const told = calendarOf([year, notice({ authority: 'guangxi', id: 'g' })], day('2030-01-01'))
    expect(ends.map((text) => known(told, text))).toEqual([true, true, true, true, true, false])
  })

  test('six years beyond the last notice are counted in, and not a day more', () => {
    const calendar = calendarOf([year], day('2030-01-01'))
    expect(calendar.day(day('2036-12-31')).known).toBe(false)
    expect(() => calendar.day(day('2037-01-01'))).toThrow('2029-01-01–2036-12-31')
    expect(() => calendar.day(day('2028-12-31'))).toThrow('beyond the calendar')
  })

  test('its version is the newest publication and a checksum of what is known', () => {
    // Without any notice it is the law's days alone that are known.
    expect(calendarOf([year], day('2029-10-31')).version).toMatch(/^notices@none\.[0-9a-f]{8}$/)
    const corrected = notice({ published: day('2030-03-01') })
    expect(calendarOf([corrected, year], day('2030-04-01')).version).toMatch(/^notices@2030-03-01\.[0-9a-f]{8}$/)
    const versions = calendarNotices().map(({ published }) => calendarAsOf(published).version)
    for (const [index, version] of versions.entries())
      expect(version).toMatch(new RegExp(`^notices@${calendarNotices()[index]?.published}\\.[0-9a-f]{8}$`))
    expect(new Set(versions).size).toBe(new Set(calendarNotices().map(({ published }) => published)).size)
  })
})

test('a table is used to its last day, even when every day of it is worked', () => {
  const kinds = Array.from({ length: 5 }, () => ({ working: true, reason: 'workday', known: true }) as const)
  const table = new WorkingCalendar('five', day('2030-01-01'), kinds)
  expect(table.add(day('2030-01-01'), 4)).toBe('2030-01-05')
  expect(table.previous(day('2030-01-05'))).toBe('2030-01-04')
  expect(() => table.add(day('2030-01-01'), 5)).toThrow('2030-01-01–2030-01-05: 2030-01-01')
  expect(() => table.previous(day('2030-01-01'))).toThrow('2030-01-01–2030-01-05')
  expect(() => table.add(day('2030-01-01'), 1001)).toThrow('not 0..1000 days: 1001')
})
