import type { PointNames } from '@shared/flow/detailViews'
import type { RecordedEvent } from '@shared/flow/events'
import { staffIn } from '@shared/flow/record'
import type { Instant } from '@shared/time/localDate'
import { begunEarly } from '../begunEarly'
import { pointsNow } from '../points'
import { staffNamed } from '../staff'
import { personOf } from './cases'
import type { Committed } from './command'
import type { Head, PersonDocument, StaffDocument } from './documents'
import { historyOf } from './history'

/** What a case's view is made of beside its head. */
export interface ViewParts {
  history: readonly RecordedEvent[]
  person: PersonDocument
  /** Its account manager and its reviewers, by id; to staff, everybody the record names. */
  people: ReadonlyMap<string, StaffDocument>
  /** What the points of its scheme are called now; null without a scheme. */
  point: PointNames | null
}

const idsIn = ({ managerId, reviewers }: Head): string[] => [...reviewers, ...(managerId ? [managerId] : [])]

/** `asker`: the member of staff who asks, known already. */
export async function viewPartsOf(head: Head, now: Instant, asker?: StaffDocument): Promise<ViewParts> {
  const [history, person, others, point] = await Promise.all([
    historyOf(head._id),
    personOf(head),
    staffNamed(idsIn(head).filter((id) => id !== asker?._id)),
    pointsNow(head, now),
  ])
  if (!asker) return { history, person, people: others, point }
  const people = await withRecorded(new Map([...others, [asker._id, asker] as const]), history)
  return { history, person, people, point }
}

/** With everybody the record names: former account managers, stand-ins, supervisors. Mostly they are known already. */
async function withRecorded(
  people: ViewParts['people'],
  history: readonly RecordedEvent[],
): Promise<ViewParts['people']> {
  const missing = staffIn(history).filter((id) => !people.has(id))
  return missing.length > 0 ? new Map([...people, ...(await staffNamed(missing))]) : people
}

/** Reads what stands beside a case while a command on it is being recorded. */
export class LookAhead {
  private ahead: Promise<ViewParts> | null = null
  private asker: StaffDocument | undefined

  constructor(private readonly now: Instant) {}

  /** Of the case as this attempt found it. */
  begin(head: Head, asker?: StaffDocument): void {
    this.asker = asker
    this.ahead = begunEarly(viewPartsOf(head, this.now, asker))
  }

  /** As it is after the command: nobody else can have written the case meanwhile, or it would have been decided again. */
  async after({ head, events, person, repeated }: Committed): Promise<ViewParts> {
    const before = repeated ? null : await this.ahead
    if (!before) return viewPartsOf(head, this.now, this.asker)
    const known = idsIn(head).every((id) => before.people.has(id))
    const people = known ? before.people : new Map([...before.people, ...(await staffNamed(idsIn(head)))])
    // A scheme that was only just replied calls its points by their names of today.
    const point = events.some(({ event }) => event.type === 'replied') ? head.state.scheme : before.point
    // Read a moment late, the history may hold the command's own events already.
    const last = head.seq - events.length
    const history = [...before.history.filter(({ seq }) => seq <= last), ...events]
    return { history, person: person ?? before.person, people, point }
  }
}

/** What stands beside a case that was only just submitted. */
export const viewPartsOfNew = (
  { events }: Pick<Committed, 'events'>,
  person: PersonDocument,
  manager: StaffDocument | null,
): ViewParts => ({ history: events, person, people: new Map(manager ? [[manager._id, manager]] : []), point: null })
