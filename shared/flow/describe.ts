import type { TaskKind } from '../contract/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import { beijingDay, type Instant } from '../time/localDate'
import { shortDay, spokenDay } from '../time/spokenTime'
import { titleOfGroup, wantedGroups } from './materials'
import type { CaseState } from './state'
import { taskOwed, tasksOwed } from './tasks'

/** Whose turn it is and what happens next, in one plain sentence. */
export function nextOf(
  state: CaseState,
  calendar: WorkingCalendar,
  now: Instant,
): { who: 'utility' | 'applicant' | 'nobody'; what: string } {
  const papers = wantedGroups(state).map(titleOfGroup).join('、')
  const connecting = papers ? `收齐${papers}后装表送电` : '装表送电'
  switch (state.status) {
    case 'submitted':
      return { who: 'utility', what: acceptedWhen(state, calendar, now) }
    case 'accepted':
      return { who: 'utility', what: papers ? `客户经理上门勘察，顺便取${papers}` : '客户经理上门勘察' }
    case 'surveyed':
      return { who: 'utility', what: connecting }
    case 'planning':
      return { who: 'utility', what: '编制供电方案，书面答复您' }
    case 'replied':
      return {
        who: 'applicant',
        what: `请您按方案施工。完工后拍下竣工报告，在这里申请检验${guidance(state, calendar)}`,
      }
    case 'inspecting':
      return { who: 'utility', what: '到现场检验，合格后装表送电' }
    case 'remedying':
      return { who: 'applicant', what: `请您对照问题清单逐条改好，再在这里重新报验${guidance(state, calendar)}` }
    case 'passed':
      return { who: 'utility', what: `检验合格，${connecting}` }
    case 'energized':
      return { who: 'nobody', what: '可以放心用电了' }
    case 'withdrawn':
      return { who: 'nobody', what: '已撤回，证件照片和个人资料已删除' }
  }
}

/** 当日办结: what came in after hours is the next working day's, and a day that has passed is promised to nobody. */
function acceptedWhen(state: CaseState, calendar: WorkingCalendar, now: Instant): string {
  const { dueDay, dueAt, provisional } = taskOwed(state, calendar)!
  if (now >= dueAt) return `客户经理本该在${spokenDay(dueDay)}受理，已经晚了，您可以催办`
  const sameDay = beijingDay(state.submittedAt) === dueDay
  return sameDay
    ? '客户经理会在当天与您核对身份并受理'
    : `客户经理最晚${spokenDay(dueDay, provisional)}与您核对身份并受理`
}

/** What the account manager last advised, and by when they ask again. */
function guidance(state: CaseState, calendar: WorkingCalendar): string {
  const owed = tasksOwed(state, calendar).find(({ kind }) => kind === 'contact')!
  const last = state.contacts.at(-1)
  const said = last ? `。${shortDay(beijingDay(last.at))}客户经理的建议：${last.advice}` : ''
  return `${said}。客户经理最晚${spokenDay(owed.dueDay, owed.provisional)}联系您，问进度、帮您解决困难`
}

/** What would cure a warning: the work itself, with the papers it still waits for. */
export function cureOf(task: TaskKind, state: CaseState): string {
  const wanted = wantedGroups(state).map(titleOfGroup).join('、')
  switch (task) {
    case 'accept':
      return state.numberAsPrinted ? '看证件核对号码并受理' : '核对身份并受理'
    case 'visit':
      return wanted ? `上门勘察，并取${wanted}` : '上门勘察'
    case 'reply':
      return state.reviews.some(({ at }) => at === null) ? '不等会签，答复供电方案' : '答复供电方案'
    case 'review':
      return '写下会签意见'
    case 'inspect':
      return '到现场检验'
    case 'energize':
      return wanted ? `取${wanted}后装表送电` : '装表送电'
    case 'outage':
      return '向调度申请停电'
    case 'confirmTime':
      return '向用户核实做完的时间'
    case 'newDay':
      return '告诉用户新的日子'
    case 'contact':
      return '问工程进度，提醒用户'
    case 'complaint':
      return '答复投诉'
  }
}
