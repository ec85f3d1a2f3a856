import { maskIdNumber } from '../certificates/mask'
import {
  type ApplicantAction,
  applicantAction,
  type CaseCard,
  type CaseView,
  type StaffAction,
  type StaffCaseView,
  type Standing,
  staffAction,
} from '../contract/case'
import type { ProposalView } from '../contract/proposals'
import type { Role } from '../contract/vocabulary'
import type { WorkingCalendar } from '../time/calendar'
import type { Instant } from '../time/localDate'
import { picturesFor } from './casePictures'
import { pauseOf } from './clocks'
import { nextOf } from './describe'
import {
  anomaliesView,
  appointmentView,
  backfillsView,
  complaintsView,
  documentsOf,
  type PointNames,
  reviewsView,
  roundsView,
  schemeView,
  slotsOf,
  templatesView,
  timeView,
  type Words,
} from './detailViews'
import { dueAtOf } from './dueAtOf'
import type { RecordedEvent } from './events'
import { materialsOf, wantedGroups } from './materials'
import { missedView } from './missed'
import { outcomeOf } from './outcome'
import { isPermitted } from './permissions'
import { promisedWhat, promiseOf, standingOf } from './promiseOf'
import { promiseViewOf } from './promiseView'
import { type Colleague, recordForApplicant, recordForStaff } from './record'
import { roadOf } from './road'
import type { CaseState } from './state'
import { endOf, titleOfCase } from './titles'
import { whyClass } from './whyClass'

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
  /** What was said about complaints. */
  words: readonly Words[]
}

/** Everything a view is made of. */
export interface CaseFacts {
  id: string
  version: number
  state: CaseState
  address: string
  /** What the points of its scheme are called now; null without a scheme. */
  point: PointNames | null
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
    promised: promisedWhat(state),
    end: endOf(state.change),
    provisional: promised?.provisional ?? false,
    energizedAt: state.energizedAt,
    standing: caseStanding(state, calendar, now),
    next: nextOf(state, calendar, now),
  }
}

/** How a case stands against what it was promised; with power, against every promise of the whole road. */
function caseStanding(state: CaseState, calendar: WorkingCalendar, now: Instant): Standing {
  if (state.status === 'withdrawn') return 'withdrawn'
  if (pauseOf(state)) return 'paused'
  const outcome = outcomeOf(state, calendar)
  if (outcome) return outcome.kept ? 'kept' : 'missed'
  return standingOf(dueAtOf(state, calendar), now)
}

function commonOf(facts: CaseFacts, { forms, words }: Pick<Person, 'forms' | 'words'>) {
  const { state, calendar, version, now } = facts
  const promised = promiseOf(state, calendar)
  return {
    ...cardOf(facts),
    version,
    acceptedAt: state.acceptedAt,
    promise: promised && promiseViewOf(state, promised, calendar, now),
    time: timeView(state, calendar, now),
    materials: state.status === 'withdrawn' ? [] : materialsOf(state),
    missed: missedView(state, calendar),
    road: roadOf(state, promised, calendar),
    capacityKva: state.capacityKva,
    whyClass: whyClass(state),
    meterPosition: state.meterPosition,
    meterNumber: state.meterNumber,
    appointment: appointmentView(state, now),
    slots: slotsOf(state, calendar, now),
    scheme: schemeView(state, facts.point),
    outage: state.outage,
    rounds: roundsView(state),
    anomalies: anomaliesView(state),
    complaints: complaintsView(state, words, calendar, now),
    backfills: backfillsView(state),
    stars: state.stars,
    documents: documentsOf(state),
    outcome: outcomeOf(state, calendar),
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
  const { state } = facts
  const { anomalies, ...common } = commonOf(facts, person)
  return {
    ...common,
    // What happened is theirs to know; notes and evidence are working papers.
    anomalies: anomalies.map((one) => ({ ...one, note: '', pictures: [] })),
    history: recordForApplicant(history),
    manager,
    applicant: { name: person.name, number: maskIdNumber(person.identityNumber) },
    contact: { name: person.contactName, phone: person.phone, address: person.address },
    byAgent: state.byAgent,
    signature: state.status === 'withdrawn' ? null : (state.signatures.at(-1) ?? null),
    actions: applicantAction.options.filter(
      (action) => isPermitted(state.status, action, 'applicant') && isOpen(action, state, facts.calendar, facts.now),
    ),
  }
}

/** Whether there is anything to do about an action the table allows. */
function isOpen(action: ApplicantAction | StaffAction, state: CaseState, calendar: WorkingCalendar, now: Instant) {
  switch (action) {
    case 'supplement':
    case 'collect':
      return wantedGroups(state).length > 0
    case 'replacePaper':
      return Object.keys(state.papers).length > 0
    case 'appoint':
      return slotsOf(state, calendar, now).length > 0
    case 'rate':
      return state.stars === null
    case 'giveNewDay':
      return state.missed !== null && state.missed.newDay === null
    case 'scheduleOutage':
      return state.outage !== null
    case 'resolveAnomaly':
      return state.anomalies.some(({ resolvedAt }) => resolvedAt === null)
    case 'confirmTime':
      return state.backfills.some(({ standing }) => standing === 'asked')
    case 'answerComplaint':
      return state.complaints.some(({ answeredAt }) => answeredAt === null)
    default:
      return true
  }
}

/** Who looks, and the colleagues a case mentions. */
export interface StaffViewer {
  id: string
  role: Role
  manager: { id: string; name: string } | null
  colleagues: ReadonlyMap<string, Colleague>
  proposals: readonly ProposalView[]
}

/** What a member of staff sees of a case within their reach; what else runs at its address is looked up beside it. */
export function staffView(
  facts: CaseFacts,
  history: readonly RecordedEvent[],
  person: Person,
  { id, role, manager, colleagues, proposals }: StaffViewer,
): Omit<StaffCaseView, 'sameAddress'> {
  const { state, calendar, now } = facts
  const reviews = reviewsView(state, colleagues, id)
  return {
    // Whoever gives an opinion on a scheme reads nobody's complaints.
    ...commonOf(facts, role === 'reviewer' ? { ...person, words: [] } : person),
    history: recordForStaff(history, colleagues),
    applicant: {
      name: person.name,
      number: maskIdNumber(person.identityNumber),
      // A reviewer gives an opinion on a scheme and calls nobody.
      phone: role === 'reviewer' ? '' : person.phone,
      contact: role === 'reviewer' ? '' : person.contactName,
    },
    byAgent: state.byAgent,
    channel: state.channel,
    numberAsPrinted: state.numberAsPrinted,
    district: state.district,
    location: person.location,
    manager,
    pictures: picturesFor(state, role),
    proposals: role === 'reviewer' ? [] : [...proposals],
    reviews,
    urgedAt: state.urgedAt,
    templates: templatesView(state),
    actions: staffAction.options.filter(
      (action) =>
        isPermitted(state.status, action, role) &&
        isOpen(action, state, calendar, now) &&
        (action !== 'requestInspection' || state.channel !== 'online') &&
        (action !== 'review' || reviews.some(({ mine, at }) => mine && at === null)),
    ),
  }
}
