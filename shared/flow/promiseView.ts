import type { PromiseView } from '../contract/case'
import { stopReasons } from '../rules/process'
import { type Due, explainPromise } from '../rules/promise'
import { limitText, sourceText, spanText } from '../rules/publicRules'
import { authorityTitles } from '../rules/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant, type LocalDate, weekday } from '../time/localDate'
import type { ClockDay } from '../time/stopwatch'
import type { Promised } from './promiseOf'
import type { CaseState } from './state'

/** 为什么是这一天: the promise with every day explained and every authority's limit beside it. */
export function promiseViewOf(
  state: CaseState,
  promised: Promised,
  calendar: WorkingCalendar,
  now: Instant,
): PromiseView {
  const earlierDay = promised.earlierIf?.dueDay ?? null
  const days = explainPromise(promised, calendar)
  return {
    dueDay: promised.dueDay,
    dueAt: promised.dueAt,
    provisional: promised.provisional,
    startDay: promised.clock.start,
    days: days.map((each) => ({ day: each.day, counted: each.counted, reason: reasonOf(each) })),
    notices: [...new Set(days.flatMap(({ kind }) => kind.source ?? []))],
    limit: limitView(promised, promised.dueDay),
    others: promised.others.flatMap((due) => (due.dueDay ? [limitView(due, due.dueDay)] : [])),
    earlierDay,
    earlierProvisional: promised.earlierIf?.provisional ?? false,
    earlierPassed: earlierDay !== null && earlierDay < beijingDay(now),
    late: latenessOf(promised, state.energizedAt ?? now, calendar),
    externalLine: state.externalLine,
    ruleSet: state.ruleSetId!,
  }
}

/** How late a promise is at `at`; null while it is kept. Over a weekend it is late by no working day yet. */
function latenessOf({ dueDay, dueAt }: Promised, at: Instant, calendar: WorkingCalendar): PromiseView['late'] {
  const until = beijingDay(at)
  return at >= dueAt ? { workingDays: calendar.between(dueDay, until), until } : null
}

const limitView = ({ limit, provisional }: Due, dueDay: LocalDate): PromiseView['limit'] => ({
  authority: authorityTitles[limit.authority],
  limit: `${spanText(limit)}${limitText(limit)}`,
  dueDay,
  provisional,
  source: sourceText(limit.source),
})

const stopTitle = (code: string) => stopReasons.find((reason) => reason.code === code)?.title ?? '不计时'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

function reasonOf({ day, kind, stop }: ClockDay): string {
  if (stop) return `停表：${stopTitle(stop.reason)}`
  const unsure = kind.known ? '' : '（放假通知未出，暂按此计）'
  switch (kind.reason) {
    case 'holiday':
      return kind.name ?? '法定节假日'
    case 'makeUp':
      return `调休上班${unsure}`
    case 'weekend':
      return WEEKDAYS[weekday(day)]
    case 'workday':
    case 'open':
      return `${kind.working ? '工作日' : WEEKDAYS[weekday(day)]}${unsure}`
  }
}
