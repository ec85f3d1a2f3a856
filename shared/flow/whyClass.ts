import { sourceText } from '../rules/publicRules'
import type { CaseState } from './state'
import { supplyOf } from './supplyOf'

/** Why a case is of its class, and where that is written. */
export function whyClass({ use, capacityKva, sources }: Pick<CaseState, 'use' | 'capacityKva' | 'sources'>): string {
  const { because, source } = supplyOf(use, capacityKva, sources)
  return `${because}（${sourceText(source)}）`
}
