import type { CustomerClass, DocumentKind, SupplyChange, TaskKind } from '../contract/vocabulary'
import type { Backfill, CaseState } from './state'

/** How cases, tasks and documents are called in front of people. */
export const TASK_TITLES: Record<TaskKind, string> = {
  accept: '核对身份并受理',
  visit: '上门勘察并取资料',
  reply: '答复供电方案',
  review: '会签供电方案',
  inspect: '竣工检验',
  energize: '装表送电',
  outage: '安排停电计划',
  newDay: '告诉用户新的日子',
  contact: '联系用户，问进度',
  complaint: '答复投诉',
  confirmTime: '核实补传时间',
}

/** Physical acts, as people say them. */
export const ACT_TITLES: Record<Backfill['act'], string> = {
  surveyed: '上门勘察',
  collected: '收材料',
  inspected: '竣工检验',
  energized: '装表送电',
}

export const DAY_PARTS = { morning: '上午', afternoon: '下午' } as const

export const DOCUMENT_TITLES: Record<DocumentKind, string> = {
  notice: '受理通知书',
  scheme: '供电方案答复单',
  problems: '竣工检验问题清单',
}

const CLASS_TITLES: Record<CustomerClass, string> = {
  resident: '居民',
  lowVoltage: '小微企业',
  hvSingle: '高压',
  hvDual: '高压双电源',
}

/** What the road ends with: power, or where there is power already, more of it. */
export const endOf = (change: SupplyChange): string => (change === 'increase' ? '增容' : '通电')

export function titleOfCase({ customerClass, sources, change }: CaseState): string {
  const who = sources === 'over35kV' && customerClass === 'hvDual' ? '35千伏及以上' : CLASS_TITLES[customerClass]
  return `${who}${change === 'increase' ? '增容' : '用电'}`
}
