import type { MaterialGroupCode, SupplyChange, SupplyUse, TaskKind } from '../contract/vocabulary'
import type { WarningLevel } from '../rules/warnings'

interface PaperInput {
  group: MaterialGroupCode
  kind: string
  pictures: string[]
}

/** An intention, parsed and free of personal data but for the identity number a submission is checked by. */
export type Command =
  | {
      type: 'submit'
      personId: string
      use: SupplyUse
      change: SupplyChange
      byAgent: boolean
      vatInvoice: boolean
      capacityKva: number | null
      district: string
      identity: { kind: string; number: string; pictures: string[] }
      property: { kind: string; pictures: string[] } | null
      signature: string
      consentNotice: string
      formDigest: string
      /** Null where the district has nobody. */
      managerId: string | null
    }
  | { type: 'accept' }
  | { type: 'supplement'; paper: PaperInput }
  | { type: 'collect'; paper: PaperInput }
  | { type: 'visit'; externalLine: boolean; meterPosition: string; note: string; papers: PaperInput[] }
  | { type: 'energize'; meterNumber: string }
  | { type: 'correct'; signature: string; formDigest: string }
  | { type: 'withdraw' }
  | { type: 'warn'; task: TaskKind; level: WarningLevel }
  /** Settles what a newly known calendar changes; every command does so first, this one does nothing else. */
  | { type: 'recount' }
