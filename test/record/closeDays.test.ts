import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { openCheckpoint, signingKey, verifierKey } from '../../cloudfunctions/lib/record/checkpoint'
import type { Finding } from '../../cloudfunctions/lib/record/findings'
import { isIncluded, leafHash } from '../../cloudfunctions/lib/record/merkleTree'
import type {
  CheckpointDocument,
  EventDocument,
  Head,
  TaskDocument,
  TreeDocument,
} from '../../cloudfunctions/lib/store/documents'
import { chain, genesisOf } from '../../cloudfunctions/lib/store/ledger'
import { type StoredRecord, verifyRecord } from '../../tools/verify/verifyRecord'
import { Driver } from '../support/driver'

/** Three days of cases behind the local host, each closed after midnight; then what somebody with the database in hands could do. */
/** As cloudbaserc.json names it. */
const ORIGIN = 'liuzhou.onecert-power'
let driver: Driver
let stored: StoredRecord
let verifier: string
let first: string
let receipt: string

beforeAll(async () => {
  driver = await Driver.start()
  await driver.at('2026-03-02 10:00')
  first = (await (await driver.as('resident')).apply()).id
  await (await driver.as('neighbour')).apply({ person: 'li', district: '鱼峰区' })
  await driver.at('2026-03-03 00:11')
  await driver.sweep()
  await (await driver.as('manager')).call('staff', 'markRead', { commandId: randomUUID(), id: first, task: 'visit' })
  await driver.at('2026-03-05 00:11')
  for (const _ of [1, 2, 3]) await driver.sweep()
  stored = await driver.documents()
  const secrets = JSON.parse(readFileSync(path.join(driver.data, 'secrets.json'), 'utf8')) as { RECORD_KEY: string }
  verifier = verifierKey(ORIGIN, signingKey(secrets.RECORD_KEY))
  const { hash } = eventsOf(stored).find(({ _id }) => _id === `${first}:1`)!
  receipt = `${first}-1-${hash.slice(0, 16)}`
})
afterAll(() => driver?.stop())

const eventsOf = (record: StoredRecord) => record.events as unknown as EventDocument[]
const headsOf = (record: StoredRecord) => record.applications as unknown as Head[]
const checkpointsOf = (record: StoredRecord) => record.checkpoints as unknown as CheckpointDocument[]
const check = (id: string) =>
  driver.as('resident').then((anybody) => anybody.call('public', 'checkReceipt', { receipt: id }))

test('each day that has ended has its signed checkpoint', () => {
  const checkpoints = checkpointsOf(stored).sort((a, b) => (a._id < b._id ? -1 : 1))
  expect(checkpoints.map(({ _id }) => _id)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04'])
  for (const { note, size } of checkpoints) expect(openCheckpoint(note, verifier)).toMatchObject({ size })
  const tree = stored.recordTree[0] as unknown as TreeDocument
  expect(tree.size).toBe(checkpoints.at(-1)!.size)
  expect(checkpoints[0].size).toBeLessThan(tree.size)
})

test('a receipt is proven to be under the newest checkpoint, without a word of the case', async () => {
  const { recorded, anchored } = await check(receipt)
  expect(recorded).toBe(true)
  const { event, index, note, proof } = anchored!
  const { size, root } = openCheckpoint(note, verifier)!
  const audit = proof.map((hash) => Buffer.from(hash, 'base64'))
  expect(isIncluded(leafHash(Buffer.from(event, 'hex')), index, size, audit, root)).toBe(true)
  expect(JSON.stringify(anchored)).not.toContain(first)
})

test('what was recorded today is in the record, and under a checkpoint from tomorrow on', async () => {
  const { id } = await (await driver.as('resident')).apply({ person: 'qin', district: '柳北区' })
  const { events } = await (await driver.as('supervisor')).call('staff', 'ledger', { id })
  const today = `${id}-1-${events[0].hash.slice(0, 16)}`
  expect(await check(today)).toEqual({ recorded: true, anchored: null })
})

test.each([
  ['another digit', () => `${receipt.slice(0, -1)}${receipt.endsWith('0') ? '1' : '0'}`],
  ['no such case', () => `${'0'.repeat(14)}-1-${'0'.repeat(16)}`],
  ['no such event', () => receipt.replace('-1-', '-99-')],
])('a receipt with %s is told like none', async (_what, altered) => {
  expect(await check(altered())).toEqual({ recorded: false, anchored: null })
})

test('an untouched record is found whole', async () => expect(await verifyRecord(stored, verifier)).toEqual([]))

/** Chains a case's ledger anew after an event was changed, as somebody with the code would. */
function rehash(record: StoredRecord, id: string, change: (events: EventDocument[]) => EventDocument[]): void {
  const changed = change(
    eventsOf(record)
      .filter(({ caseId }) => caseId === id)
      .sort((a, b) => a.seq - b.seq),
  )
  let onto = { caseId: id, seq: 0, hash: genesisOf(id), at: 0 }
  const anew = changed.map(({ event, at, by }) => {
    const [recorded] = chain(onto, [event], at, by)
    onto = recorded
    return { _id: `${id}:${recorded.seq}`, ...recorded }
  })
  record.events = [...eventsOf(record).filter(({ caseId }) => caseId !== id), ...anew] as never
  const head = headsOf(record).find(({ _id }) => _id === id)!
  Object.assign(head, { seq: onto.seq, hash: onto.hash })
}

const forgeries: [what: string, kinds: Finding['kind'][], forge: (record: StoredRecord) => void][] = [
  [
    'the head says another day',
    ['headDiffers'],
    (record) => Object.assign(headsOf(record)[0].state, { acceptedAt: 1 }),
  ],
  ['the head says five stars', ['headDiffers'], (record) => Object.assign(headsOf(record)[0].state, { stars: 5 })],
  [
    'the promised day on the row is another',
    ['headDiffers'],
    (record) => Object.assign(headsOf(record)[0], { dueAt: headsOf(record)[0].dueAt + 86_400_000 }),
  ],
  [
    'a task has another day',
    ['tasksDiffer'],
    (record) => Object.assign(record.tasks[0] as unknown as TaskDocument, { dueDay: '2026-12-31' }),
  ],
  ['a task is gone', ['tasksDiffer'], (record) => void record.tasks.pop()],
  ['an event was altered', ['chainBroken'], (record) => Object.assign(eventsOf(record)[0], { at: 1 })],
  [
    'an event was altered and everything after it hashed anew',
    ['eventReplaced'],
    (record) =>
      rehash(record, first, (events) => events.map((event) => ({ ...event, by: { ...event.by, id: 'liqiang' } }))),
  ],
  [
    'the tail was cut off, and the head told so',
    ['eventGone'],
    (record) => rehash(record, first, (events) => events.slice(0, 2)),
  ],
  [
    'a case was deleted with all it had',
    ['eventGone'],
    (record) => {
      record.events = eventsOf(record).filter(({ caseId }) => caseId !== first) as never
      record.applications = headsOf(record).filter(({ _id }) => _id !== first) as never
    },
  ],
  ['a head was deleted', ['caseGone'], (record) => void record.applications.pop()],
  [
    'an event was inserted into a closed day',
    ['eventBackdated'],
    (record) =>
      rehash(record, first, (events) => events.flatMap((one) => (one.event.type === 'taskRead' ? [one, one] : [one]))),
  ],
  [
    'a whole ledger was deleted',
    ['ledgerGone'],
    (record) => {
      record.events = eventsOf(record).filter(({ caseId }) => caseId !== first) as never
    },
  ],
  ['a checkpoint was removed', ['checkpointMissing'], (record) => void record.checkpoints.splice(1, 1)],
  [
    'the last checkpoint was removed',
    ['checkpointMissing'],
    (record) => {
      record.checkpoints = checkpointsOf(record).filter(({ _id }) => _id !== '2026-03-04') as never
    },
  ],
  [
    'a checkpoint was signed with another key',
    ['checkpointForged'],
    (record) => {
      const [checkpoint] = checkpointsOf(record)
      checkpoint.note = `${checkpoint.note.trim().slice(0, -6)}AAAA==\n`
    },
  ],
]

test.each(forgeries)('%s: found', async (_what, kinds, forge) => {
  const forged = structuredClone(stored)
  forge(forged)
  const found = await verifyRecord(forged, verifier)
  expect(found.map(({ kind }) => kind)).toEqual(expect.arrayContaining(kinds))
})
