import { readFileSync } from 'node:fs'
import path from 'node:path'
import { caseEvent, type RecordedEvent } from '@shared/flow/events'
import { foldHistory } from '@shared/flow/evolve'
import { tasksOwed } from '@shared/flow/tasks'
import { calendarAsOf } from '@shared/rules/calendar/calendarAsOf'
import { beijingDay } from '@shared/time/localDate'
import { headOf, taskOf } from '../../cloudfunctions/lib/store/entries'
import { isIntact } from '../../cloudfunctions/lib/store/ledger'
import { type Accepted, accepts, type Difference, differencesIn, summaryOf } from './differences'
import { type Golden, goldenCases, goldenFolder, releases, seenOf } from './golden'

/** Ledgers of every release, replayed by today's code: the same fold, rows, promise and views, or a difference meant by name. */
const acceptedBy = (release: string): Accepted[] =>
  JSON.parse(readFileSync(path.resolve(__dirname, '../fixtures/ledgers', release, 'accepted.json'), 'utf8'))

/** As it would come out of storage. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value))

/** What today's code makes of a recorded ledger, and of nothing else. */
function replayed({ now, head, ledger, beside }: Golden): Omit<Golden, 'from' | 'now' | 'beside'> {
  const read = ledger.map((recorded): RecordedEvent => ({ ...recorded, event: caseEvent.parse(recorded.event) }))
  const state = foldHistory(read)!
  const calendar = calendarAsOf(beijingDay(head.recordedAt))
  const input = { caseId: head._id, command: { type: 'recount' as const }, by: { role: 'system' as const, id: '' } }
  const last = { seq: head.seq, hash: head.hash, at: head.recordedAt }
  const today = headOf(input, head, state, last, { calendar, address: null })
  const tasks = tasksOwed(state, calendar).map((task) => taskOf(today, task))
  return { head: today, tasks, ledger, seen: seenOf({ now, head: today, tasks, ledger: read, beside }) }
}

describe.each(releases())('ledgers of %s', (release) => {
  const cases = goldenCases(release)
  const accepted = acceptedBy(release)
  const found: (Difference & { from: string })[] = []

  test('each chain is whole, and each event is still understood', () => {
    for (const { head, ledger } of cases) {
      expect(isIntact(head._id, ledger, head.hash)).toBe(true)
      for (const { event } of ledger) expect(caseEvent.safeParse(event).error).toBeUndefined()
    }
  })

  test('head, list rows, promise and views are what they were', () => {
    for (const golden of cases) {
      const { head, tasks, seen } = golden
      const ids = (rows: { _id: string }[]) => rows.toSorted((a, b) => (a._id < b._id ? -1 : 1))
      const today = stored(replayed(golden))
      const rows = (shown: { id: string }[]) => shown.toSorted((a, b) => (a.id < b.id ? -1 : 1))
      const was = { head, tasks: ids(tasks), seen: { ...seen, rows: rows(seen.rows) } }
      const is = { head: today.head, tasks: ids(today.tasks), seen: { ...today.seen, rows: rows(today.seen.rows) } }
      for (const difference of differencesIn(was, is)) found.push({ ...difference, from: golden.from })
    }
    const unnamed = found.filter((difference) => !accepted.some((one) => accepts(one, difference)))
    expect(summaryOf(unnamed)).toEqual([])
  })

  test('no difference is accepted that there is not', () => {
    expect(accepted.filter((one) => !found.some((difference) => accepts(one, difference)))).toEqual([])
  })

  test('they show every class at every status it can have, and every kind of event', () => {
    const shown = new Set(cases.map(({ head }) => `${head.state.customerClass} ${head.status}`))
    const low = ['submitted', 'accepted', 'surveyed', 'energized', 'withdrawn']
    const between = ['planning', 'replied', 'inspecting', 'remedying', 'passed']
    const high = ['submitted', 'accepted', ...between, 'energized', 'withdrawn']
    const expected = [
      ...['resident', 'lowVoltage'].flatMap((each) => low.map((at) => `${each} ${at}`)),
      ...['hvSingle', 'hvDual'].flatMap((each) => high.map((at) => `${each} ${at}`)),
    ]
    expect(expected.filter((each) => !shown.has(each))).toEqual([])
  })

  test('every case of the demonstration’s folder is among them', () => {
    const heads = goldenFolder(release).applications.map(({ _id }) => _id)
    expect(cases.filter(({ from }) => from === 'demonstration').map(({ head }) => head._id)).toEqual(heads)
  })
})
