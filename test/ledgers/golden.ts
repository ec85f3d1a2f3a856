import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Role } from '@shared/contract/vocabulary'
import type { PointName } from '@shared/flow/detailViews'
import type { RecordedEvent } from '@shared/flow/events'
import { promiseOf } from '@shared/flow/promiseOf'
import { taskRowOf } from '@shared/flow/taskRow'
import { applicantView, type Person, staffView } from '@shared/flow/views'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { beijingDay, type Instant } from '@shared/time/localDate'
import type { Head, TaskDocument } from '../../cloudfunctions/lib/store/documents'

const FOLDER = path.resolve(__dirname, '../fixtures/ledgers')

/** A case as a release left it in the database, and as that release showed it. */
export interface Golden {
  /** What it was made by: a seed of the walk, or the demonstration. */
  from: string
  /** When it was looked at. */
  now: Instant
  head: Head
  tasks: TaskDocument[]
  ledger: RecordedEvent[]
  beside: BesideCase
  seen: Seen
}
export interface BesideCase {
  person: Person
  manager: { id: string; name: string; phone: string } | null
  names: Record<string, string>
  point: PointName | null
}
export type Seen = ReturnType<typeof seenOf>

/** Everything people were shown of a case: promise, list rows, and the view of each role. */
export function seenOf(
  { now, head, tasks, ledger, beside }: Pick<Golden, 'now' | 'head' | 'tasks' | 'ledger' | 'beside'>,
  role: Role[] = ['manager', 'reviewer', 'supervisor'],
) {
  const calendar = calendarAsOf(beijingDay(now))
  const { _id: id, version, state, address } = head
  const { person, manager, point } = beside
  const facts = { id, version, state, address, point, calendar, now }
  const colleagues = new Map(Object.entries(beside.names).map(([id, name]) => [id, { name, department: '' }]))
  const viewer = { manager: manager && { id: manager.id, name: manager.name }, colleagues, proposals: [] }
  const staff = role.map((each) => {
    const reviewer = head.reviewers[0] ?? 'r1'
    const asker = each === 'reviewer' ? reviewer : (manager?.id ?? '')
    return [each, staffView(facts, ledger, person, { id: asker, role: each, ...viewer })] as const
  })
  return {
    promise: promiseOf(state, calendar),
    rows: tasks.map((task) => taskRowOf(task._id, task, calendar, now)),
    applicant: applicantView(facts, ledger, person, manager && { name: manager.name, phone: manager.phone }),
    ...(Object.fromEntries(staff) as Record<'manager' | 'reviewer' | 'supervisor', ReturnType<typeof staffView>>),
  }
}

/** Releases whose ledgers are kept, oldest first. */
export const releases = (): string[] => readdirSync(FOLDER).sort()

const unpacked = (release: string, file: string): string =>
  gunzipSync(readFileSync(path.join(FOLDER, release, file))).toString()

/** Every case a release recorded. */
export const goldenCases = (release: string): Golden[] =>
  ['walk.jsonl.gz', 'demo.jsonl.gz'].flatMap((file) =>
    unpacked(release, file)
      .split('\n')
      .map((line) => JSON.parse(line) as Golden),
  )

/** A demonstration's whole database as a release wrote it, by collection. */
export const goldenFolder = (release: string): Record<string, ({ _id: string } & Record<string, unknown>)[]> =>
  JSON.parse(unpacked(release, 'folder.json.gz'))
