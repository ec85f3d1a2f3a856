import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { type PromiseInput, promise } from '@shared/rules/promise'
import { instantAt, localDate } from '@shared/time/localDate'
import type { Stop } from '@shared/time/stopwatch'

const day = localDate
export const calendar = calendarAsOf(day('2026-11-23'))
/** A Beijing day at a minute of it; 10:00 unless told. */
export const at = (text: string, minute = 600) => instantAt(day(text), minute)
/** `startedAt` is the event the stage counts from, or acceptance. */
export const ask = ({ startedAt, ...input }: Partial<PromiseInput> & { startedAt: number }) =>
  promise({
    ruleSet: 'liuzhou-2019@2019-02-28',
    customerClass: 'resident',
    stage: 'connection',
    externalLine: true,
    stops: [],
    calendar,
    starts: { submission: startedAt, acceptance: startedAt, inspectionRequest: startedAt },
    ...input,
  })
/** 竣工检验不合格. */
export const failed = (from: string, to: string | null): Stop => ({
  from: day(from),
  to: to === null ? null : day(to),
  party: 'customer',
  reason: 'inspectionFailed',
  evidence: 'list-1',
})
