import type { SupplySource, SupplyUse } from '../contract/vocabulary'
import { type SupplyAnswer, supplyClass } from '../rules/supply'
import { deployment } from './deployment'

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
