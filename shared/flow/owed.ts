import type { Status, TaskKind } from '../contract/vocabulary'
import type { Instant } from '../time/localDate'
import { type CaseState, isClosed } from './state'

/** Work a case owes: what, to which of several, since when, and how many steps are left until its due day's event. */
export interface Owed {
  kind: TaskKind
  /** Which reviewer's or which complaint's; '' where a case owes one of the kind. */
  of: string
  since: Instant
  stepsLeft: number
}

/** 待办 of the account manager by stage: at most one at a time carries the case on. */
const NEXT: Partial<Record<Status, { kind: TaskKind; stepsLeft: number }>> = {
  submitted: { kind: 'accept', stepsLeft: 3 },
  accepted: { kind: 'visit', stepsLeft: 2 },
  surveyed: { kind: 'energize', stepsLeft: 1 },
  planning: { kind: 'reply', stepsLeft: 1 },
  inspecting: { kind: 'inspect', stepsLeft: 2 },
  passed: { kind: 'energize', stepsLeft: 1 },
}

/** The work that carries the case on; null while it is somebody else's turn, and at the end. */
export function nextOwed(state: CaseState): Owed | null {
  const next = NEXT[state.status]
  return next ? { ...next, of: '', since: sinceOf(state) } : null
}

/** Everything the case owes anybody now: the next step first, and beside it what people were asked for. A complaint is owed an
 * answer also after its application was taken back. */
export function owedBy(state: CaseState): Owed[] {
  const { status, reviews, outage, missed, complaints, backfills } = state
  const next = nextOwed(state)
  const asked = status === 'planning' ? reviews.filter(({ at }) => at === null) : []
  const mayPlan = outage !== null && outage.day === null && !isClosed(status)
  return [
    ...(next ? [next] : []),
    ...asked.map(({ staffId, askedAt }): Owed => ({ kind: 'review', of: staffId, since: askedAt, stepsLeft: 1 })),
    ...(mayPlan ? [{ kind: 'outage' as const, of: '', since: state.repliedAt!, stepsLeft: 1 }] : []),
    ...(missed && missed.newDay === null ? [{ kind: 'newDay' as const, of: '', since: missed.at, stepsLeft: 1 }] : []),
    ...(isCustomersTurn(status) ? [{ kind: 'contact' as const, of: '', since: heardSince(state), stepsLeft: 1 }] : []),
    ...complaints.flatMap(({ at, answeredAt }, index): Owed[] =>
      answeredAt === null ? [{ kind: 'complaint', of: String(index + 1), since: at, stepsLeft: 1 }] : [],
    ),
    ...backfills.flatMap(({ standing, receivedAt }, index): Owed[] =>
      standing === 'asked' && status !== 'withdrawn'
        ? [{ kind: 'confirmTime', of: String(index + 1), since: receivedAt, stepsLeft: 1 }]
        : [],
    ),
  ]
}

/** The customer builds, or puts right: no clock runs, and nobody is to be left alone with it. */
const isCustomersTurn = (status: Status): boolean => status === 'replied' || status === 'remedying'

/** Since when the customer has heard nothing of their account manager. */
function heardSince({ status, repliedAt, inspections, contacts }: CaseState): Instant {
  const turn = status === 'replied' ? repliedAt! : inspections.at(-1)!.at!
  return Math.max(turn, contacts.at(-1)?.at ?? turn)
}

export const isOwed = (state: CaseState, kind: TaskKind, of: string): boolean =>
  owedBy(state).some((owed) => owed.kind === kind && owed.of === of)

/** When the step the case is in began. */
function sinceOf({ status, submittedAt, acceptedAt, surveyedAt, inspections }: CaseState): Instant {
  switch (status) {
    case 'accepted':
      return acceptedAt!
    case 'surveyed':
    case 'planning':
      return surveyedAt!
    case 'inspecting':
      return inspections.at(-1)!.requestedAt
    case 'passed':
      return inspections.at(-1)!.at!
    default:
      return submittedAt
  }
}
