import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { type WarningQuestion, warningDue, warningLevels, warningRows, warningsAhead } from '@shared/rules/warnings'
import { wholeDay } from '@shared/time/closing'
import { addDays, localDate } from '@shared/time/localDate'
import fc from '../support/fastCheck'

const calendar = calendarAsOf(localDate('2026-11-23'))
const beijing = (text: string) => Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
const HOURS = 3_600_000
const ask = (question: Partial<WarningQuestion>) =>
  warningsAhead(calendar, {
    dueDay: localDate('2019-04-10'),
    since: beijing('2019-04-03 10:00'),
    said: null,
    closing: wholeDay,
    morningMinute: 510,
    graceMs: 2 * HOURS,
    ...question,
  })

test('each threshold in its turn, in working days around the due day', () => {
  expect(ask({})).toEqual([
    { level: 'oneDayLeft', at: beijing('2019-04-09 08:30') },
    { level: 'dueToday', at: beijing('2019-04-10 08:30') },
    { level: 'overdue', at: beijing('2019-04-11 00:00') },
    { level: 'overdueOneDay', at: beijing('2019-04-11 08:30') },
  ])
  // The working day before 9 April 2019 is 3 April; the one after 30 April is 5 May.
  expect(ask({ dueDay: localDate('2019-04-09'), since: 0 })[0].at).toBe(beijing('2019-04-03 10:30') - 2 * HOURS)
  expect(ask({ dueDay: localDate('2019-04-30'), since: 0 }).at(-1)?.at).toBe(beijing('2019-05-05 08:30'))
})

test('business hours close a due day earlier', () => {
  const closing = { cutOffMinute: 1050, closeMinute: 1080 }
  expect(ask({ closing })[2]).toEqual({ level: 'overdue', at: beijing('2019-04-10 18:00') })
})

test('what was said is not said again', () => {
  expect(warningLevels.map((said) => ask({ said }).map(({ level }) => level))).toEqual([
    ['dueToday', 'overdue', 'overdueOneDay'],
    ['overdue', 'overdueOneDay'],
    ['overdueOneDay'],
    [],
  ])
})

test('work that only just arrived is left alone for a while, but never past its end', () => {
  const first = (since: string) => ask({ since: beijing(since) })[0]
  expect(first('2019-04-09 10:00')).toEqual({ level: 'dueToday', at: beijing('2019-04-10 08:30') })
  expect(first('2019-04-09 08:00')).toEqual({ level: 'oneDayLeft', at: beijing('2019-04-09 10:00') })
  expect(first('2019-04-10 15:00')).toEqual({ level: 'dueToday', at: beijing('2019-04-10 17:00') })
  expect(first('2019-04-10 23:00')).toEqual({ level: 'dueToday', at: beijing('2019-04-11 00:00') })
})

test('work that arrives late is overdue at once, and what was passed before it is not warned of', () => {
  expect(ask({ since: beijing('2019-04-11 02:00') })).toEqual([
    { level: 'overdue', at: beijing('2019-04-11 00:00') },
    { level: 'overdueOneDay', at: beijing('2019-04-11 08:30') },
  ])
  expect(ask({ since: beijing('2019-04-20 02:00') }).map(({ level }) => level)).toEqual(['overdueOneDay'])
})

test('a sweep that comes late gives the gravest that is due, and none before the first', () => {
  const ahead = ask({})
  expect(warningDue(ahead, beijing('2019-04-09 08:30') - 1)).toBeNull()
  expect(warningDue(ahead, beijing('2019-04-09 08:30'))).toBe('oneDayLeft')
  expect(warningDue(ahead, beijing('2019-04-11 00:00') - 1)).toBe('dueToday')
  expect(warningDue(ahead, beijing('2019-04-30 00:00'))).toBe('overdueOneDay')
  expect(warningDue([], beijing('2019-04-30 00:00'))).toBeNull()
})

test('warnings grow graver with time and reach further, whatever the case', () => {
  const start = localDate('2019-03-01')
  fc.assert(
    fc.property(fc.nat(2500), fc.nat(10 * 24), fc.constantFrom(null, ...warningLevels), (offset, hours, said) => {
      const dueDay = calendar.next(addDays(start, offset))
      const ahead = ask({ dueDay, since: Date.parse(dueDay) - hours * HOURS, said })
      const order = ahead.map(({ level }) => warningLevels.indexOf(level))
      expect(order).toEqual([...order].sort((a, b) => a - b))
      expect(ahead.map(({ at }) => at)).toEqual(ahead.map(({ at }) => at).sort((a, b) => a - b))
      if (said === null) expect(order.at(-1)).toBe(warningLevels.length - 1)
      expect(order.every((each) => said === null || each > warningLevels.indexOf(said))).toBe(true)
    }),
  )
  expect(warningRows.map(({ level }) => level)).toEqual([...warningLevels])
  warningRows.forEach(({ tell }, index) => {
    for (const who of warningRows[index - 1]?.tell ?? []) expect(tell).toContain(who)
  })
})

test('work that arrives on the very minute of a warning has passed it', () => {
  const at = (since: string) => ask({ since: beijing(since) }).map(({ level }) => level)
  expect(at('2019-04-09 08:29')[0]).toBe('oneDayLeft')
  expect(at('2019-04-09 08:30')[0]).toBe('dueToday')
})
