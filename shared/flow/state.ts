import type {
  CustomerClass,
  MaterialGroupCode,
  Status,
  SupplyChange,
  SupplyUse,
  TaskKind,
} from '../contract/vocabulary'
import type { ApplicantKind } from '../rules/materialRows'
import type { WarningLevel } from '../rules/warnings'
import type { Instant } from '../time/localDate'
import type { Actor, CaseEvent, EventOf } from './events'

/** A paper that has arrived. */
export interface Paper {
  kind: string
  pictures: string[]
  at: Instant
  via: 'online' | 'visit'
}

/** What a case's history amounts to: the fold of its events, and nothing else. */
export interface CaseState {
  status: Status
  personId: string
  use: SupplyUse
  change: SupplyChange
  byAgent: boolean
  vatInvoice: boolean
  customerClass: CustomerClass
  applicantKind: ApplicantKind
  capacityKva: number | null
  district: string
  /** One a signing, oldest first. */
  signatures: string[]
  managerId: string | null
  ruleSetId: string | null
  submittedAt: Instant
  acceptedAt: Instant | null
  surveyedAt: Instant | null
  energizedAt: Instant | null
  withdrawnAt: Instant | null
  /** Null until surveyed. */
  externalLine: boolean | null
  meterPosition: string | null
  meterNumber: string | null
  papers: Partial<Record<MaterialGroupCode, Paper>>
  /** What the one notice named; null before it was given. */
  notified: MaterialGroupCode[] | null
  /** How far each task's deadline has been warned about. */
  warned: Partial<Record<TaskKind, WarningLevel>>
}

/** Nothing is owed any more: there is power, or the application was taken back. */
export const isClosed = (status: Status): boolean => status === 'energized' || status === 'withdrawn'

/** Every picture a case holds. */
export const pictureIdsOf = ({ papers, signatures }: CaseState): string[] => [
  ...Object.values(papers).flatMap(({ pictures }) => pictures),
  ...signatures,
]

/** One step of the fold. `at` is the event's instant. Throws on a history that starts with anything but a submission. */
export function evolve(state: CaseState | null, event: CaseEvent, at: Instant): CaseState {
  if (event.type === 'submitted') return submitted(event, at)
  if (!state) throw new Error(`a history cannot start with ${event.type}`)
  switch (event.type) {
    case 'assigned':
      return { ...state, managerId: event.managerId }
    case 'accepted':
      return { ...state, status: 'accepted', acceptedAt: at, ruleSetId: event.ruleSetId }
    case 'notified':
      return { ...state, notified: event.wanted }
    case 'collected': {
      const { kind, pictures, via } = event
      return { ...state, papers: { ...state.papers, [event.group]: { kind, pictures, via, at } } }
    }
    case 'surveyed':
      return {
        ...state,
        status: 'surveyed',
        surveyedAt: at,
        externalLine: event.externalLine,
        meterPosition: event.meterPosition,
      }
    case 'energized':
      return { ...state, status: 'energized', energizedAt: at, meterNumber: event.meterNumber }
    case 'corrected':
      return { ...state, signatures: [...state.signatures, event.signature] }
    case 'withdrawn':
      return { ...state, status: 'withdrawn', withdrawnAt: at }
    case 'warned':
      return { ...state, warned: { ...state.warned, [event.task]: event.level } }
    case 'recounted':
      // What was said was about another day.
      return event.from === event.to ? state : { ...state, warned: {} }
  }
}

function submitted(event: EventOf<'submitted'>, at: Instant): CaseState {
  const { kind, pictures } = event.identity
  return {
    status: 'submitted',
    personId: event.personId,
    use: event.use,
    change: event.change,
    byAgent: event.byAgent,
    vatInvoice: event.vatInvoice,
    customerClass: event.customerClass,
    applicantKind: event.applicantKind,
    capacityKva: event.capacityKva,
    district: event.district,
    signatures: [event.signature],
    managerId: null,
    ruleSetId: null,
    submittedAt: at,
    acceptedAt: null,
    surveyedAt: null,
    energizedAt: null,
    withdrawnAt: null,
    externalLine: null,
    meterPosition: null,
    meterNumber: null,
    papers: pictures.length > 0 ? { identity: { kind, pictures, at, via: 'online' } } : {},
    notified: null,
    warned: {},
  }
}

/** Folds a whole history, oldest first. Null for an empty one. */
export function foldHistory(history: readonly { event: CaseEvent; at: Instant; by: Actor }[]): CaseState | null {
  return history.reduce<CaseState | null>((state, { event, at }) => evolve(state, event, at), null)
}
