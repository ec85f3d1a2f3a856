import type { Limit } from './limit'
import { processes } from './process'
import type { RuleSet } from './ruleSets'
import { RulesError } from './rulesError'
import type { ClockEnd, ClockStart, CustomerClass, Stage } from './vocabulary'

/** The stage of a case that is asked about. */
export interface StageQuestion {
  customerClass: CustomerClass
  stage: Stage
  externalLine: boolean
}

/** The event the plan's clock of each stage starts with, and the one it ends with. */
export const stageClocks: Record<Stage, { starts: ClockStart; stops: ClockEnd }> = {
  application: { starts: 'submission', stops: 'accepted' },
  connection: { starts: 'acceptance', stops: 'energized' },
  scheme: { starts: 'acceptance', stops: 'schemeReplied' },
  energization: { starts: 'inspectionRequest', stops: 'energized' },
}

/** Asked for every case and every page, and the same each time. */
const answers = new WeakMap<RuleSet, Map<string, readonly Limit[]>>()

/**
 * The limits of all authorities that end with the same event as this stage, whatever event or stretch they count from:
 * the stage's own, the utility's total, the whole process. The city's come first. Means bind no single case and are not
 * among them. Throws RulesError: `noLimit` when none is there, `severalLimits` when one authority's document times the
 * same stretch twice.
 */
export function limitsOf(ruleSet: RuleSet, about: StageQuestion): readonly Limit[] {
  const known = answers.get(ruleSet) ?? new Map<string, readonly Limit[]>()
  answers.set(ruleSet, known)
  const key = `${about.customerClass} ${about.stage} ${about.externalLine}`
  const found = known.get(key) ?? lookUp(ruleSet, about)
  known.set(key, found)
  return found
}

function lookUp(ruleSet: RuleSet, about: StageQuestion): readonly Limit[] {
  const found = hasStage(about) ? ruleSet.limits.filter((limit) => times(limit, about)) : []
  const which = `${about.customerClass} ${about.stage} in ${ruleSet.id}`
  if (found.length === 0) throw new RulesError('noLimit', `no limit for ${which}`)
  const stretches = found.map(stretchOf)
  const twice = stretches.find((stretch, index) => stretches.indexOf(stretch) !== index)
  if (twice) throw new RulesError('severalLimits', `more than one limit of ${twice} for ${which}`)
  return found
}

const hasStage = ({ customerClass, stage }: StageQuestion): boolean =>
  processes.some(({ customerClasses, stages }) => customerClasses.includes(customerClass) && stages.includes(stage))

function times(limit: Limit, { customerClass, stage, externalLine }: StageQuestion): boolean {
  return (
    limit.customerClass === customerClass &&
    limit.measure === 'max' &&
    limit.clockStops === stageClocks[stage].stops &&
    (limit.externalLine ?? externalLine) === externalLine &&
    // 三(三)3: all low voltage is connected free of charge to the meter, which is what 三零 asks of it.
    limit.threeZeros !== false
  )
}

/** What makes two limits rivals: the same authority's word, in the same document, on the same stretch. */
const stretchOf = ({ authority, source, scope, clockStarts, status }: Limit) =>
  JSON.stringify([authority, source.document, scope, clockStarts, status])
