import type { RecordedEvent } from '@shared/flow/events'
import type { Finding } from '../../cloudfunctions/lib/record/findings'
import { verifyCase } from '../../cloudfunctions/lib/record/verifyCase'
import type {
  CheckpointDocument,
  EventDocument,
  Head,
  TaskDocument,
  TileDocument,
  TreeDocument,
} from '../../cloudfunctions/lib/store/documents'
import type { Stored } from '../readDatabase'
import { verifyTree } from './verifyTree'

/** Everything the record consists of, by collection. */
export type StoredRecord = Record<string, Stored[]>

/**
 * Recomputes every case from its events and every checkpoint from all events. `verifier`: the key the checkpoints are signed with, as
 * it was told once; null: signatures are not checked. `progress` hears how many cases are done. Findings come case by case, then the tree's.
 */
export async function verifyRecord(
  stored: StoredRecord,
  verifier: string | null,
  progress: (done: number, all: number) => void = () => undefined,
): Promise<Finding[]> {
  const of = <T>(name: string) => (stored[name] ?? []) as unknown as T[]
  const heads = new Map(of<Head>('applications').map((head) => [head._id, head]))
  const events = of<EventDocument>('events')
  const ledgers = groupByCase(events)
  const tasks = groupByCase(of<TaskDocument>('tasks'))
  const ids = [...new Set([...heads.keys(), ...ledgers.keys()])].sort()
  const findings: Finding[] = []
  for (const [index, id] of ids.entries()) {
    const history: RecordedEvent[] = (ledgers.get(id) ?? []).map(({ _id, ...event }) => event)
    findings.push(...verifyCase(id, heads.get(id), history, tasks.get(id) ?? []))
    progress(index + 1, ids.length)
  }
  const tree = {
    tiles: of<TileDocument>('recordTiles'),
    checkpoints: of<CheckpointDocument>('checkpoints'),
    tree: of<TreeDocument>('recordTree')[0],
  }
  return [...findings, ...(await verifyTree(events, tree, verifier))]
}

function groupByCase<T extends { caseId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(row.caseId)
    if (group) group.push(row)
    else groups.set(row.caseId, [row])
  }
  return groups
}
