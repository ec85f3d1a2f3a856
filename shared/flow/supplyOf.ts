import type { SupplySource, SupplyUse } from '../contract/vocabulary'
import { sourceText } from '../rules/publicRules'
import { type SupplyAnswer, supplyClass } from '../rules/supply'
import { deployment } from './deployment'
import type { CaseState } from './state'

/**
 * 供电方式 of a wish for power. Nobody is asked what kind of area theirs is: the rules treat the kinds alike where a
 * deployment supplies low voltage in all of them, so none of the favoured ones is claimed.
 * Throws RangeError for a business without a capacity (kVA).
 */
export const supplyOf = (use: SupplyUse, capacityKva: number | null, sources: SupplySource): SupplyAnswer =>
  supplyClass(
    {
      applicantKind: use,
      capacityKva,
      areaKind: 'other',
      // A home is supplied at low voltage, whatever else was ticked.
      dualSource: use === 'business' && sources === 'dual',
      voltage35kV: use === 'business' && sources === 'over35kV',
    },
    deployment,
  )

/** Why a case is of its class, and where that is written. */
export function whyClass({ use, capacityKva, sources }: Pick<CaseState, 'use' | 'capacityKva' | 'sources'>): string {
  const { because, source } = supplyOf(use, capacityKva, sources)
  return `${because}（${sourceText(source)}）`
}
