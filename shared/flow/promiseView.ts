import type { PromiseView } from '../contract/case'
import { type Due, explainPromise } from '../rules/promise'
import { limitText, sourceText } from '../rules/publicRules'
import { authorityTitles } from '../rules/vocabulary'
import type { DayKind, WorkingCalendar } from '../time/calendar'
import { beijingDay, type LocalDate, weekday } from '../time/localDate'
import type { Promised } from './promiseOf'
import type { CaseState } from './state'

/** 为什么是这一天: the promise with every day explained and every authority's limit beside it. */
export function promiseViewOf(state: CaseState, promised: Promised, calendar: WorkingCalendar): PromiseView {
  return {
    dueDay: promised.dueDay,
    dueAt: promised.dueAt,
    provisional: promised.provisional,
    startDay: beijingDay(state.acceptedAt!),
    days: explainPromise(promised, calendar).map(({ day, counted, kind }) => ({
      day,
      counted,
      reason: reasonOf(day, kind),
    })),
    limit: limitView(promised, promised.dueDay),
    others: promised.others.flatMap((due) => (due.dueDay ? [limitView(due, due.dueDay)] : [])),
    earlierDay: promised.earlierIf?.dueDay ?? null,
    externalLine: state.externalLine,
    ruleSet: state.ruleSetId!,
  }
}

const limitView = ({ limit }: Due, dueDay: LocalDate): PromiseView['limit'] => ({
  authority: authorityTitles[limit.authority],
  limit: limitText(limit),
  dueDay,
  source: sourceText(limit.source),
})

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

function reasonOf(day: LocalDate, kind: DayKind): string {
  const unsure = kind.known ? '' : '（放假通知未出，暂按此计）'
  switch (kind.reason) {
    case 'holiday':
      return kind.name ?? '法定节假日'
    case 'makeUp':
      return `调休上班${unsure}`
    case 'weekend':
      return WEEKDAYS[weekday(day)]
    case 'workday':
    case 'unpublished':
      return `${kind.working ? '工作日' : WEEKDAYS[weekday(day)]}${unsure}`
  }
}
