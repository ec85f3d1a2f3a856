import type { Limit } from './limit'
import { materialRows } from './materialRows'
import { abolishedStages, processes } from './process'
import type { RuleSet } from './ruleSets'
import {
  authorityTitles,
  type CustomerClass,
  clockEndTitles,
  clockStartTitles,
  customerClassTitles,
  type Source,
  stageTitles,
} from './vocabulary'

/** 办事指南: everything here is plain Chinese made from the data in force, so it cannot differ from what is applied. */
export interface PublicRules {
  title: string
  /** The rule set shown. */
  ruleSetId: string
  processes: { customerClasses: CustomerClass[]; who: string; stages: string[]; source: string }[]
  /** 已取消的环节. */
  abolished: { titles: string[]; source: string }
  materials: {
    customerClasses: CustomerClass[]
    who: string
    title: string
    oneOf: string[]
    when: string
    source: string
  }[]
  limits: PublicLimit[]
  /** 已施行而未收录期限的文件. */
  unread: { document: string; from: string; missing: string }[]
}

export interface PublicLimit {
  customerClass: CustomerClass
  who: string
  /** 环节, or what the limit spans. */
  what: string
  /** '有外线工程', '无外线工程', or empty. */
  line: string
  authority: string
  /** '不超过2个工作日', '当日办结', '平均不超过4个工作日'. */
  text: string
  clock: string
  source: string
  note: string
}

export function publicRules(ruleSet: RuleSet): PublicRules {
  return {
    title: ruleSet.title,
    ruleSetId: ruleSet.id,
    processes: processes.map(({ customerClasses, stages, source }) => ({
      customerClasses: [...customerClasses],
      who: whoOf(customerClasses),
      stages: stages.map((stage) => stageTitles[stage]),
      source: sourceText(source),
    })),
    abolished: { titles: [...abolishedStages.titles], source: sourceText(abolishedStages.source) },
    materials: materialRows.map((row) => ({
      customerClasses: [...(row.customerClasses ?? [])],
      who: whoOf(row.customerClasses ?? []),
      title: row.title,
      oneOf: row.oneOf.map(({ title, condition }) => (condition ? `${title}(${condition})` : title)),
      when: row.when ?? '',
      source: sourceText(row.source),
    })),
    limits: ruleSet.limits.map((limit) => ({
      customerClass: limit.customerClass,
      who: customerClassTitles[limit.customerClass],
      what: whatOf(limit),
      line: limit.externalLine === undefined ? '' : limit.externalLine ? '有外线工程' : '无外线工程',
      authority: authorityTitles[limit.authority],
      text: limitText(limit),
      clock: `自${clockStartTitles[limit.clockStarts]}起至${clockEndTitles[limit.clockStops]}止`,
      source: sourceText(limit.source),
      note: limit.note ?? '',
    })),
    unread: ruleSet.unread,
  }
}

/** '不超过2个工作日', '当日办结', '平均不超过4个工作日', '目标:不超过5个工作日'. */
export function limitText(limit: Pick<Limit, 'amount' | 'measure' | 'status'>): string {
  const measured = limit.measure === 'mean' ? '平均' : ''
  const aim = limit.status === 'target' ? '目标：' : ''
  return limit.amount.unit === 'sameDay' ? '当日办结' : `${aim}${measured}不超过${amountText(limit.amount)}`
}

/** '2个工作日', '5天', '1个月', '当日'. */
export function amountText({ value, unit }: Limit['amount']): string {
  switch (unit) {
    case 'sameDay':
      return '当日'
    case 'workingDay':
      return `${value}个工作日`
    case 'calendarDay':
      return `${value}天`
    case 'month':
      return `${value}个月`
  }
}

const confidenceTexts: Record<Source['confidence'], string> = {
  text: '',
  secondary: '(据转载)',
  draft: '(据征求意见稿)',
}

/** Document, article, and how sure it is. A document known by its number alone takes no title marks. */
export const sourceText = ({ document, section, confidence }: Source): string =>
  `${document.endsWith('号') ? document : `《${document}》`}${section}${confidenceTexts[confidence]}`

/** What a limit spans where it is not one stage: '办电全过程', '供电企业办理合计'; empty for a stage. */
export const spanText = ({ scope }: Pick<Limit, 'scope'>): string => (scope === 'stage' ? '' : scopeTexts[scope])

const scopeTexts: Record<Exclude<Limit['scope'], 'stage'>, string> = {
  utility: '供电企业办理合计',
  whole: '办电全过程',
  approvals: '行政审批',
}

function whatOf({ scope, stage }: Limit): string {
  if (scope !== 'stage') return scopeTexts[scope]
  if (stage === null || stage === 'inspection') return '竣工检验'
  return stageTitles[stage]
}

const whoOf = (customerClasses: readonly CustomerClass[]): string =>
  customerClasses.length === 0 ? '所有用户' : customerClasses.map((each) => customerClassTitles[each]).join('、')
