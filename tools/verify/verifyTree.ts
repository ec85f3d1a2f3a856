import { addDays, endOfDay, type LocalDate } from '@shared/time/localDate'
import { openCheckpoint } from '../../cloudfunctions/lib/record/checkpoint'
import type { Finding } from '../../cloudfunctions/lib/record/findings'
import { append, leafHash, type ReadTile, rootOf } from '../../cloudfunctions/lib/record/merkleTree'
import { inOrder } from '../../cloudfunctions/lib/record/treeStore'
import type {
  CheckpointDocument,
  EventDocument,
  TileDocument,
  TreeDocument,
} from '../../cloudfunctions/lib/store/documents'

/** The record's tree as it is stored. */
export interface StoredTree {
  tiles: readonly TileDocument[]
  checkpoints: readonly CheckpointDocument[]
  tree: TreeDocument | undefined
}

/**
 * Holds the events against the signed checkpoints. The tree is built anew from the events, in their order; where its roots are not the
 * signed ones, the list of events beside the tiles says which are gone, altered or new. `verifier`: the key as it was told once; null where
 * nobody kept it, and then only what is stored vouches for itself.
 */
export async function verifyTree(
  events: readonly EventDocument[],
  { tiles, checkpoints, tree }: StoredTree,
  verifier: string | null,
): Promise<Finding[]> {
  const sorted = [...checkpoints].sort((a, b) => (a._id < b._id ? -1 : 1))
  const findings = [...verifyNotes(sorted, verifier), ...verifySequence(sorted, tree?.day ?? '')]
  const listed = listedEvents(tiles)
  const closed = events.filter(({ at }) => at < closeOf(sorted.at(-1))).sort(inOrder)
  const stored = new Map(events.map((event) => [event._id, event]))
  for (const { id, leaf } of listed) {
    const event = stored.get(id)
    if (!event) findings.push({ kind: 'eventGone', at: id })
    else if (!leafHash(Buffer.from(event.hash, 'hex')).equals(leaf)) findings.push({ kind: 'eventReplaced', at: id })
  }
  const known = new Set(listed.map(({ id }) => id))
  for (const { _id } of closed) if (!known.has(_id)) findings.push({ kind: 'eventBackdated', at: _id })
  const order = listed.map(({ id }) => id)
  const expected = closed.filter(({ _id }) => known.has(_id)).map(({ _id }) => _id)
  const present = order.filter((id) => stored.has(id))
  const moved = present.findIndex((id, index) => id !== expected[index])
  if (moved >= 0) findings.push({ kind: 'eventMoved', at: present[moved] })
  return [
    ...findings,
    ...(await verifyRoots(
      sorted,
      listed.map(({ leaf }) => leaf),
    )),
  ]
}

/** The instant before which everything is in the tree of a checkpoint. */
const closeOf = (checkpoint: CheckpointDocument | undefined): number => (checkpoint ? endOfDay(checkpoint._id) : 0)

function verifyNotes(checkpoints: readonly CheckpointDocument[], verifier: string | null): Finding[] {
  if (verifier === null) return []
  return checkpoints.flatMap(({ _id, size, note }) => {
    const opened = openCheckpoint(note, verifier)
    return opened?.size === size ? [] : [{ kind: 'checkpointForged', at: _id } as const]
  })
}

/** One checkpoint a day: none is missing between the first and the day the tree was last closed, and none holds less than the one before. */
function verifySequence(checkpoints: readonly CheckpointDocument[], closed: string): Finding[] {
  const findings: Finding[] = []
  const [first] = checkpoints
  if (!first) return closed === '' ? [] : [{ kind: 'checkpointMissing', at: closed }]
  const last = [closed, checkpoints.at(-1)!._id].sort().at(-1)!
  const known = new Map<string, CheckpointDocument>(checkpoints.map((checkpoint) => [checkpoint._id, checkpoint]))
  let size = 0
  for (let day: LocalDate = first._id; day <= last; day = addDays(day, 1)) {
    const checkpoint = known.get(day)
    if (!checkpoint) findings.push({ kind: 'checkpointMissing', at: day })
    else if (checkpoint.size < size) findings.push({ kind: 'checkpointShrunk', at: day })
    size = checkpoint?.size ?? size
  }
  return findings
}

function listedEvents(tiles: readonly TileDocument[]): { id: string; leaf: Buffer }[] {
  const lowest = tiles.filter(({ level }) => level === 0)
  const numberOf = ({ _id }: TileDocument) => Number(_id.split(':')[1])
  return lowest
    .sort((a, b) => numberOf(a) - numberOf(b))
    .flatMap(({ events, hashes }) => {
      const bytes = Buffer.from(hashes, 'base64')
      return events.map((id, index) => ({ id, leaf: bytes.subarray(index * 32, index * 32 + 32) }))
    })
}

/** Every checkpoint's root is that of the leaves it covers, so each is consistent with the one before. */
async function verifyRoots(checkpoints: readonly CheckpointDocument[], leaves: readonly Buffer[]): Promise<Finding[]> {
  const built = new Map<string, Buffer[]>()
  const read: ReadTile = async (level, number) => built.get(`${level}:${number}`) ?? []
  for (const { level, number, hashes } of await append(read, 0, leaves)) built.set(`${level}:${number}`, hashes)
  const findings: Finding[] = []
  for (const { _id, size, note } of checkpoints) {
    const signed = note.split('\n')[2]
    const root = size <= leaves.length ? (await rootOf(read, size)).toString('base64') : null
    if (root !== signed) findings.push({ kind: 'checkpointBroken', at: _id })
  }
  return findings
}
