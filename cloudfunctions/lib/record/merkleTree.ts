import { createHash } from 'node:crypto'

/**
 * The Merkle tree of RFC 6962 §2.1 over the record's events, stored as tiles of 256 hashes (C2SP tlog-tiles): a proof reads a few
 * tiles, and appending writes only the last one of each level. Hashes are 32 bytes.
 */
export const TILE = 256
const TILE_LEVELS = 8

/** One tile: hashes of complete subtrees of 256^level leaves, from subtree 256 × `number` on; the last of a level is unfinished. */
export interface Tile {
  level: number
  number: number
  hashes: Buffer[]
}

/** Reads a stored tile; the caller asks for none that is not there. */
export type ReadTile = (level: number, number: number) => Promise<Buffer[]>

const hash = (...parts: Buffer[]): Buffer => {
  const digest = createHash('sha256')
  for (const part of parts) digest.update(part)
  return digest.digest()
}

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)
export const leafHash = (data: Buffer): Buffer => hash(LEAF, data)
const nodeHash = (left: Buffer, right: Buffer): Buffer => hash(NODE, left, right)

/** The tree of no leaves. */
const EMPTY = hash()

/** Largest power of two below `count`, which is at least 2. */
const splitOf = (count: number): number => 2 ** Math.floor(Math.log2(count - 1))

const isComplete = (from: number, count: number): boolean => Number.isInteger(Math.log2(count)) && from % count === 0

/** The hash over `hashes`, a power of two of them. */
function fold(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 1) return hashes[0]
  const half = hashes.length / 2
  return nodeHash(fold(hashes.slice(0, half)), fold(hashes.slice(half)))
}

/** MTH of the leaves [from, from + count), which begin where a subtree begins. */
async function hashOf(read: ReadTile, from: number, count: number): Promise<Buffer> {
  if (isComplete(from, count)) {
    const level = Math.floor(Math.log2(count) / TILE_LEVELS)
    const size = TILE ** level
    const tile = await read(level, Math.floor(from / (size * TILE)))
    const first = (from / size) % TILE
    return fold(tile.slice(first, first + count / size))
  }
  const left = splitOf(count)
  return nodeHash(await hashOf(read, from, left), await hashOf(read, from + left, count - left))
}

/** The root of the tree's first `size` leaves. */
export const rootOf = async (read: ReadTile, size: number): Promise<Buffer> =>
  size === 0 ? EMPTY : hashOf(read, 0, size)

/** The tiles that change when leaves are appended to a tree of `size` leaves. */
export async function append(read: ReadTile, size: number, leaves: readonly Buffer[]): Promise<Tile[]> {
  const written: Tile[] = []
  let [added, before] = [leaves, size]
  for (let level = 0; added.length > 0; level += 1) {
    const full: Buffer[] = []
    let open = before % TILE === 0 ? [] : await read(level, Math.floor(before / TILE))
    let number = Math.floor(before / TILE)
    open = open.slice(0, before % TILE)
    for (const one of added) {
      open.push(one)
      if (open.length === TILE) {
        written.push({ level, number, hashes: open })
        full.push(fold(open))
        number += 1
        open = []
      }
    }
    if (open.length > 0) written.push({ level, number, hashes: open })
    added = full
    before = Math.floor(before / TILE)
  }
  return written
}

/** PATH(index, D[size]): the hashes that lead from leaf `index` to the root of the first `size` leaves. */
export function inclusionProof(read: ReadTile, index: number, size: number): Promise<Buffer[]> {
  const path = async (at: number, from: number, count: number): Promise<Buffer[]> => {
    if (count === 1) return []
    const left = splitOf(count)
    return at < left
      ? [...(await path(at, from, left)), await hashOf(read, from + left, count - left)]
      : [...(await path(at - left, from + left, count - left)), await hashOf(read, from, left)]
  }
  return path(index, 0, size)
}

/** PROOF(before, D[size]): that the first `before` leaves are still the same. */
export function consistencyProof(read: ReadTile, before: number, size: number): Promise<Buffer[]> {
  const proof = async (same: number, from: number, count: number, whole: boolean): Promise<Buffer[]> => {
    if (same === count) return whole ? [] : [await hashOf(read, from, count)]
    const left = splitOf(count)
    return same <= left
      ? [...(await proof(same, from, left, whole)), await hashOf(read, from + left, count - left)]
      : [...(await proof(same - left, from + left, count - left, false)), await hashOf(read, from, left)]
  }
  return before === 0 ? Promise.resolve([]) : proof(before, 0, size, true)
}

/** Whether `proof` leads from a leaf's hash at `index` to `root` of `size` leaves (RFC 9162 §2.1.3.2). */
export function isIncluded(leaf: Buffer, index: number, size: number, proof: readonly Buffer[], root: Buffer): boolean {
  if (index < 0 || index >= size) return false
  let [node, last, hashed] = [index, size - 1, leaf]
  for (const next of proof) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hashed = nodeHash(next, hashed)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else hashed = nodeHash(hashed, next)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && hashed.equals(root)
}

/** Whether `proof` shows that the tree of `size` leaves and `root` begins with that of `before` leaves and `earlier` (RFC 9162 §2.1.4.2). */
export function isConsistent(
  before: number,
  earlier: Buffer,
  size: number,
  root: Buffer,
  proof: readonly Buffer[],
): boolean {
  if (before > size) return false
  if (before === 0) return earlier.equals(EMPTY) && proof.length === 0
  if (before === size) return proof.length === 0 && earlier.equals(root)
  const path = Number.isInteger(Math.log2(before)) ? [earlier, ...proof] : [...proof]
  const first = path.shift()
  if (!first) return false
  let [node, last] = [before - 1, size - 1]
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]
  let [was, is] = [first, first]
  for (const next of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      was = nodeHash(next, was)
      is = nodeHash(next, is)
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)]
    } else is = nodeHash(is, next)
    node = Math.floor(node / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && was.equals(earlier) && is.equals(root)
}
