import { addDays } from '../time/localDate'
import { limitsOf, stageClocks } from './limitsOf'
import { processes } from './process'
import type { RuleSet } from './ruleSets'
import { RulesError } from './rulesError'

/**
 * Checks that rule sets time every case exactly once. Throws RulesError `badRuleSet` naming the fact: a gap or an overlap
 * between two sets of a place, a limit that begins or ends inside a set, a stage without a limit of its own clock that is
 * not declared untimed (or is declared so and has one), a stretch timed twice, an id used twice.
 */
export function validateRuleSets(ruleSets: readonly RuleSet[]): void {
  const fail = (fact: string): never => {
    throw new RulesError('badRuleSet', fact)
  }
  ruleSets.forEach((ruleSet, index) => {
    if (ruleSets.findIndex(({ id }) => id === ruleSet.id) !== index) fail(`${ruleSet.id} is there twice`)
    checkNeighbour(ruleSet, ruleSets, fail)
    for (const { id, validFrom, validTo } of ruleSet.limits) {
      const isInForce = validFrom <= ruleSet.validFrom && (validTo === null || validTo >= ruleSet.validFrom)
      if (!isInForce) fail(`${id} is not in force when ${ruleSet.id} begins`)
      if (validTo !== null && (ruleSet.validTo === null || validTo < ruleSet.validTo))
        fail(`${id} ends inside ${ruleSet.id}`)
    }
    checkStages(ruleSet, fail)
  })
}

/** Each set of a place begins the day after the one before it ended; only the last has no end. */
function checkNeighbour(ruleSet: RuleSet, all: readonly RuleSet[], fail: (fact: string) => never): void {
  const { id, place, validFrom, validTo } = ruleSet
  const next = all.find((other) => other.place === place && other.validFrom > validFrom)
  if (validTo === null) {
    if (next) fail(`${id} has no end but is followed by ${next.id}`)
    return
  }
  if (validTo < validFrom) fail(`${id} ends before it begins`)
  if (!next) fail(`${id} ends and nothing follows it`)
  else if (next.validFrom > addDays(validTo, 1)) fail(`a gap between ${id} and ${next.id}`)
  else if (next.validFrom <= validTo) fail(`${id} and ${next.id} overlap`)
}

function checkStages(ruleSet: RuleSet, fail: (fact: string) => never): void {
  for (const { customerClasses, stages } of processes) {
    for (const customerClass of customerClasses) {
      for (const stage of stages) {
        for (const externalLine of [true, false]) {
          const timed = isTimed(ruleSet, { customerClass, stage, externalLine }, fail)
          const declared = ruleSet.untimed.includes(stage)
          if (timed === declared) fail(`${customerClass} ${stage} ${timed ? 'is' : 'is not'} timed by ${ruleSet.id}`)
        }
      }
    }
  }
}

function isTimed(ruleSet: RuleSet, about: Parameters<typeof limitsOf>[1], fail: (fact: string) => never): boolean {
  const { starts } = stageClocks[about.stage]
  try {
    return limitsOf(ruleSet, about).some(
      (limit) =>
        ruleSet.commitsTo.includes(limit.status) &&
        (limit.clockStarts === starts || limit.clockStarts === 'acceptance'),
    )
  } catch (error) {
    if (error instanceof RulesError && error.code === 'noLimit') return false
    return fail(error instanceof Error ? error.message : String(error))
  }
}
