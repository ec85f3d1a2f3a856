import type { Status, TaskKind } from '../contract/vocabulary'
import { warningOf } from '../rules/warnings'
import { spokenDay } from '../wording'
import type { CaseEvent } from './events'
import { titleOfGroup, wantedGroups } from './materials'
import type { CaseState } from './state'

/** How cases, tasks and events are called in front of people. */
export const TASK_TITLES: Record<TaskKind, string> = {
  accept: '核对身份并受理',
  visit: '上门勘察并取资料',
  energize: '装表送电',
}

export const STEP_TITLES: Record<Status, string> = {
  submitted: '提交申请',
  accepted: '受理',
  surveyed: '上门勘察',
  energized: '装表送电',
  withdrawn: '撤回申请',
}

export const titleOfCase = (state: CaseState): string =>
  `${state.customerClass === 'resident' ? '居民' : '小微企业'}${state.change === 'increase' ? '增容' : '用电'}`

/** Whose turn it is and what happens next, in one plain sentence. */
export function nextOf(state: CaseState, wanted: string[]): { who: 'utility' | 'applicant' | 'nobody'; what: string } {
  switch (state.status) {
    case 'submitted':
      return { who: 'utility', what: '客户经理会在当天与您核对身份并受理' }
    case 'accepted':
      return {
        who: 'utility',
        what: wanted.length > 0 ? `客户经理上门勘察，顺便取${wanted.join('、')}` : '客户经理上门勘察',
      }
    case 'surveyed':
      return { who: 'utility', what: '装表送电' }
    case 'energized':
      return { who: 'nobody', what: '可以放心用电了' }
    case 'withdrawn':
      return { who: 'nobody', what: '已撤回，证件照片和个人资料已删除' }
  }
}

/** What would cure a warning: the work itself, with the papers it still waits for. */
export function cureOf(task: TaskKind, state: CaseState): string {
  const wanted = wantedGroups(state).map(titleOfGroup).join('、')
  switch (task) {
    case 'accept':
      return '核对身份并受理'
    case 'visit':
      return wanted ? `上门勘察，并取${wanted}` : '上门勘察'
    case 'energize':
      return wanted ? `取${wanted}后装表送电` : '装表送电'
  }
}

/** One event in plain words. Carries no personal data. */
export function sentenceOf(event: CaseEvent): string {
  switch (event.type) {
    case 'submitted':
      return '提交了用电申请'
    case 'assigned':
      return '指派了客户经理'
    case 'accepted':
      return '已受理，开始计时'
    case 'notified':
      return event.wanted.length > 0
        ? `一次性告知：还差${event.wanted.map(titleOfGroup).join('、')}`
        : '一次性告知：材料已齐'
    case 'collected':
      return `收到${titleOfGroup(event.group)}${event.via === 'visit' ? '（上门取）' : '（拍照提交）'}`
    case 'surveyed':
      return event.externalLine ? '已上门勘察：需要架设外部线路' : '已上门勘察：不需要架设外部线路'
    case 'energized':
      return '已装表送电'
    case 'corrected':
      return '申请人更正了申请内容，重新签了名'
    case 'withdrawn':
      return '申请人撤回了申请，个人资料已删除'
    case 'warned':
      return `“${TASK_TITLES[event.task]}”${warningOf(event.level).title}，要做的是：${event.cure}`
    case 'recounted':
      return event.from === event.to
        ? `放假安排已公布，承诺日期${event.provisional ? '仍' : '确定'}为${spokenDay(event.to)}`
        : `放假安排已公布，承诺日期由${spokenDay(event.from)}改为${spokenDay(event.to)}`
  }
}
