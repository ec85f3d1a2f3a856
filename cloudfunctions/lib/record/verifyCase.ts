import type { RecordedEvent } from '@shared/flow/events'
import { FOLD_VERSION, foldHistory } from '@shared/flow/evolve'
import { tasksOwed } from '@shared/flow/tasks'
import { calendarAt } from '../clock'
import { canonical } from '../digest'
import type { Head, TaskDocument } from '../store/documents'
import { headOf, taskOf } from '../store/entries'
import { isIntact } from '../store/ledger'
import type { Finding } from './findings'

/** Kept beside the ledger on purpose: the address and its digest can be erased, and who owns a case is no event. */
const BESIDE: readonly (keyof Head)[] = ['_id', 'version', 'owner', 'enteredBy', 'address', 'addressDigest']

/** Folds a case's events anew and compares what comes out with what is stored of it; nothing stored is believed. */
export function verifyCase(
  id: string,
  head: Head | undefined,
  events: readonly RecordedEvent[],
  tasks: readonly TaskDocument[],
): Finding[] {
  const ledger = [...events].sort((a, b) => a.seq - b.seq)
  if (!head) return [{ kind: 'caseGone', at: id }]
  if (ledger.length === 0) return [{ kind: 'ledgerGone', at: id }]
  const last = ledger.at(-1)!
  if (!isIntact(id, ledger, last.hash)) return [{ kind: 'chainBroken', at: id }]
  if (last.seq < head.seq || last.hash !== head.hash) return [{ kind: 'ledgerCut', at: id }]
  // Another version of the fold made it: the sweep folds it anew, and until then there is nothing to compare.
  if (head.fold !== FOLD_VERSION) return []
  const state = foldHistory(ledger)
  if (!state) return [{ kind: 'chainBroken', at: id }]

  const calendar = calendarAt(head.recordedAt)
  const input = { caseId: id, command: { type: 'markRead' } as never, by: { role: 'system', id: '' } as const }
  // A command that changed nothing leaves its time and no event.
  const at = Math.max(last.at, head.recordedAt)
  const told = headOf(input, head, state, { ...last, at }, { calendar, address: null })
  // A head written before a holiday notice was known waits for the sweep to count its days anew.
  const stale = told.calendarVersion !== head.calendarVersion
  const dated: readonly (keyof Head)[] = stale ? ['dueAt', 'told', 'calendarVersion', 'tasks'] : []
  const differing = (Object.keys({ ...told, ...head }) as (keyof Head)[])
    .filter((key) => !BESIDE.includes(key) && !dated.includes(key))
    .filter((key) => canonical(told[key]) !== canonical(head[key]))
    .flatMap((key) => (key === 'state' ? differingFields(told.state, head.state) : [key]))
  const found: Finding[] = differing.length > 0 ? [{ kind: 'headDiffers', at: id, what: differing.join('、') }] : []
  const rows = stale ? null : tasksOwed(state, calendar).map((task) => taskOf(told, task))
  return rows && !sameTasks(rows, tasks) ? [...found, { kind: 'tasksDiffer', at: id }] : found
}

const differingFields = (told: object, stored: object): string[] =>
  Object.keys({ ...told, ...stored })
    .filter((key) => canonical(told[key as never]) !== canonical(stored[key as never]))
    .map((key) => `state.${key}`)

/** The address on a row is the head's, and is compared there. */
const sameTasks = (told: readonly TaskDocument[], stored: readonly TaskDocument[]): boolean => {
  const lines = (rows: readonly TaskDocument[]) =>
    rows
      .map(({ address, ...row }) => canonical(row))
      .sort()
      .join()
  return lines(told) === lines(stored)
}
