import type { Instant } from '@shared/time/localDate'
import { db } from '../cloud'
import type { EventDocument, TileDocument, TreeDocument } from '../store/documents'
import { read, sound } from '../store/stored'
import { leafHash, type ReadTile, type Tile } from './merkleTree'

export const TREE = 'head'
export const NO_TREE: TreeDocument = { _id: TREE, size: 0, last: null, day: '' }

const HASH_BYTES = 32
const tileId = (level: number, number: number): string => `${level}:${number}`

/** The order of the leaves: as recorded, and by case where two were recorded in the same millisecond. */
export const inOrder = (a: EventPlace, b: EventPlace): number =>
  a.at - b.at || (a.caseId < b.caseId ? -1 : a.caseId > b.caseId ? 1 : a.seq - b.seq)
type EventPlace = Pick<EventDocument, 'at' | 'caseId' | 'seq'>

/** What stands in the tree for an event: its hash, which covers the event, its case and the event before. */
export const leafOf = ({ hash }: Pick<EventDocument, 'hash'>): Buffer => leafHash(Buffer.from(hash, 'hex'))

/** Reads tiles, each once. */
export function tileReader(): ReadTile {
  const known = new Map<string, Promise<Buffer[]>>()
  return (level, number) => {
    const id = tileId(level, number)
    const tile = known.get(id) ?? read('recordTiles', id).then((found) => hashesOf(found, id))
    known.set(id, tile)
    return tile
  }
}

export function hashesOf(tile: TileDocument | null, id: string): Buffer[] {
  if (!tile) throw new Error(`the record's tile ${id} is missing`)
  const bytes = Buffer.from(tile.hashes, 'base64')
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, index) =>
    bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  )
}

export const tileDocument = ({ level, number, hashes }: Tile, events: string[], firstAt: Instant): TileDocument => ({
  _id: tileId(level, number),
  level,
  hashes: Buffer.concat(hashes).toString('base64'),
  events,
  firstAt,
})

/** Where an event stands in the tree; null where it is in no closed day. */
export async function indexOf(event: EventDocument, tileSize: number): Promise<number | null> {
  const { data } = await db
    .collection('recordTiles')
    .where({ level: 0, firstAt: db.command.lte(event.at) })
    .orderBy('firstAt', 'desc')
    .limit(2)
    .get()
  for (const { _id, events } of sound('recordTiles', data)) {
    const within = events.indexOf(event._id)
    if (within >= 0) return Number(_id.split(':')[1]) * tileSize + within
  }
  return null
}
