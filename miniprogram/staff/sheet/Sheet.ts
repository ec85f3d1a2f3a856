import type { RequestOf } from '@shared/contract'
import type { AnomalyCode } from '@shared/rules/anomalies'
import type { InspectionCode } from '@shared/rules/inspection'
import type { SchemeCode } from '@shared/rules/schemes'
import type { Slot } from '@/outbox/Entry'
import type { KeptPicture } from '@/outbox/pictures'

/** Which of its kinds each photographed paper is, by material group. */
type Kinds = Partial<Record<string, string>>

/** One line of the list an inspection ends with. */
export interface SheetProblem {
  /** Names its photographs' slot. */
  id: string
  item: InspectionCode
  what: string
  clause: string
}

/** 接入点: one of the list, or '' for a new one by its line and pole; null: not chosen yet. */
export interface ChosenPoint {
  point: string | null
  line: string
  pole: string
}

/** What is written on each kind of sheet, beside its pictures. Null: not answered yet. */
export interface Entries {
  visit: { externalLine: boolean | null; meterPosition: string; note: string; kinds: Kinds }
  /** One paper collected outside a visit. */
  collect: { kinds: Kinds }
  /** 换材料: the right paper of one group for a wrong one. */
  replacePaper: { kinds: Kinds }
  /** 竣工检验 of one round; an item without a verdict has not been looked at. */
  inspect: { round: number; verdicts: Partial<Record<InspectionCode, 'sound' | 'wrong'>>; problems: SheetProblem[] }
  energize: { meterNumber: string }
  reply: ChosenPoint & {
    template: SchemeCode | null
    /** 备用电源's; absent while the scheme has one source. */
    standby?: ChosenPoint
    outage: boolean | null
    note: string
    answerToObjections: string
  }
  review: { opinion: 'agree' | 'object' | null; note: string }
  /** 代报竣工检验 for a customer without a phone: the report's kind, and which problems of the list before are put right. */
  requestInspection: { kinds: Kinds; remedied: number[] }
  recordAnomaly: { cause: AnomalyCode | null; note: string }
}
export type SheetAction = keyof Entries
export type Purpose = RequestOf<'staff', 'startUpload'>['purpose']

export interface SheetPicture extends KeptPicture {
  /** Where on the sheet it belongs: a material group, `site`, `signature`, `evidence`, a problem's id. */
  slot: string
  purpose: Purpose
}

/**
 * What somebody writes down about a case in the field, to be handed in as one entry. It is kept on the device under its key from the
 * first letter until the entry is accepted.
 */
export interface Sheet<A extends SheetAction = SheetAction> {
  /** Names the sheet and the intention of its entry: `visit:CASE`. */
  key: string
  action: A
  caseId: string
  entry: Entries[A]
  pictures: SheetPicture[]
}

export const sheetKey = (action: SheetAction, caseId: string): string => `${action}:${caseId}`

export const picturesIn = ({ pictures }: Pick<Sheet, 'pictures'>, slot: string): SheetPicture[] =>
  pictures.filter((picture) => picture.slot === slot)

/** The pictures, each with its place in the list at `at` of the input. */
export const slotsAt = (at: string, pictures: SheetPicture[]): Slot[] =>
  pictures.map((picture, place) => ({ at: `${at}.${place}`, purpose: picture.purpose, picture }))
