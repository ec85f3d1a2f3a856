import type { HistoryLine } from '../contract/case'
import type { Actor, CaseEvent, RecordedEvent } from './events'
import { sentenceForApplicant, sentenceOf } from './sentences'

/** A member of staff as the record names them. Looked up whenever it is read: an event holds the id alone. */
export interface Colleague {
  name: string
  department: string
}
type Colleagues = ReadonlyMap<string, Colleague>

/** The utility's own affairs: who was warned, who has looked, what colleagues think of a scheme. */
const INTERNAL: readonly CaseEvent['type'][] = ['warned', 'taskRead', 'taskLeftUnread', 'reviewAsked', 'reviewed']

/** The record as the applicant reads it: what happened, by the role of who did it. */
export const recordForApplicant = (history: readonly RecordedEvent[]): HistoryLine[] =>
  history
    .filter(({ event }) => !INTERNAL.includes(event.type))
    .map(({ seq, at, by, event }) => ({ seq, at, by: by.role, who: '', text: sentenceForApplicant(event) }))

/** As staff read it: who did it and for whom, and from whom to whom the case went. */
export function recordForStaff(history: readonly RecordedEvent[], colleagues: Colleagues): HistoryLine[] {
  // Whoever wrote it down at the counter acts on it without standing in for anybody.
  const clerk = history[0]?.by.id
  let manager: string | null = null
  return history.map(({ seq, at, by, event }) => {
    const before = manager
    if (event.type === 'assigned') manager = event.managerId
    const instead = by.role === 'manager' && by.id !== before && by.id !== clerk ? before : null
    return { seq, at, by: by.role, who: whoOf(by, instead, colleagues), text: textOf(event, before, colleagues) }
  })
}

/** '营业部 韦丽，代李强'; '' for people who are not staff, and for staff nobody knows any more. */
function whoOf({ id }: Actor, instead: string | null, colleagues: Colleagues): string {
  const one = colleagues.get(id)
  if (!one) return ''
  const absent = instead && colleagues.get(instead)
  return `${one.department} ${one.name}`.trim() + (absent ? `，代${absent.name}` : '')
}

function textOf(event: CaseEvent, before: string | null, colleagues: Colleagues): string {
  const text = sentenceOf(event)
  const names = namedIn(event).map((id) => colleagues.get(id)?.name ?? '')
  if (names.length === 0 || names.includes('')) return text
  if (event.type !== 'assigned') return `${text}：${names.join('、')}`
  const from = before && colleagues.get(before)?.name
  return from ? `${text}（${from} → ${names.join()}）` : `${text}：${names.join()}`
}

/** Staff a sentence is about, beside the one who did it. */
function namedIn(event: CaseEvent): string[] {
  switch (event.type) {
    case 'assigned':
      return [event.managerId]
    case 'reviewAsked':
      return event.reviewers.map(({ staffId }) => staffId)
    case 'replied':
      return event.withoutOpinions
    default:
      return []
  }
}

/** Every member of staff the record names. */
export const staffIn = (history: readonly RecordedEvent[]): string[] => [
  ...new Set(history.flatMap(({ by, event }) => [...(isStaff(by) ? [by.id] : []), ...namedIn(event)])),
]

const isStaff = ({ role }: Actor): boolean => role === 'manager' || role === 'reviewer' || role === 'supervisor'
