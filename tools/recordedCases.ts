import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type RecordedEvent, recordedEvent } from '../shared/flow/events'
import { foldHistory } from '../shared/flow/evolve'
import type { CaseState } from '../shared/flow/state'
import { readDatabase } from './readDatabase'

/** A case as its ledger tells it. */
export interface RecordedCase {
  id: string
  state: CaseState
}

/** Ends a command with a message that names the fact and what to do. */
export class CommandError extends Error {}

/**
 * Recorded cases, by id: from a local data folder, or from a file of `events` documents as the console exports them
 * (one JSON document a line, or one array). Throws CommandError naming the line or the case that cannot be read.
 */
export function recordedCases(from: { data?: string; events?: string }): RecordedCase[] {
  if (!from.data === !from.events)
    throw new CommandError('请给出 --data <数据文件夹> 或 --events <导出的 events 文件>，二者选一。')
  const rows = from.data ? rowsOfFolder(from.data) : rowsOfFile(from.events as string)
  const byCase = new Map<string, RecordedEvent[]>()
  rows.forEach((row, index) => {
    const parsed = recordedEvent.safeParse(row)
    if (!parsed.success)
      throw new CommandError(
        `第${index + 1}条记录不是台账事件（${parsed.error.issues[0].path.join('.')}），请重新导出 events 集合。`,
      )
    const { caseId } = parsed.data
    byCase.set(caseId, [...(byCase.get(caseId) ?? []), parsed.data])
  })
  return [...byCase].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, events]) => ({ id, state: stateOf(id, events) }))
}

function stateOf(id: string, events: RecordedEvent[]): CaseState {
  const history = events.sort((a, b) => a.seq - b.seq)
  const gap = history.findIndex(({ seq }, index) => seq !== index + 1)
  if (gap >= 0) throw new CommandError(`案件 ${id} 缺第${gap + 1}条事件，请导出完整的 events 集合。`)
  return foldHistory(history) as CaseState
}

function rowsOfFolder(folder: string): unknown[] {
  if (!existsSync(path.join(folder, 'database.sqlite')))
    throw new CommandError(`${folder} 里没有数据库，请给出 npm start 用的数据文件夹。`)
  return (readDatabase(folder).events ?? []).map(({ _id, ...event }) => event)
}

function rowsOfFile(file: string): unknown[] {
  if (!existsSync(file)) throw new CommandError(`找不到 ${file}。`)
  const text = readFileSync(file, 'utf8').trim()
  const lines = text.startsWith('[') ? [text] : text.split('\n')
  return lines.flatMap((line, index) => {
    try {
      return JSON.parse(line) as unknown
    } catch {
      throw new CommandError(`${file} 第${index + 1}行不是 JSON，请重新导出。`)
    }
  })
}

/** Runs a command: its lines to standard output, or one message and exit code 1. */
export function run(command: () => string[]): void {
  try {
    console.log(command().join('\n'))
  } catch (error) {
    const known =
      error instanceof CommandError || (error instanceof Error && ['RulesError', 'TimeError'].includes(error.name))
    console.error(known ? (error as Error).message : error)
    process.exitCode = 1
  }
}
