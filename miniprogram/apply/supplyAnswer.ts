import type { Draft } from '@shared/contract/application'
import { supplyOf } from '@shared/flow/supplyOf'
import type { SupplyAnswer } from '@shared/rules/supply'

type Wish = Pick<Draft, 'use' | 'capacityKva' | 'sources'>

/** Which class of customer the draft is, and why, as soon as it says enough; by the rules, without asking the server. */
export const supplyAnswer = ({ use, capacityKva, sources = 'single' }: Wish): SupplyAnswer | null =>
  use === 'household' || (use === 'business' && capacityKva) ? supplyOf(use, capacityKva ?? null, sources) : null

/** Supplied at 10 kV or more: its own papers, its own road. */
export function isHighVoltage(draft: Wish): boolean {
  const answer = supplyAnswer(draft)
  return answer?.customerClass === 'hvSingle' || answer?.customerClass === 'hvDual'
}
