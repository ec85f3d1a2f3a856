import { pointsOf, schemeTemplates } from '@shared/rules/schemes'
import type { Random } from '../../../support/random'
import type { Walk } from './Walk'

const POINTS = [
  { line: '10千伏城站线', pole: '12号杆' },
  { line: '10千伏河东线', pole: '7号杆' },
]
type Points = [point: (typeof POINTS)[number], standby: (typeof POINTS)[number] | null]

/** Mostly a scheme that fits with as many points as it has, now and then another, or with one more or less. */
export function schemeAt<Said>(random: Random, { state }: Walk, said: (points: Points) => Said) {
  const fitting = schemeTemplates.filter(({ customerClass }) => customerClass === state?.customerClass)
  const template = random.pick(fitting.length > 0 && random.below(8) > 0 ? fitting : schemeTemplates)
  const right = pointsOf(template, { sources: state?.sources ?? 'single' })
  const two = (right === 2) !== (random.below(12) === 0)
  return { template: template.code, ...said([POINTS[0], two ? POINTS[1] : null]) }
}
