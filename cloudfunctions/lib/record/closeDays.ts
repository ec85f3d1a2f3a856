import { addDays, beijingDay, endOfDay, type Instant, type LocalDate } from '@shared/time/localDate'
import { db } from '../cloud'
import type { CheckpointDocument, EventDocument, TreeDocument } from '../store/documents'
import { read } from '../store/stored'
import { add, get, inTransaction, put } from '../store/transaction'
import { signCheckpoint, signingKey } from './checkpoint'
import { append, rootOf, TILE } from './merkleTree'
import { inOrder, leafOf, NO_TREE, TREE, tileDocument, tileReader } from './treeStore'

/** A day is closed this long after its end: a command begun before midnight has ended by then (a transaction lives 30 s). */
const CLOSES_AFTER_MS = 10 * 60_000
/** Events taken in one go; well below the 1,000 the platform answers at most. */
const PAGE = 500

/**
 * 日终: takes the events of the first day that has ended and is not closed into the record's tree, and signs its head, one checkpoint a
 * day. Called every minute, it reads one document where nothing is due. It can stop anywhere: the next call goes on. Returns how much
 * it did, 0 when nothing was due.
 */
export async function closeDays(now: Instant): Promise<number> {
  const tree = (await read('recordTree', TREE)) ?? NO_TREE
  const yesterday = addDays(beijingDay(now - CLOSES_AFTER_MS), -1)
  if (tree.day >= yesterday) return 0
  // The first checkpoint covers all that was recorded before it.
  const day = tree.day === '' ? yesterday : addDays(tree.day, 1)
  const events = await eventsAfter(tree, endOfDay(day))
  return inTransaction(async (tx) => {
    const before = (await get(tx, 'recordTree', TREE)) ?? NO_TREE
    // Another sweep was here meanwhile.
    if (before.size !== tree.size || before.day !== tree.day) return 0
    await takeIn(tx, tree, events, events.length < PAGE ? { day, now } : null)
    return Math.max(events.length, 1)
  })
}

/** The next events to take in, in the order of the leaves. */
async function eventsAfter({ last }: TreeDocument, before: Instant): Promise<EventDocument[]> {
  const { data } = await db
    .collection('events')
    .where({ at: db.command.gte(last?.at ?? 0).and(db.command.lt(before)) })
    .orderBy('at', 'asc')
    .orderBy('caseId', 'asc')
    .orderBy('seq', 'asc')
    .limit(2 * PAGE)
    .get()
  // Of the last event's own millisecond some are in the tree already.
  return (data as EventDocument[]).filter((event) => !last || inOrder(event, last) > 0).slice(0, PAGE)
}

async function takeIn(
  tx: Parameters<typeof put>[0],
  tree: TreeDocument,
  events: readonly EventDocument[],
  close: { day: LocalDate; now: Instant } | null,
): Promise<void> {
  const size = tree.size + events.length
  const reader = tileReader()
  const tiles = await append(reader, tree.size, events.map(leafOf))
  const written = new Map(tiles.map((tile) => [`${tile.level}:${tile.number}`, tile.hashes]))
  for (const tile of tiles) {
    const open = tile.level === 0 ? await eventsOf(tile.number, tree, events) : []
    await put(
      tx,
      'recordTiles',
      tileDocument(
        tile,
        open.map(({ id }) => id),
        open[0]?.at ?? 0,
      ),
    )
  }
  await put(tx, 'recordTree', {
    _id: TREE,
    size,
    last: placeOf(events.at(-1)) ?? tree.last,
    day: close?.day ?? tree.day,
  })
  if (!close) return
  const root = await rootOf(async (level, number) => written.get(`${level}:${number}`) ?? reader(level, number), size)
  const note = signCheckpoint({ origin: setting('RECORD_ORIGIN'), size, root }, signingKey(setting('RECORD_KEY')))
  const checkpoint: CheckpointDocument = { _id: close.day, size, note, closedAt: close.now }
  await add(tx, 'checkpoints', [checkpoint])
}

const placeOf = (event: EventDocument | undefined): TreeDocument['last'] =>
  event ? { at: event.at, caseId: event.caseId, seq: event.seq } : null

/** The events of a lowest tile: those it held, and those that come. */
async function eventsOf(number: number, tree: TreeDocument, events: readonly EventDocument[]) {
  const first = number * TILE
  const held = first < tree.size ? await read('recordTiles', `0:${number}`) : null
  const from = Math.max(0, first - tree.size)
  const coming = events.slice(from, from + TILE - (held?.events.length ?? 0))
  return [
    ...(held?.events ?? []).map((id) => ({ id, at: held!.firstAt })),
    ...coming.map(({ _id: id, at }) => ({ id, at })),
  ]
}

/** A setting of the deployment; without it no day is closed, and the log says which is missing. */
function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw Object.assign(new Error(), { code: `SETTING_MISSING ${name}` })
  return value
}
