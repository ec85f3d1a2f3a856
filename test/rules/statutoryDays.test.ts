import { calendarAsOf, calendarOf } from '@shared/rules/calendar/calendarAsOf'
import { LUNAR_YEARS, lunarDatesOf } from '@shared/rules/calendar/lunarDates'
import { type CalendarNotice, calendarNotices } from '@shared/rules/calendar/notices'
import { ARRANGED_AROUND, type Holiday, holidayLaws, statutoryDaysOf } from '@shared/rules/calendar/statutoryDays'
import { addDays, daysBetween, instantAt, localDate, weekday } from '@shared/time/localDate'
import { getSolarDateFromLunar, getSolarTermDate } from 'chinese-days'
import { Lunar } from 'lunar-typescript'
import { ask } from './asking'
import { eachDay, plusDays } from './guangxiOracle'
import { holidaysByLaw } from './lawOracle'
import { qingmingMoment } from './sunOracle'

const day = localDate
const today = day('2026-11-23')
const now = calendarAsOf(today)
const years = Array.from({ length: LUNAR_YEARS.last - LUNAR_YEARS.first + 1 }, (_, n) => LUNAR_YEARS.first + n)
const daysOff = (year: number, knownOn = today) => statutoryDaysOf(year, knownOn).map((each) => each.day)

describe('the dated table', () => {
  test.each(years)('%s is what two libraries and the sun say', (year) => {
    const { newYear, sanyuesan, qingming, dragonBoat, midAutumn } = lunarDatesOf(year)
    const ours = [newYear, sanyuesan, dragonBoat, midAutumn].map((monthDay) => `${year}-${monthDay}`)
    const lunar = [[1, 1] as const, [3, 3] as const, [5, 5] as const, [8, 15] as const]
    expect(ours).toEqual(lunar.map(([month, date]) => Lunar.fromYmd(year, month, date).getSolar().toYmd()))
    expect(ours).toEqual(lunar.map(([month, date]) => getSolarDateFromLunar(`${year}-${month}-${date}`).date))
    expect([
      Lunar.fromYmd(year, 3, 1).getJieQiTable().清明.toYmd(),
      getSolarTermDate(year, 4, 'pure_brightness'),
      qingmingMoment(year).slice(0, 10),
    ]).toEqual(Array(3).fill(`${year}-${qingming}`))
    // The weeks left open for Guangxi's notice hold it.
    expect(sanyuesan > '03-22' && sanyuesan < '04-30').toBe(true)
  })

  test('the new year of 2027 and 2030, which ICU has a day off', () => {
    expect([lunarDatesOf(2027).newYear, lunarDatesOf(2030).newYear]).toEqual(['02-06', '02-03'])
  })

  test('a year it does not have is refused by name', () => {
    const refused = expect.objectContaining({ name: 'RulesError', code: 'noLunarDates' })
    for (const year of [LUNAR_YEARS.first - 1, LUNAR_YEARS.last + 1, Number.NaN])
      expect(() => lunarDatesOf(year)).toThrow(refused)
  })
})

describe('全国年节及纪念日放假办法', () => {
  test('its days are those a second reading of it gives, whole years through', () => {
    const differing: unknown[] = []
    for (let year = 2025; year <= LUNAR_YEARS.last; year += 1) {
      const ours = new Map(statutoryDaysOf(year, today).map((each) => [each.day as string, each.holidays]))
      for (const each of eachDay(`${year}-01-01`, `${year}-12-31`)) {
        const expected = holidaysByLaw(each)
        if (String(ours.get(each) ?? []) !== String(expected)) differing.push([each, ours.get(each), expected])
      }
    }
    expect(differing).toEqual([])
  })

  test('除夕 is the day before 初一, the 29th or the 30th of its month', () => {
    const eves = [2025, 2027, 2028, 2029, 2030, 2031, 2032, 2033].map((year) => daysOff(year)[1])
    expect(eves).toEqual(
      '2025-01-28 2027-02-05 2028-01-25 2029-02-12 2030-02-02 2031-01-22 2032-02-10 2033-01-30'.split(' '),
    )
  })

  test('each revision from its own day: 除夕 off to 2013, worked to 2024, off again', () => {
    const rest = (year: number) => daysOff(year).filter((each) => Math.abs(daysBetween(newYearOf(year), each)) < 5)
    expect(rest(2013)).toEqual(['2013-02-09', '2013-02-10', '2013-02-11'])
    expect(rest(2014)).toEqual(['2014-01-31', '2014-02-01', '2014-02-02'])
    expect(rest(2024)).toEqual(['2024-02-10', '2024-02-11', '2024-02-12'])
    expect(rest(2025)).toEqual(['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'])
    expect([2013, 2014, 2025].map((year) => statutoryDaysOf(year, today)[0].law.document)).toEqual(
      ['513', '644', '795'].map((number) => expect.stringContaining(`国务院令第${number}号`)),
    )
  })

  test('nobody knew the days of 2025 by the new law before it was published', () => {
    expect(daysOff(2025, day('2024-11-09'))).not.toContain('2025-01-28')
    expect(daysOff(2025, day('2024-11-10'))).toContain('2025-01-28')
    const versions = ['2024-11-09', '2024-11-10', '2024-11-12'].map((each) => calendarAsOf(day(each)).version)
    expect(new Set(versions).size).toBe(3)
  })

  test('how many days each revision gives', () => {
    expect(holidayLaws.map(({ days }) => Object.values(days).reduce((total, { count }) => total + count, 0))).toEqual([
      7, 10, 11, 11, 13,
    ])
  })

  test('中秋节 within 国庆节 is one day of both, and a repeated month repeats nothing', () => {
    const within = [2028, 2031].map((year) => statutoryDaysOf(year, today).filter((each) => each.holidays.length > 1))
    expect(within.flat().map((each) => [each.day, each.holidays.join()])).toEqual([
      ['2028-10-03', '中秋节,国庆节'],
      ['2031-10-01', '中秋节,国庆节'],
    ])
    expect([daysOff(2028).length, daysOff(2031).length]).toEqual([12, 12])
    expect(daysOff(2028)).not.toContain('2028-06-27')
    expect(daysOff(2031)).not.toContain('2031-04-24')
  })

  test('every yearly notice gives every statutory day', () => {
    for (let year = 2014; year <= 2026; year += 1) {
      const off = calendarNotices()
        .filter((notice) => notice.authority === 'national' && notice.year === year)
        .flatMap(({ entries }) => entries.flatMap((entry) => entry.off))
      expect([year, daysOff(year).filter((each) => !off.includes(each))]).toEqual([year, []])
    }
  })
})

const newYearOf = (year: number) => day(`${year}-${lunarDatesOf(year).newYear}`)

describe('a year without its notice', () => {
  test('no day of 2027 to 2032 on which the law rests is ever promised, however long and from whenever', () => {
    const promised = new Set<string>()
    for (const start of eachDay('2026-10-01', '2032-08-31'))
      for (let n = 1; n <= 45; n += 1) promised.add(now.add(day(start), n))
    const resting = [...eachDay('2027-01-01', '2032-12-31')].filter((each) => holidaysByLaw(each).length > 0)
    expect(resting.filter((each) => promised.has(each))).toEqual([])
    expect(resting.every((each) => now.day(day(each)).known)).toBe(true)
    expect(['2027-01-01', '2027-02-05', '2027-10-01'].every((each) => resting.includes(each))).toBe(true)
  })

  test.each([
    ['hvDual', 'scheme', '2026-12-09', '2026-12-31'],
    ['hvDual', 'scheme', '2026-12-10', '2027-01-04'],
    ['hvSingle', 'scheme', '2026-12-24', '2027-01-04'],
    ['lowVoltage', 'connection', '2026-12-28', '2027-01-04'],
    ['resident', 'connection', '2026-12-30', '2027-01-04'],
  ] as const)('%s %s from %s is promised for %s, provisionally', (customerClass, stage, start, dueDay) => {
    const asked = ask({ customerClass, stage, startedAt: instantAt(day(start), 600) })
    expect(asked).toMatchObject({ dueDay, provisional: true })
  })

  test('received on New Year it is the next working day’s', () => {
    const asked = ask({ customerClass: 'resident', stage: 'application', startedAt: instantAt(day('2027-01-01'), 600) })
    expect(asked).toMatchObject({ dueDay: '2027-01-04', provisional: true })
  })

  test('off by law is certain and says which law; around it days are open; far from any holiday they are settled', () => {
    expect(now.day(day('2027-02-05'))).toEqual({
      working: false,
      reason: 'holiday',
      name: '春节',
      source: '全国年节及纪念日放假办法（国务院令第795号）',
      known: true,
    })
    // A Saturday that is worked in many years, and the Monday that may be given for 初一 on it.
    expect(now.day(day('2027-01-30'))).toEqual({ working: false, reason: 'open', known: false })
    expect(now.day(day('2027-02-09'))).toEqual({ working: true, reason: 'open', known: false })
    expect(now.day(day('2027-07-15'))).toEqual({ working: true, reason: 'workday', known: true })
    expect(now.day(day('2027-07-17'))).toEqual({ working: false, reason: 'weekend', known: true })
  })

  test('every weekday near a statutory day that fell on a weekend is open: nobody has named the one owed', () => {
    for (let year = 2027; year <= 2032; year += 1) {
      for (const each of daysOff(year).filter((off) => weekday(off) === 0 || weekday(off) === 6)) {
        const near = [-3, -2, -1, 1, 2, 3, 4, 5].map((n) => addDays(each, n))
        // Statutory itself, or open; 元旦 reaches 29 December at the earliest.
        expect(near.filter((next) => now.day(next).reason === 'workday')).toEqual([])
      }
    }
  })

  test('三月三 without its notice is provisional, never off for certain', () => {
    for (let year = 2027; year <= 2032; year += 1) {
      const its = now.day(day(`${year}-${lunarDatesOf(year).sanyuesan}`))
      const isLaw = its.reason === 'holiday' && its.known
      expect([year, its.known]).toEqual([year, isLaw && its.name === '清明节'])
    }
  })

  test('no notice since 2014 arranged a day farther from its holiday than is left open', () => {
    const beyond: string[] = []
    for (const { authority, year, entries } of calendarNotices()) {
      if (authority !== 'national') continue
      const statutory = statutoryDaysOf(year, day(`${year}-12-31`))
      for (const { name, off, work } of entries) {
        const own = statutory.filter(({ holidays }) => holidays.some((holiday) => name.includes(holiday)))
        const reach = ({ holidays }: { holidays: Holiday[] }) => holidays.map((holiday) => ARRANGED_AROUND[holiday])
        for (const each of [...off, ...work]) {
          const isLeftOpen = own.some((its) => {
            const after = daysBetween(its.day, each)
            return reach(its).some((around) => after >= -around.before && after <= around.after)
          })
          if (!isLeftOpen) beyond.push(`${name} ${each}`)
        }
      }
    }
    // A holiday of that year alone, by a notice of its own.
    expect(new Set(beyond.map((each) => each.split(' ')[0]))).toEqual(new Set(['抗战胜利70周年纪念日']))
  })

  test('when the notice comes a day may move either way, and then it is certain', () => {
    const invented = (entries: CalendarNotice['entries']): CalendarNotice => ({
      id: 'invented',
      authority: 'national',
      year: 2027,
      document: '虚构的通知',
      published: day('2026-11-24'),
      publishedIs: 'exact',
      confidence: 'secondary',
      entries,
    })
    const due = (entries: CalendarNotice['entries']) => {
      const calendar = calendarOf([...calendarNotices(), invented(entries)], day('2026-11-24'))
      const to = calendar.add(day('2026-12-30'), 2)
      return [to, calendar.isSettled(day('2026-12-30'), to)]
    }
    expect(now.add(day('2026-12-30'), 2)).toBe('2027-01-04')
    expect(due([])).toEqual(['2027-01-04', true])
    expect(due([{ name: '元旦', off: [], work: [day('2027-01-03')] }])).toEqual(['2027-01-03', true])
    expect(due([{ name: '元旦', off: [day('2027-01-04')], work: [] }])).toEqual(['2027-01-05', true])
    // What the notice forgets is still the law.
    expect(due([{ name: '元旦', off: [day('2027-01-02')], work: [] }])).toEqual(['2027-01-04', true])
  })

  test('the years before are as they were: what is off by law was off by notice', () => {
    const differing = [...eachDay('2025-01-01', '2026-12-31')].filter(
      (each) => holidaysByLaw(each).length > 0 && now.day(day(each)).working,
    )
    expect(differing).toEqual([])
    expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})
