import type { RecordedEvent } from '@shared/flow/events'
import { isIntact } from '../../../cloudfunctions/lib/store/ledger'
import type { Stored } from '../../support/driver'
import type { Order } from './Workload'

/** The pushes each event owes, written down a second time. */
const TOLD: Partial<Record<RecordedEvent['event']['type'], 'staff' | 'applicant'>> = {
  assigned: 'staff',
  notified: 'applicant',
  surveyed: 'applicant',
  energized: 'applicant',
}

const idsOf = (documents: Stored[] = []) => documents.map(({ _id }) => _id).sort()

function byCase<T extends { caseId: string }>(rows: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const row of rows) found.set(row.caseId, [...(found.get(row.caseId) ?? []), row])
  return found
}

/**
 * Everything that must hold in a database at any moment, whatever was under way when the process died. Answers what
 * does not; empty is sound.
 */
export function checkRecords(stored: Record<string, Stored[]>, orders: readonly Order[]): string[] {
  const { applications = [], events = [], commands = [], tasks = [], outbox = [], persons = [] } = stored
  const wrong: string[] = []
  const expect = (holds: boolean, what: string) => {
    if (!holds) wrong.push(what)
  }
  for (const [name, documents] of Object.entries(stored)) {
    expect(new Set(idsOf(documents)).size === documents.length, `${name}: an id twice`)
  }

  const ledgers = byCase(events as unknown as RecordedEvent[])
  const done = byCase(commands as (Stored & { caseId: string })[])
  for (const head of applications) {
    const id = head._id
    const ledger = (ledgers.get(id) ?? [])
      .sort((a, b) => a.seq - b.seq)
      .map(({ caseId, seq, at, by, event, previousHash, hash }) => ({ caseId, seq, at, by, event, previousHash, hash }))
    expect(isIntact(id, ledger, head.hash as string), `${id}: ledger broken`)
    expect(ledger.length === head.seq, `${id}: ${ledger.length} events, head says ${head.seq}`)
    expect(done.get(id)?.length === head.version, `${id}: version ${head.version}, ${done.get(id)?.length} commands`)
    expect(persons.filter(({ _id }) => _id === `p-${id}`).length === 1, `${id}: no person record`)
    const owed = tasks.filter(({ caseId }) => caseId === id).length
    expect(owed === (head.status === 'energized' ? 0 : 1), `${id}: ${owed} tasks while ${head.status}`)
    const pushes = ledger.flatMap(({ seq, event }) => {
      const told = TOLD[event.type]
      return told ? [`${id}:${seq}:${told === 'staff' ? head.managerId : 'applicant'}`] : []
    })
    const found = idsOf(outbox.filter(({ caseId }) => caseId === id))
    expect(found.join() === pushes.sort().join(), `${id}: pushes ${found} in place of ${pushes}`)
  }
  for (const id of [...ledgers.keys(), ...done.keys()]) {
    expect(
      applications.some(({ _id }) => _id === id),
      `${id}: records without a case`,
    )
  }

  for (const { commandId, acknowledged } of orders) {
    const records = commands.filter(({ _id }) => _id.endsWith(`:${commandId}`))
    expect(records.length <= 1, `command ${commandId}: done ${records.length} times`)
    if (!acknowledged) continue
    expect(records.length === 1, `command ${commandId}: acknowledged and lost`)
    expect(records[0]?.caseId === acknowledged.caseId, `command ${commandId}: acknowledged for another case`)
    const head = applications.find(({ _id }) => _id === acknowledged.caseId)
    expect(((head?.version as number) ?? 0) >= acknowledged.version, `${acknowledged.caseId}: fell back`)
  }
  return wrong
}
