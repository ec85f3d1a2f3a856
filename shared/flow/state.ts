import type {
  AppointmentFor,
  Channel,
  CustomerClass,
  DayPart,
  MaterialGroupCode,
  Status,
  SupplyChange,
  SupplySource,
  SupplyUse,
} from '../contract/vocabulary'
import type { AnomalyCode } from '../rules/anomalies'
import type { ComplaintTopic } from '../rules/complaints'
import type { ContactObstacle } from '../rules/contacts'
import type { ApplicantKind } from '../rules/materialRows'
import type { SchemeCode } from '../rules/schemes'
import type { WarningLevel } from '../rules/warnings'
import type { Instant } from '../time/localDate'
import type { Problem, ProposedScheme, SaidDone, Scheme } from './events'

/** A paper that has arrived. */
export interface Paper {
  kind: string
  pictures: string[]
  at: Instant
  via: 'online' | 'visit'
}

/** A wrong paper's pictures, since when the right one stands for them. */
export interface ReplacedPaper {
  group: MaterialGroupCode
  pictures: string[]
  at: Instant
}

/** 会签: what one reviewer was asked and said of one scheme. At most one of a reviewer's waits for an answer. */
export interface Review {
  staffId: string
  department: string
  /** The scheme it is about, by its template. */
  template: SchemeCode
  /** Absent where the one who asked did not say. */
  proposed?: ProposedScheme
  askedAt: Instant
  at: Instant | null
  opinion: 'agree' | 'object' | null
  note: string
}

/** One round of 竣工检验, from the request to its result. */
export interface Inspection {
  requestedAt: Instant
  /** What was put right since the list before, in its order. */
  remedies: { pictures: string[] }[]
  at: Instant | null
  /** Null until inspected; none: passed. */
  problems: (Problem & { late: boolean })[] | null
}

/** 联系用户 in the customer's own time. */
export interface Contact {
  at: Instant
  obstacle: ContactObstacle
  expected: string | null
  advice: string
}

/** 用时异常, numbered by its place. */
export interface Anomaly {
  cause: AnomalyCode
  note: string
  pictures: string[]
  at: Instant
  /** Null while it lasts. */
  resolvedAt: Instant | null
}

/** 补传, numbered by its place: a physical act received later than it was said done. */
export interface Backfill {
  act: 'surveyed' | 'collected' | 'inspected' | 'energized'
  /** Of an inspection, its round; null otherwise. */
  round: number | null
  saidAt: Instant
  receivedAt: Instant
  standing: SaidDone['standing'] | 'confirmed' | 'declined'
}

/** 投诉, numbered by its place. */
export interface Complaint {
  topic: ComplaintTopic
  at: Instant
  answeredAt: Instant | null
}

/** What a case's history amounts to: the fold of its events, and nothing else. */
export interface CaseState {
  status: Status
  channel: Channel
  personId: string
  use: SupplyUse
  change: SupplyChange
  byAgent: boolean
  vatInvoice: boolean
  customerClass: CustomerClass
  applicantKind: ApplicantKind
  capacityKva: number | null
  sources: SupplySource
  district: string
  /** One a signing of the form, oldest first. */
  signatures: string[]
  managerId: string | null
  /** Since when that manager has had it. */
  assignedAt: Instant
  ruleSetId: string | null
  submittedAt: Instant
  acceptedAt: Instant | null
  surveyedAt: Instant | null
  repliedAt: Instant | null
  energizedAt: Instant | null
  withdrawnAt: Instant | null
  /** Null until surveyed. */
  externalLine: boolean | null
  meterPosition: string | null
  /** Pictures of the place, and the customer's signature under where line and meter will be. */
  site: string[]
  surveySignature: string | null
  meterNumber: string | null
  papers: Partial<Record<MaterialGroupCode, Paper>>
  /** The identity number fails its check, and whoever applied said that the paper has it so. */
  numberAsPrinted: boolean
  /** Papers that gave way to another, oldest first. */
  replaced: ReplacedPaper[]
  appointment: { task: AppointmentFor; day: string; part: DayPart; at: Instant } | null
  reviews: Review[]
  /** Every drawing put before reviewers. */
  drawings: string[]
  scheme: Scheme | null
  /** 停电计划; null where none is needed. */
  outage: { notBefore: string; day: string | null } | null
  /** Oldest first. */
  inspections: Inspection[]
  /** Oldest first. */
  contacts: Contact[]
  anomalies: Anomaly[]
  complaints: Complaint[]
  backfills: Backfill[]
  /** The day that was missed and is still to be made good, and the new day given for it; null where none is. */
  missed: { dueDay: string; at: Instant; newDay: { day: string; cause: AnomalyCode } | null } | null
  urgedAt: Instant | null
  /** How often a time was agreed on, words were put right, or a copy was asked for. */
  changes: number
  /** 评价; null until rated. */
  stars: number | null
  /** What the one notice named; null before it was given. */
  notified: MaterialGroupCode[] | null
  /** How far each task's deadline has been warned about, by task key. */
  warned: Record<string, WarningLevel>
  /** Task keys that were opened by whoever owes them, and those reported because nobody did. */
  read: string[]
  leftUnread: string[]
}

/** Nothing is done to the supply any more: there is power, or the application was taken back. */
export const isClosed = (status: Status): boolean => status === 'energized' || status === 'withdrawn'

/** 高压: the road with three stages. */
export const isHighVoltage = ({ customerClass }: Pick<CaseState, 'customerClass'>): boolean =>
  customerClass === 'hvSingle' || customerClass === 'hvDual'

/** The pictures of papers that gave way to others. */
export const replacedPictures = ({ replaced }: CaseState): string[] => replaced.flatMap(({ pictures }) => pictures)

/** Every picture a case holds for good; those of papers that gave way come beside. */
export const pictureIdsOf = (state: CaseState): string[] => [
  ...Object.values(state.papers).flatMap(({ pictures }) => pictures),
  ...state.site,
  ...state.drawings,
  ...(state.surveySignature ? [state.surveySignature] : []),
  ...state.inspections.flatMap(({ remedies, problems }) =>
    [...remedies, ...(problems ?? [])].flatMap(({ pictures }) => pictures),
  ),
  ...state.anomalies.flatMap(({ pictures }) => pictures),
  ...state.signatures,
]
