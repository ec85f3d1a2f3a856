import { createHash } from 'node:crypto'
import {
  append,
  consistencyProof,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  type ReadTile,
  rootOf,
  TILE,
} from '../../cloudfunctions/lib/record/merkleTree'
import fc from '../support/fastCheck'

const sha = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()

/** RFC 6962 §2.1 word by word, over all leaves at once. */
function plainRoot(leaves: Buffer[]): Buffer {
  if (leaves.length === 0) return sha()
  if (leaves.length === 1) return sha(Buffer.of(0), leaves[0])
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  return sha(Buffer.of(1), plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)))
}

class Tiles {
  readonly tiles = new Map<string, Buffer[]>()
  size = 0
  reads = 0
  readonly read: ReadTile = async (level, number) => {
    this.reads += 1
    const tile = this.tiles.get(`${level}:${number}`)
    if (!tile) throw new Error(`no tile ${level}:${number}`)
    return tile
  }

  async add(data: Buffer[]): Promise<void> {
    for (const { level, number, hashes } of await append(this.read, this.size, data.map(leafHash)))
      this.tiles.set(`${level}:${number}`, hashes)
    this.size += data.length
  }
}

const leaves = Array.from({ length: 3 * TILE + 7 }, (_, index) => Buffer.from(`event ${index}`))
const sizes = fc.integer({ min: 0, max: leaves.length })

async function treeOf(size: number): Promise<Tiles> {
  const tree = new Tiles()
  await tree.add(leaves.slice(0, size))
  return tree
}

/** The vectors of RFC 6962's reference implementation (certificate-transparency, merkle_tree_test). */
const VECTORS: [string, string][] = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
]

test.each(VECTORS.map(([, root], index) => [index + 1, root] as const))(
  'the known root of %i leaves',
  async (size, root) => {
    const tree = new Tiles()
    for (const [data] of VECTORS.slice(0, size)) await tree.add([Buffer.from(data, 'hex')])
    expect((await rootOf(tree.read, size)).toString('hex')).toBe(root)
  },
)

test('the root is that of the plain definition, however the leaves came', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }), async (parts) => {
      const tree = new Tiles()
      for (const part of parts) await tree.add(leaves.slice(tree.size, Math.min(tree.size + part, leaves.length)))
      expect(await rootOf(tree.read, tree.size)).toEqual(plainRoot(leaves.slice(0, tree.size)))
    }),
    { seed: 1, numRuns: 40 },
  )
})

test('an earlier root can be told from the tiles of a later tree', async () => {
  const tree = await treeOf(leaves.length)
  await fc.assert(
    fc.asyncProperty(sizes, async (size) => {
      expect(await rootOf(tree.read, size)).toEqual(plainRoot(leaves.slice(0, size)))
    }),
    { seed: 2, numRuns: 60 },
  )
})

test('every leaf is proven, and nothing else is', async () => {
  const tree = await treeOf(leaves.length)
  await fc.assert(
    fc.asyncProperty(sizes, fc.nat(), fc.nat(), async (size, one, other) => {
      fc.pre(size > 0)
      const index = one % size
      const root = await rootOf(tree.read, size)
      const proof = await inclusionProof(tree.read, index, size)
      expect(isIncluded(leafHash(leaves[index]), index, size, proof, root)).toBe(true)
      expect(isIncluded(leafHash(Buffer.from('another')), index, size, proof, root)).toBe(false)
      if (other % size !== index)
        expect(isIncluded(leafHash(leaves[index]), other % size, size, proof, root)).toBe(false)
      if (proof.length > 0) expect(isIncluded(leafHash(leaves[index]), index, size, proof.slice(1), root)).toBe(false)
    }),
    { seed: 3, numRuns: 200 },
  )
})

test('a tree that grew is consistent, one that was rewritten is not', async () => {
  const tree = await treeOf(leaves.length)
  const forged = new Tiles()
  await forged.add(leaves.map((leaf, index) => (index === 5 ? Buffer.from('rewritten') : leaf)))
  await fc.assert(
    fc.asyncProperty(sizes, sizes, async (a, b) => {
      const [before, size] = [Math.min(a, b), Math.max(a, b)]
      const [earlier, root] = [await rootOf(tree.read, before), await rootOf(tree.read, size)]
      const proof = await consistencyProof(tree.read, before, size)
      expect(isConsistent(before, earlier, size, root, proof)).toBe(true)
      if (before <= 5) return
      const other = await rootOf(forged.read, size)
      expect(isConsistent(before, earlier, size, other, proof)).toBe(false)
      expect(isConsistent(before, earlier, size, other, await consistencyProof(forged.read, before, size))).toBe(false)
    }),
    { seed: 4, numRuns: 200 },
  )
})

test('a proof reads a handful of tiles, not the tree', async () => {
  const tree = await treeOf(leaves.length)
  tree.reads = 0
  await inclusionProof(tree.read, 300, leaves.length)
  expect(tree.reads).toBeLessThan(15)
})
