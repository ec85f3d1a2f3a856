import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import { loadModels } from '../../local/ocr/loadModels'
import { Picture } from '../../local/ocr/Picture'
import { PAPERS } from '../certificates/support/papers'

const card = readFileSync(join(PAPERS, 'id-wei.jpg'))
const decode = (file: Buffer, maximumPixels = 50_000_000) => Picture.decode(file, maximumPixels, 2400)

/** A PNG whose header promises `side` × `side` pixels and holds none of them. */
async function hollowPng(side: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(side, 16)
  png.writeUInt32BE(side, 20)
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29)
  return png
}

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['an empty file', () => Buffer.alloc(0), 'empty'],
  ['text', () => Buffer.from('公民身份号码 450202198803120326'), 'unreadable'],
  ['half a photograph', () => card.subarray(0, card.length / 2), 'unreadable'],
  ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'format'],
  ['a GIF', () => sharp(card).resize(40).gif().toBuffer(), 'format'],
])('%s is refused', async (_, file, reason) => {
  await expect(decode(await file())).rejects.toMatchObject({ name: 'PictureError', reason })
})

test('a picture with too many pixels is refused by its header, not by decoding it', async () => {
  // Its pixels do not exist: had it been decoded, the refusal would be `unreadable`.
  await expect(decode(await hollowPng(30_000))).rejects.toMatchObject({ reason: 'tooManyPixels' })
  await expect(decode(await hollowPng(3_000))).rejects.toMatchObject({ reason: 'unreadable' })
  await expect(decode(card, 1600 * 1200 - 1)).rejects.toMatchObject({ reason: 'tooManyPixels' })
})

test('a large picture is reduced, and says by how much', async () => {
  const large = await sharp(card).resize(4800, 3600).jpeg().toBuffer()
  const { width, height, reduction } = await decode(large)
  expect([width, height, reduction]).toEqual([2400, 1800, 2])
})

test('EXIF orientation is obeyed', async () => {
  const { width, height } = await decode(readFileSync(join(PAPERS, 'id-yang.jpg')))
  expect([width, height]).toEqual([1600, 1200])
})

test('grain is smoothed away, an edge stays where it is; a third of a pixel is nothing to smooth', async () => {
  const side = 64
  const data = Buffer.from(
    Array.from({ length: side * side * 3 }, (_, i) => {
      const x = Math.floor(i / 3) % side
      const y = Math.floor(i / 3 / side)
      return (x < side / 2 ? 60 : 180) + ((x + y) % 2 ? 40 : -40)
    }),
  )
  const raw = { width: side, height: side, channels: 3 as const }
  const picture = await decode(await sharp(data, { raw }).png().toBuffer())
  const plain = { mean: [0, 0, 0] as [number, number, number], deviation: [1, 1, 1] as [number, number, number] }
  /** One row through the middle, 0..255. */
  const row = (of: Picture) => [...of.sample([1, 0, 0, 0, 1, 32], side, 1, plain).slice(0, side)].map((v) => v * 255)
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values)
  const smooth = row(await picture.smoothed(1))
  expect(spread(row(picture).slice(4, 28))).toBeGreaterThan(60)
  expect(spread(smooth.slice(4, 28))).toBeLessThan(8)
  expect([smooth[28]! < 120, smooth[35]! > 120]).toEqual([true, true])
  expect(await picture.smoothed(0.2)).toBe(picture)
})

test('a folder without the networks is named', async () => {
  await expect(loadModels(PAPERS)).rejects.toThrow(/ch_PP-OCRv4_det_infer\.onnx/)
})
