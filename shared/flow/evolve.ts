import type { Instant } from '../time/localDate'
import type { Actor, CaseEvent, EventOf, SaidDone } from './events'
import { type Backfill, type CaseState, isHighVoltage, type Review } from './state'
import { isManagersKey, restsOnPromise, taskKey } from './taskKey'

/**
 * The version of this fold. Raise it with whatever makes the same events come to another state: heads folded by another are
 * folded anew from their ledgers.
 */
export const FOLD_VERSION = 8

/** One step of the fold. `at` is the event's instant. Throws on a history that starts with anything but a submission. */
export function evolve(state: CaseState | null, event: CaseEvent, at: Instant): CaseState {
  if (event.type === 'submitted') return submitted(event, at)
  if (!state) throw new Error(`a history cannot start with ${event.type}`)
  const after = evolved(state, event, at)
  return 'said' in event && event.said ? backfilled(after, { ...event, said: event.said }, at) : after
}

function evolved(state: CaseState, event: Exclude<CaseEvent, EventOf<'submitted'>>, at: Instant): CaseState {
  switch (event.type) {
    case 'assigned':
      return assigned(state, event, at)
    case 'accepted':
      return { ...state, status: 'accepted', acceptedAt: at, ruleSetId: event.ruleSetId }
    case 'notified':
      return { ...state, notified: event.wanted }
    case 'collected': {
      const { kind, pictures, via } = event
      return { ...state, papers: { ...state.papers, [event.group]: { kind, pictures, via, at } } }
    }
    case 'paperReplaced': {
      const { group, kind, pictures, via } = event
      const replaced = [...state.replaced, { group, pictures: state.papers[group]?.pictures ?? [], at }]
      return { ...state, replaced, papers: { ...state.papers, [group]: { kind, pictures, via, at } } }
    }
    case 'appointed': {
      const { task, day, part } = event
      return { ...state, appointment: { task, day, part, at }, changes: state.changes + 1 }
    }
    case 'surveyed':
      return surveyed(state, event, at)
    case 'reviewAsked':
      return reviewAsked(state, event, at)
    case 'reviewed': {
      const { staffId, opinion, note } = event
      const given = (review: Review) =>
        review.staffId === staffId && review.at === null ? { ...review, at, opinion, note } : review
      return { ...state, reviews: state.reviews.map(given) }
    }
    case 'replied':
      return { ...state, status: 'replied', repliedAt: at, scheme: event.scheme, missed: null }
    case 'outageRequested':
      return { ...state, outage: { notBefore: event.notBefore, day: null } }
    case 'outageScheduled':
      return { ...state, outage: { notBefore: state.outage!.notBefore, day: event.day } }
    case 'inspectionRequested':
      return inspectionRequested(state, event, at)
    case 'inspected': {
      const { problems } = event
      const inspections = [...state.inspections.slice(0, -1), { ...state.inspections.at(-1)!, at, problems }]
      const after = { ...state, inspections, ...asNewWork(state, [taskKey('contact')]) }
      return problems.length === 0 ? { ...after, status: 'passed' } : { ...after, status: 'remedying', missed: null }
    }
    case 'timeConfirmed':
      return timeConfirmed(state, event)
    case 'energized':
      return {
        ...state,
        status: 'energized',
        energizedAt: at,
        meterNumber: event.meterNumber,
        appointment: null,
        missed: null,
      }
    case 'corrected':
      return { ...state, signatures: [...state.signatures, event.signature], changes: state.changes + 1 }
    case 'withdrawn':
      return { ...state, status: 'withdrawn', withdrawnAt: at, appointment: null, missed: null }
    case 'contacted': {
      const { obstacle, expected, advice } = event
      const contacts = [...state.contacts, { at, obstacle, expected, advice }]
      return { ...state, contacts, ...asNewWork(state, [taskKey('contact')]) }
    }
    case 'anomalyRecorded': {
      const { cause, note, pictures } = event
      return { ...state, anomalies: [...state.anomalies, { cause, note, pictures, at, resolvedAt: null }] }
    }
    case 'anomalyResolved':
      return {
        ...state,
        anomalies: state.anomalies.map((one, index) => (index === event.number - 1 ? { ...one, resolvedAt: at } : one)),
      }
    case 'urged':
      return { ...state, urgedAt: at }
    case 'complained':
      return { ...state, complaints: [...state.complaints, { topic: event.topic, at, answeredAt: null }] }
    case 'complaintAnswered':
      return {
        ...state,
        complaints: state.complaints.map((one, index) =>
          index === event.number - 1 ? { ...one, answeredAt: at } : one,
        ),
      }
    case 'rated':
      return { ...state, stars: event.stars }
    case 'copyIssued':
      return { ...state, changes: state.changes + 1 }
    case 'taskRead':
      return { ...state, read: [...state.read, taskKey(event.task, event.of)] }
    case 'taskLeftUnread':
      return { ...state, leftUnread: [...state.leftUnread, taskKey(event.task, event.of)] }
    case 'warned':
      return { ...state, warned: { ...state.warned, [taskKey(event.task, event.of)]: event.level } }
    case 'promiseMissed':
      return { ...state, missed: { dueDay: event.dueDay, at, newDay: null }, ...asNewWork(state, [taskKey('newDay')]) }
    case 'newDayGiven':
      return { ...state, missed: { ...state.missed!, newDay: { day: event.day, cause: event.cause } } }
    case 'recounted':
      // Held to another day, it is not late by the old one.
      return event.from === event.to ? state : { ...state, warned: stillTrue(state.warned), missed: null }
  }
}

/** 补传: power there was since it was switched on. Work that follows from an act begins when the act is received. */
function backfilled(
  state: CaseState,
  { type, said, ...act }: Extract<CaseEvent, { said?: SaidDone }> & { said: SaidDone },
  receivedAt: Instant,
): CaseState {
  const round = 'round' in act ? act.round : null
  const one: Backfill = { act: type, round, saidAt: said.at, receivedAt, standing: said.standing }
  const energizedAt = type === 'energized' && said.standing === 'taken' ? said.at : state.energizedAt
  return { ...state, energizedAt, backfills: [...state.backfills, one] }
}

/** Confirmed, the said time counts in place of the received one. */
function timeConfirmed(state: CaseState, { number, right }: EventOf<'timeConfirmed'>): CaseState {
  const { act, round, saidAt } = state.backfills[number - 1]
  const standing = right ? ('confirmed' as const) : ('declined' as const)
  const backfills = state.backfills.map((one, index) => (index === number - 1 ? { ...one, standing } : one))
  if (!right) return { ...state, backfills }
  const inspections = state.inspections.map((one, index) =>
    act === 'inspected' && index + 1 === round ? { ...one, at: saidAt } : one,
  )
  return { ...state, backfills, inspections, energizedAt: act === 'energized' ? saidAt : state.energizedAt }
}

/** Whoever gets the work has not seen it yet; what reviewers and supervisors have seen, they have. */
function assigned(state: CaseState, { managerId }: EventOf<'assigned'>, at: Instant): CaseState {
  const others = (keys: string[]) => keys.filter((key) => !isManagersKey(key))
  return { ...state, managerId, assignedAt: at, read: others(state.read), leftUnread: others(state.leftUnread) }
}

/** What was said of the promised day was about another day; an outage's and a complaint's stand. */
const stillTrue = (warned: CaseState['warned']): CaseState['warned'] =>
  Object.fromEntries(Object.entries(warned).filter(([key]) => !restsOnPromise(key)))

function surveyed(state: CaseState, event: EventOf<'surveyed'>, at: Instant): CaseState {
  const { externalLine, meterPosition, site, signature } = event
  return {
    ...state,
    status: isHighVoltage(state) ? 'planning' : 'surveyed',
    surveyedAt: at,
    externalLine,
    meterPosition,
    site,
    surveySignature: signature,
    appointment: null,
  }
}

/** Asked about another scheme while one is unanswered, a reviewer owes an opinion on the new one alone. */
function reviewAsked(
  state: CaseState,
  { template, proposed, reviewers }: EventOf<'reviewAsked'>,
  at: Instant,
): CaseState {
  const anew = reviewers.map(({ staffId }) => staffId)
  const stands = state.reviews.filter((each) => each.at !== null || !anew.includes(each.staffId))
  const about = { template, ...(proposed && { proposed }) }
  const asked = reviewers.map((who): Review => ({ ...who, ...about, askedAt: at, at: null, opinion: null, note: '' }))
  return {
    ...state,
    reviews: [...stands, ...asked],
    drawings: [...new Set([...state.drawings, ...(proposed?.drawing ?? [])])],
    ...asNewWork(
      state,
      anew.map((staffId) => taskKey('review', staffId)),
    ),
  }
}

function inspectionRequested(state: CaseState, event: EventOf<'inspectionRequested'>, at: Instant): CaseState {
  const round = { requestedAt: at, remedies: event.remedies, at: null, problems: null }
  const inspections = [...state.inspections, round]
  return { ...state, status: 'inspecting', inspections, ...asNewWork(state, [taskKey('inspect')]) }
}

/** What was said of the work before under the same key, and who had seen it, is past. */
function asNewWork({ warned, read, leftUnread }: CaseState, keys: readonly string[]) {
  const others = (key: string) => !keys.includes(key)
  return {
    warned: Object.fromEntries(Object.entries(warned).filter(([key]) => others(key))),
    read: read.filter(others),
    leftUnread: leftUnread.filter(others),
  }
}

function submitted(event: EventOf<'submitted'>, at: Instant): CaseState {
  const { kind, pictures, numberAsPrinted = false } = event.identity
  return {
    status: 'submitted',
    channel: event.channel,
    personId: event.personId,
    use: event.use,
    change: event.change,
    byAgent: event.byAgent,
    vatInvoice: event.vatInvoice,
    customerClass: event.customerClass,
    applicantKind: event.applicantKind,
    capacityKva: event.capacityKva,
    sources: event.sources,
    district: event.district,
    signatures: [event.signature],
    managerId: null,
    assignedAt: at,
    ruleSetId: null,
    submittedAt: at,
    acceptedAt: null,
    surveyedAt: null,
    repliedAt: null,
    energizedAt: null,
    withdrawnAt: null,
    externalLine: null,
    meterPosition: null,
    site: [],
    surveySignature: null,
    meterNumber: null,
    papers: pictures.length > 0 ? { identity: { kind, pictures, at, via: 'online' } } : {},
    numberAsPrinted,
    replaced: [],
    appointment: null,
    reviews: [],
    drawings: [],
    scheme: null,
    outage: null,
    inspections: [],
    contacts: [],
    anomalies: [],
    complaints: [],
    backfills: [],
    missed: null,
    urgedAt: null,
    changes: 0,
    stars: null,
    notified: null,
    warned: {},
    read: [],
    leftUnread: [],
  }
}

/** Folds a whole history, oldest first. Null for an empty one. */
export function foldHistory(history: readonly { event: CaseEvent; at: Instant; by: Actor }[]): CaseState | null {
  return history.reduce<CaseState | null>((state, { event, at }) => evolve(state, event, at), null)
}
