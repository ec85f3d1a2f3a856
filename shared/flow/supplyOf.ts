import type { SupplyUse } from '../contract/vocabulary'
import { type SupplyAnswer, supplyClass } from '../rules/supply'
import { deployment } from './deployment'

/**
 * 供电方式 of a wish for power. Nobody is asked what kind of area theirs is: the rules treat the kinds alike where a
 * deployment supplies low voltage in all of them, so none of the favoured ones is claimed.
 * Throws RangeError for a business without a capacity (kVA).
 */
export const supplyOf = (use: SupplyUse, capacityKva: number | null): SupplyAnswer =>
  supplyClass({ applicantKind: use, capacityKva, areaKind: 'other' }, deployment)
