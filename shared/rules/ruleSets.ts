import { addDays, type LocalDate, localDate } from '../time/localDate'
import { allLimits, type Limit } from './limits'
import { RulesError } from './rulesError'
import { liuzhouPlan } from './sources'
import type { CustomerClass, Stage } from './vocabulary'

/**
 * 规则集: everything a case is held to, pinned at acceptance by `id` and never changed under it.
 * A new one begins whenever any authority's limit begins or ends, so that within one nothing moves.
 */
export interface RuleSet {
  /** `<plan>@<validFrom>` */
  id: string
  city: 'liuzhou'
  title: string
  validFrom: LocalDate
  /** Last day for new cases; null while no successor is known. */
  validTo: LocalDate | null
  /** What began or ended that day. */
  because: string
  /** Of every authority, in force on `validFrom`. */
  limits: Limit[]
  /** Documents in force whose figures this build does not know. */
  unread: { document: string; from: string; missing: string }[]
}

/** The days on which something changed for Liuzhou. */
const changes: readonly { from: string; because: string }[] = [
  { from: liuzhouPlan.validFrom, because: '柳州市方案的时限公布执行' },
  { from: '2019-04-30', because: '“水电气”受理专窗:规划、开挖许可7个工作日' },
  { from: '2020-12-31', because: '发改能源规〔2020〕1479号:低压小微企业全过程25个工作日' },
  { from: '2021-12-31', because: '发改能源规〔2020〕1479号:低压小微企业全过程20个工作日' },
  { from: '2022-12-31', because: '发改能源规〔2020〕1479号:低压小微企业全过程15个工作日,及其余指标' },
  { from: '2024-06-01', because: '新版供电营业规则施行,1996年版废止' },
  { from: '2025-06-03', because: '国家深化“获得电力”的意见,2029年目标' },
]

/** Documents known to bind, whose figures are not known here: named, never guessed. */
const unreadDocuments: readonly { document: string; from: string; missing: string }[] = [
  { document: '供电营业规则(国家发展改革委令第14号)', from: '2024-06-01', missing: '各类用户的办理期限' },
]

/** Every rule set of every city, oldest first. */
export const ruleSets: readonly RuleSet[] = changes.map(({ from, because }, index) => {
  const validFrom = localDate(from)
  const next = changes[index + 1]
  return {
    id: `liuzhou-2019@${from}`,
    city: 'liuzhou',
    title: liuzhouPlan.title,
    validFrom,
    validTo: next ? addDays(localDate(next.from), -1) : null,
    because,
    limits: allLimits.filter((limit) => isValid(limit, validFrom)),
    unread: unreadDocuments.filter((each) => each.from <= validFrom),
  }
})

/** The one rule set for cases accepted on `day`; throws RulesError where there is none, or more than one. */
export function ruleSetOn(day: LocalDate, city: RuleSet['city']): RuleSet {
  const [found, ...more] = ruleSets.filter((ruleSet) => ruleSet.city === city && isValid(ruleSet, day))
  if (!found) throw new RulesError('noRuleSet', `no rule set of ${city} on ${day}`)
  if (more.length > 0) throw new RulesError('severalRuleSets', `${more.length + 1} rule sets of ${city} on ${day}`)
  return found
}

/** The rule set a case pinned; throws RulesError when this build does not carry it. */
export function ruleSetById(id: string): RuleSet {
  const found = ruleSets.find((ruleSet) => ruleSet.id === id)
  if (!found) throw new RulesError('unknownRuleSet', `no rule set ${id}`)
  return found
}

function isValid(range: { validFrom: LocalDate; validTo: LocalDate | null }, day: LocalDate): boolean {
  return range.validFrom <= day && (range.validTo === null || day <= range.validTo)
}

/** The event the plan's clock of each stage starts with. */
const stageStarts: Record<Stage, Limit['clockStarts']> = {
  application: 'submission',
  connection: 'acceptance',
  scheme: 'acceptance',
  energization: 'inspectionRequest',
}

/**
 * The limits of all authorities that time this stage of one case from the same event, the city's first.
 * Means, targets, and limits of other stretches are in `ruleSet.limits` but give no case a due day.
 */
export function limitsOf(
  ruleSet: RuleSet,
  about: { customerClass: CustomerClass; stage: Stage; externalLine: boolean },
): Limit[] {
  return ruleSet.limits.filter(
    (limit) =>
      limit.customerClass === about.customerClass &&
      limit.stage === about.stage &&
      (limit.externalLine ?? about.externalLine) === about.externalLine &&
      limit.scope === 'stage' &&
      limit.measure === 'max' &&
      limit.status === 'inForce' &&
      limit.clockStarts === stageStarts[about.stage],
  )
}
