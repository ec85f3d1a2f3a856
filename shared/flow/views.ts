import { maskIdNumber } from '../certificates/mask'
import type { CaseCard, CaseView, HistoryLine, StaffCaseView } from '../contract/case'
import type { MaterialGroupCode, Role } from '../contract/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import type { Instant } from '../time/localDate'
import { nextOf, sentenceOf, titleOfCase } from './describe'
import { dueAtOf } from './dueAtOf'
import type { RecordedEvent } from './events'
import { materialsOf, titleOfGroup, wantedGroups } from './materials'
import { isPermitted } from './permissions'
import { promiseOf, standingOf } from './promiseOf'
import { promiseViewOf } from './promiseView'
import type { CaseState } from './state'
import { outcomeOf, timelineOf } from './timeline'

/** Who applied and where: the erasable part, kept outside the ledger. */
export interface Person {
  name: string
  identityKind: string
  identityNumber: string
  phone: string
  contactName: string
  address: string
  location: { latitude: number; longitude: number } | null
  /** Every form signed, oldest first. */
  forms: readonly { signedAt: Instant; digest: string }[]
}

/** Everything a view is made of. */
export interface CaseFacts {
  id: string
  version: number
  state: CaseState
  address: string
  calendar: WorkingCalendar
  now: Instant
}

/** One running or finished case on a list. Carries no number and no phone. */
export function cardOf({ id, state, address, calendar, now }: CaseFacts): CaseCard {
  const promised = promiseOf(state, calendar)
  return {
    id,
    status: state.status,
    customerClass: state.customerClass,
    title: titleOfCase(state),
    address,
    submittedAt: state.submittedAt,
    dueDay: promised?.dueDay ?? null,
    provisional: promised?.provisional ?? false,
    energizedAt: state.energizedAt,
    standing: state.status === 'withdrawn' ? 'withdrawn' : standingOf(dueAtOf(state, calendar), state.energizedAt, now),
    next: nextOf(state, wantedGroups(state).map(titleOfGroup)),
  }
}

function commonOf(facts: CaseFacts, history: readonly RecordedEvent[], { forms }: Person) {
  const { state, calendar, version } = facts
  const promised = promiseOf(state, calendar)
  return {
    ...cardOf(facts),
    version,
    acceptedAt: state.acceptedAt,
    promise: promised && promiseViewOf(state, promised, calendar),
    materials: state.status === 'withdrawn' ? [] : materialsOf(state),
    timeline: timelineOf(state, promised, calendar),
    history: history.map(historyLineOf),
    capacityKva: state.capacityKva,
    meterPosition: state.meterPosition,
    meterNumber: state.meterNumber,
    outcome: outcomeOf(state, promised, calendar),
    forms: forms.map(({ signedAt, digest }) => ({ signedAt, digest })),
  }
}

/** What the applicant sees of their own case. */
export function applicantView(
  facts: CaseFacts,
  history: readonly RecordedEvent[],
  person: Person,
  manager: { name: string; phone: string } | null,
): CaseView {
  return {
    ...commonOf(facts, history, person),
    // Warnings are the utility's own business; the applicant sees the standing itself.
    history: history.filter(({ event }) => event.type !== 'warned').map(historyLineOf),
    manager,
    applicant: { name: person.name, number: maskIdNumber(person.identityNumber) },
    contact: { name: person.contactName, phone: person.phone, address: person.address },
    byAgent: facts.state.byAgent,
    signature: facts.state.status === 'withdrawn' ? null : (facts.state.signatures.at(-1) ?? null),
  }
}

/** What a member of staff sees of a case within their reach. */
export function staffView(
  facts: CaseFacts,
  history: readonly RecordedEvent[],
  person: Person,
  manager: { id: string; name: string } | null,
  role: Role,
): StaffCaseView {
  const { state } = facts
  const everything = ['accept', 'visit', 'energize', 'collect'] as const
  return {
    ...commonOf(facts, history, person),
    applicant: {
      name: person.name,
      number: maskIdNumber(person.identityNumber),
      phone: person.phone,
      contact: person.contactName,
    },
    location: person.location,
    manager,
    pictures: picturesOf(state),
    actions: everything.filter(
      (action) => isPermitted(state.status, action, role) && (action !== 'collect' || wantedGroups(state).length > 0),
    ),
  }
}

/** Every picture a case holds, and what it is of; none once it was withdrawn. */
export function picturesOf(state: CaseState): StaffCaseView['pictures'] {
  if (state.status === 'withdrawn') return []
  const papers = Object.entries(state.papers).flatMap(([group, paper]) =>
    paper.pictures.map((picture) => ({ picture, purpose: group, title: titleOfGroup(group as MaterialGroupCode) })),
  )
  return [...papers, ...state.signatures.map((picture) => ({ picture, purpose: 'signature', title: '申请人签名' }))]
}

export function historyLineOf({ seq, at, by, event }: RecordedEvent): HistoryLine {
  return { seq, at, by: by.role, text: sentenceOf(event) }
}
