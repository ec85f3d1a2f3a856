import { createHash } from 'node:crypto'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { promise } from '@shared/rules/promise'
import {
  addDays,
  beijingDay,
  beijingMinuteOfDay,
  endOfDay,
  instantAt,
  localDate,
  startOfDay,
  weekday,
} from '@shared/time/localDate'

/** Run by test/tools/timeZone.test.ts in a process of its own for each time zone: prints what the rules answer there. */
const calendar = calendarAsOf(localDate('2026-11-23'))
const ask = (startedAt: number) =>
  promise({
    ruleSet: 'liuzhou-2019@2019-02-28',
    customerClass: 'resident',
    stage: 'connection',
    externalLine: null,
    starts: { acceptance: startedAt },
    stops: [],
    calendar,
  })

const hash = createHash('sha256')
for (let day = localDate('2018-01-01'); day < '2027-02-01'; day = addDays(day, 5)) {
  hash.update(JSON.stringify([day, startOfDay(day), endOfDay(day), weekday(day), calendar.add(day, 5)]))
  for (const minute of [0, 479, 480, 481, 1439]) {
    const at = instantAt(day, minute)
    hash.update(JSON.stringify([beijingDay(at), beijingMinuteOfDay(at)]))
  }
  hash.update(JSON.stringify(ask(instantAt(day, 1439))))
}
const sample = ask(instantAt(localDate('2019-04-03'), 600)).dueDay
console.log(JSON.stringify({ offset: new Date(0).getTimezoneOffset(), digest: hash.digest('hex'), sample }))
