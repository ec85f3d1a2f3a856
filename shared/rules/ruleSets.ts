import { addDays, type LocalDate, localDate } from '../time/localDate'
import type { Limit } from './limit'
import { allLimits } from './limits'
import { RulesError } from './rulesError'
import { liuzhouPlan, opinion2025 } from './sources'
import type { Stage } from './vocabulary'

/** Whose rules a deployment stands under: the city's beside those above it, or the nation's alone. */
export type Place = 'liuzhou' | 'nation'

/**
 * 规则集: everything a case is held to, pinned at acceptance by `id` and never changed under it.
 * A new one begins whenever any authority's limit begins or ends, so that within one nothing moves.
 */
export interface RuleSet {
  /** `<plan>@<validFrom>` */
  id: string
  place: Place
  title: string
  validFrom: LocalDate
  /** Last day for new cases; null while no successor is known. */
  validTo: LocalDate | null
  /** What began or ended that day. */
  because: string
  /** Of every authority of the place, in force on `validFrom`. */
  limits: Limit[]
  /** Which of them make the promise: a place may commit itself today to what is only a target. */
  commitsTo: readonly Limit['status'][]
  /** Stages these rules give no time for: known to be empty, not forgotten. */
  untimed: readonly Stage[]
  /** Documents in force whose figures this build does not know. */
  unread: { document: string; from: string; missing: string }[]
}

/** A place's rules through time: the days on which something changed for it. */
interface Plan extends Pick<RuleSet, 'place' | 'title' | 'commitsTo' | 'untimed'> {
  id: string
  covers: (limit: Limit) => boolean
  changes: readonly { from: string; because: string }[]
}

const plans: readonly Plan[] = [
  {
    id: 'liuzhou-2019',
    place: 'liuzhou',
    title: liuzhouPlan.title,
    covers: () => true,
    commitsTo: ['inForce'],
    untimed: [],
    changes: [
      { from: liuzhouPlan.validFrom, because: '柳州市方案的时限公布执行' },
      { from: '2019-04-30', because: '“水电气”受理专窗:规划、开挖许可7个工作日' },
      { from: '2020-12-31', because: '发改能源规〔2020〕1479号:低压小微企业全过程25个工作日' },
      { from: '2021-12-31', because: '发改能源规〔2020〕1479号:低压小微企业全过程20个工作日' },
      { from: '2022-12-31', because: '发改能源规〔2020〕1479号:低压小微企业全过程15个工作日,及其余指标' },
      { from: '2024-06-01', because: '新版供电营业规则施行,1996年版废止' },
      { from: opinion2025.from, because: '国家深化“获得电力”的意见,2029年目标' },
    ],
  },
  {
    id: 'nation-2025',
    place: 'nation',
    title: '国家规定,以2029年目标为承诺',
    covers: ({ city }) => city === null,
    commitsTo: ['inForce', 'target'],
    untimed: ['application'],
    changes: [{ from: opinion2025.from, because: '国家深化“获得电力”的意见' }],
  },
]

/** Documents known to bind, whose figures are not known here: named, never guessed. */
const unreadDocuments: readonly { document: string; from: string; missing: string; of: readonly Place[] }[] = [
  {
    document: '供电营业规则(国家发展改革委令第14号)',
    from: '2024-06-01',
    missing: '各类用户的办理期限',
    of: ['liuzhou', 'nation'],
  },
  { document: opinion2025.title, from: opinion2025.from, missing: '居民和高压用户的时限', of: ['nation'] },
]

/** Every rule set of every place, each place's oldest first; `validateRuleSets` holds when they are built and in tests. */
export const ruleSets: readonly RuleSet[] = plans.flatMap(({ id, covers, changes, ...plan }) =>
  changes.map(({ from, because }, index) => {
    const validFrom = localDate(from)
    const next = changes[index + 1]
    return {
      ...plan,
      id: `${id}@${from}`,
      validFrom,
      validTo: next ? addDays(localDate(next.from), -1) : null,
      because,
      limits: allLimits.filter((limit) => covers(limit) && isValid(limit, validFrom)),
      unread: unreadDocuments
        .filter((each) => each.from <= validFrom && each.of.includes(plan.place))
        .map(({ of: _of, ...each }) => each),
    }
  }),
)

/** The one rule set for cases accepted on `day`; throws RulesError where there is none, or more than one. */
export function ruleSetOn(day: LocalDate, place: Place, among: readonly RuleSet[] = ruleSets): RuleSet {
  const [found, ...more] = among.filter((ruleSet) => ruleSet.place === place && isValid(ruleSet, day))
  if (!found) throw new RulesError('noRuleSet', `no rule set of ${place} on ${day}`)
  if (more.length > 0) throw new RulesError('severalRuleSets', `${more.length + 1} rule sets of ${place} on ${day}`)
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
