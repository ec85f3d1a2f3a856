import { connectionCosts } from './costs'
import type { Limit } from './limit'
import { stageClocks } from './limitsOf'
import { amountText, sourceText } from './publicRules'
import type { RuleSet } from './ruleSets'
import { lowVoltageUpTo } from './supply'
import type { CustomerClass, Stage } from './vocabulary'

/** 最晚多久、多少钱: what one kind of customer asks first, answered from the limits in force. */
export interface PublicAnswer {
  who: string
  days: string[]
  cost: string
  /** Where the days stand, and where the cost does. */
  sources: string[]
}

const WHO: Record<CustomerClass, string> = {
  resident: '居民，家里用',
  lowVoltage: `小店、小微企业，${lowVoltageUpTo.kva}千伏安以内`,
  hvSingle: '高压，一路电源',
  hvDual: '高压，两路电源或35千伏及以上',
}

/** A rule set that times a class nowhere has no answer for it. */
export const publicAnswers = (ruleSet: RuleSet): PublicAnswer[] =>
  (['resident', 'lowVoltage', 'hvSingle', 'hvDual'] as const).flatMap((customerClass) => {
    const low = customerClass === 'resident' || customerClass === 'lowVoltage'
    const limits = low
      ? [strictest(ruleSet, customerClass, 'connection', false), strictest(ruleSet, customerClass, 'connection', true)]
      : [strictest(ruleSet, customerClass, 'scheme'), strictest(ruleSet, customerClass, 'energization')]
    const [first, second] = limits
    const cost = connectionCosts.find(({ customerClasses }) => customerClasses.includes(customerClass))
    if (!(first && second && cost)) return []
    const [one, two] = [amountText(first.amount), amountText(second.amount)]
    const days = low
      ? [`从受理到通电：不用架外线${one}，要架外线${two}`]
      : [`从受理到答复供电方案：${one}`, `您报验以后到通电：${two}`, '中间您自己施工的时间，由您安排，不算在内']
    return [
      { who: WHO[customerClass], days, cost: cost.text, sources: [sourceText(first.source), sourceText(cost.source)] },
    ]
  })

/** The least working days any authority in force gives the stage from its own beginning to its end. */
function strictest(ruleSet: RuleSet, customerClass: CustomerClass, stage: Stage, externalLine = true) {
  const { starts, stops } = stageClocks[stage]
  const binding = ruleSet.limits.filter(
    (limit: Limit) =>
      limit.customerClass === customerClass &&
      limit.clockStarts === starts &&
      limit.clockStops === stops &&
      limit.measure === 'max' &&
      limit.status === 'inForce' &&
      limit.amount.unit === 'workingDay' &&
      (limit.externalLine ?? externalLine) === externalLine &&
      limit.threeZeros !== false,
  )
  return binding.sort((a, b) => a.amount.value - b.amount.value).at(0)
}
