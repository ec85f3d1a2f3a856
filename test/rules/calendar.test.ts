import { calendarAsOf, calendarOf } from '@shared/rules/calendar/calendarAsOf'
import { type CalendarNotice, calendarNotices } from '@shared/rules/calendar/notices'
import type { WorkingCalendar } from '@shared/time/calendar'
import { closeOf, sameDayDue, wholeDay } from '@shared/time/closing'
import { addDays, instantAt, type LocalDate, localDate } from '@shared/time/localDate'
import { explainDays } from '@shared/time/stopwatch'
import fc from '../support/fastCheck'
import { eachDay, guangxiWorking, naiveDue, nationalWorking } from './guangxiOracle'

const day = localDate
const today = day('2026-11-23')
const now = calendarAsOf(today)
const anyDay = fc.integer({ min: 0, max: 365 * 12 + 200 }).map((n) => addDays(day('2014-01-01'), n))
/** The n-th working day after a start and whether notices settle the way there. */
const count = (calendar: WorkingCalendar, start: LocalDate, n: number) => {
  const due = calendar.add(start, n)
  return { day: due, provisional: !calendar.isSettled(start, due) }
}
const workDays = fc.integer({ min: 0, max: 45 })

describe('against other readings of the notices', () => {
  test('national days agree with the package chinese-days on every day of 2014 to 2026', () => {
    const national = calendarOf(
      calendarNotices().filter(({ authority }) => authority === 'national'),
      today,
    )
    const differing = [...eachDay('2014-01-01', '2026-12-31')].filter(
      (each) => national.day(day(each)).working !== nationalWorking(each),
    )
    expect(differing).toEqual([])
  })

  test("with Guangxi's changes they agree with the same days written out by hand", () => {
    const differing = [...eachDay('2014-01-01', '2026-12-31')].filter(
      (each) => now.day(day(each)).working !== guangxiWorking(each),
    )
    expect(differing).toEqual([])
  })

  test('the N-th working day agrees with a naive count', () => {
    fc.assert(
      fc.property(anyDay, workDays, (start, n) => {
        fc.pre(addDays(start, 100) < '2026-12-31')
        expect(now.add(start, n)).toBe(naiveDue(start, n))
      }),
    )
  })
})

describe('the calendar as it was known', () => {
  test('Labour Day 2019 was one day until 2019-03-22, then four', () => {
    const before = calendarAsOf(day('2019-03-21'))
    const after = calendarAsOf(day('2019-03-22'))
    expect(before.version).not.toBe(after.version)
    expect(before.add(day('2019-04-26'), 4)).toBe('2019-05-03')
    expect(after.add(day('2019-04-26'), 4)).toBe('2019-05-05')
    expect(after.day(day('2019-04-28'))).toMatchObject({
      working: true,
      reason: 'makeUp',
      name: '劳动节',
      source: '国办发明电〔2019〕3号',
    })
    // A promise across the first of May comes later, one across the make-up Sunday alone comes earlier.
    expect(before.add(day('2019-04-26'), 1)).toBe('2019-04-29')
    expect(after.add(day('2019-04-26'), 1)).toBe('2019-04-28')
  })

  test('the Spring Festival of 2020 was extended under way and its make-up Saturday cancelled', () => {
    expect(calendarAsOf(day('2020-01-26')).add(day('2020-01-23'), 1)).toBe('2020-01-31')
    expect(calendarAsOf(day('2020-01-27')).add(day('2020-01-23'), 1)).toBe('2020-02-03')
  })

  test('2015 got a holiday in September by a second notice', () => {
    expect(calendarAsOf(day('2015-05-12')).day(day('2015-09-03')).working).toBe(true)
    expect(calendarAsOf(day('2015-05-13')).day(day('2015-09-03'))).toMatchObject({ working: false, reason: 'holiday' })
  })

  test.each([
    ['2017-04-01', '2017-01-01', true, '2017-02-10', false],
    ['2022-04-02', '2022-01-01', true, '2022-04-01', false],
    ['2023-04-23', '2023-01-01', true, '2023-03-14', false],
  ])('the make-up day %s was cancelled by Guangxi', (moved, before, workedBefore, after, workedAfter) => {
    const first = calendarAsOf(day(before)).day(day(moved))
    expect(first).toMatchObject({ working: workedBefore, reason: 'makeUp', known: false })
    const second = calendarAsOf(day(after)).day(day(moved))
    expect(second).toMatchObject({ working: workedAfter, reason: 'holiday', name: '广西三月三', known: true })
  })

  test("a national correction after the region's notice does not undo the region's day", () => {
    const correction: CalendarNotice = {
      id: 'late',
      authority: 'national',
      year: 2023,
      document: '更正',
      published: day('2023-04-01'),
      publishedIs: 'exact',
      confidence: 'official',
      entries: [{ name: '劳动节', off: [], work: [day('2023-04-23'), day('2023-05-07')] }],
    }
    const corrected = calendarOf([correction, ...calendarNotices()], today)
    expect(corrected.day(day('2023-04-23'))).toMatchObject({ working: false, name: '广西三月三' })
    expect(corrected.day(day('2023-05-07')).working).toBe(true)
  })

  test('2020 had no 三月三, and that is known, not missing', () => {
    expect(calendarAsOf(day('2020-03-04')).day(day('2020-03-26')).known).toBe(false)
    expect(calendarAsOf(day('2020-03-05')).day(day('2020-03-26'))).toEqual({
      working: true,
      reason: 'workday',
      known: true,
    })
  })

  test('equal knowledge is an equal version, and more is another', () => {
    expect(calendarAsOf(day('2026-03-04')).version).toBe(now.version)
    expect(calendarAsOf(day('2026-03-03')).version).not.toBe(now.version)
  })
})

describe('what is not published is not guessed in silence', () => {
  test('a due date crossing into 2027 is provisional', () => {
    expect(count(now, day('2026-12-30'), 4)).toMatchObject({ day: '2027-01-06', provisional: true })
    expect(now.day(day('2027-01-01'))).toMatchObject({ working: false, reason: 'holiday', name: '元旦', known: true })
    expect(now.day(day('2027-01-04'))).toEqual({ working: true, reason: 'open', known: false })
  })

  test('so are the last days of a year, which New Year has moved before', () => {
    expect(count(now, day('2026-12-25'), 1)).toMatchObject({ day: '2026-12-28', provisional: false })
    expect(count(now, day('2026-12-25'), 2)).toMatchObject({ day: '2026-12-29', provisional: true })
    const beforeNotice = count(calendarAsOf(day('2018-12-05')), day('2018-12-28'), 1)
    const afterNotice = count(calendarAsOf(day('2018-12-06')), day('2018-12-28'), 1)
    expect(beforeNotice).toMatchObject({ day: '2018-12-31', provisional: true })
    expect(afterNotice).toMatchObject({ day: '2018-12-29', provisional: false })
  })

  test('spring is provisional until the region has spoken', () => {
    expect(count(calendarAsOf(day('2026-03-03')), day('2026-04-16'), 1)).toMatchObject({
      day: '2026-04-17',
      provisional: true,
    })
    expect(count(calendarAsOf(day('2026-03-04')), day('2026-04-16'), 1)).toMatchObject({
      day: '2026-04-21',
      provisional: false,
    })
    // National days off stay off whatever the region adds.
    expect(calendarAsOf(day('2026-03-03')).day(day('2026-04-06'))).toMatchObject({ reason: 'holiday', known: true })
  })

  test('every published year is known from its first day to its last', () => {
    for (const each of eachDay('2014-01-01', '2026-12-28'))
      expect([each, now.day(day(each)).known]).toEqual([each, true])
  })
})

describe('counting', () => {
  test('every day is explained', () => {
    const start = day('2019-04-03')
    const due = now.add(start, 2)
    expect(due).toBe('2019-04-10')
    const clock = { start, amount: { value: 2, unit: 'workingDay' }, stops: [] } as const
    expect(
      explainDays(now, clock, due).map((each) => [each.day, each.counted, each.kind.name ?? each.kind.reason]),
    ).toEqual([
      ['2019-04-04', false, '广西三月三'],
      ['2019-04-05', false, '清明节'],
      ['2019-04-06', false, '清明节'],
      ['2019-04-07', false, '清明节'],
      ['2019-04-08', false, '广西三月三'],
      ['2019-04-09', true, 'workday'],
      ['2019-04-10', true, 'workday'],
    ])
  })

  test('more days fall due later, and a later start never earlier', () => {
    fc.assert(
      fc.property(anyDay, workDays, fc.integer({ min: 0, max: 30 }), (start, n, later) => {
        const due = now.add(start, n)
        expect(now.add(start, n + 1) > due).toBe(true)
        expect(now.add(addDays(start, later), n) >= due).toBe(true)
        expect(now.between(start, due)).toBe(n)
      }),
    )
  })

  test('one more day off never makes a due date earlier', () => {
    fc.assert(
      fc.property(anyDay, workDays, fc.integer({ min: 1, max: 70 }), (start, n, offset) => {
        const off = addDays(start, offset)
        const extra: CalendarNotice = {
          id: 'extra',
          authority: 'guangxi',
          year: Number(off.slice(0, 4)),
          document: '另行放假',
          published: today,
          publishedIs: 'exact',
          confidence: 'official',
          entries: [{ name: '另行放假', off: [off], work: [] }],
        }
        const more = calendarOf([...calendarNotices(), extra], today)
        expect(more.add(start, n) >= now.add(start, n)).toBe(true)
      }),
    )
  })

  test('splitting a stretch adds up', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), fc.nat(400), (start, first, second) => {
        const [middle, end] = [addDays(start, first), addDays(start, first + second)]
        expect(now.between(start, middle) + now.between(middle, end)).toBe(now.between(start, end))
      }),
    )
  })

  test('the working day before is the one whose next is at or after it', () => {
    expect(now.previous(day('2019-04-09'))).toBe('2019-04-03')
    expect(now.previous(day('2019-04-10'))).toBe('2019-04-09')
    fc.assert(
      fc.property(anyDay, (each) => {
        const before = now.previous(each)
        expect(before < each && now.day(before).working && now.next(before) >= each).toBe(true)
      }),
    )
  })

  test.each([-1, 1.5, 1001, 10_000, Number.NaN])('%s is not a number of days', (n) => {
    expect(() => now.add(today, n)).toThrow(expect.objectContaining({ code: 'notALength' }))
  })

  test('0 days are the day itself, and 1,000 still can be counted', () => {
    expect(now.add(day('2026-11-22'), 0)).toBe('2026-11-22')
    expect(now.add(today, 1000) > '2030-01-01').toBe(true)
  })

  test('beyond the table counting is refused, not guessed', () => {
    const refused = expect.objectContaining({ name: 'TimeError', code: 'outsideCalendar' })
    expect(() => now.day(day('2012-12-31'))).toThrow(refused)
    expect(now.day(day('2013-01-02'))).toMatchObject({ known: false })
    expect(now.day(day('2032-12-31'))).toMatchObject({ known: false })
    for (const act of [
      () => now.day(day('2033-01-01')),
      () => now.next(day('2032-12-31')),
      () => now.previous(day('2013-01-01')),
      () => now.between(day('2032-01-01'), day('2033-01-01')),
      () => now.isSettled(day('2012-01-01'), today),
    ])
      expect(act).toThrow(refused)
    expect(() => now.add(day('2033-01-01'), 0)).toThrow('2013-01-01–2032-12-31: 2033-01-01')
  })
})

describe('the day and its hours', () => {
  const received = (text: string, minute: number) => sameDayDue(now, instantAt(day(text), minute), 17 * 60)

  test('当日办结: that day before the cut-off, otherwise the next working day', () => {
    expect(received('2019-04-03', 17 * 60 - 1)).toBe('2019-04-03')
    expect(received('2019-04-03', 17 * 60)).toBe('2019-04-09')
    expect(received('2019-04-06', 9 * 60)).toBe('2019-04-09')
    expect(received('2019-04-28', 9 * 60)).toBe('2019-04-28')
    expect(now.next(day('2019-04-30'))).toBe('2019-05-05')
  })

  test('a due day closes at 24:00 unless business hours are set', () => {
    expect(closeOf(day('2019-04-10'), wholeDay)).toBe(Date.UTC(2019, 3, 10, 16))
    expect(closeOf(day('2019-04-10'), { ...wholeDay, closeMinute: 18 * 60 })).toBe(Date.UTC(2019, 3, 10, 10))
  })
})

describe('the data', () => {
  test('ids are unique, every year has both notices, and none was published after its days began', () => {
    expect(new Set(calendarNotices().map(({ id }) => id)).size).toBe(calendarNotices().length)
    for (let year = 2014; year <= 2026; year += 1) {
      for (const authority of ['national', 'guangxi']) {
        expect(calendarNotices().some((notice) => notice.year === year && notice.authority === authority)).toBe(true)
      }
    }
    for (const notice of calendarNotices()) {
      const days = notice.entries.flatMap(({ off, work }) => [...off, ...work])
      expect(days.every((each) => each > notice.published)).toBe(true)
    }
  })
})
