import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runInNewContext } from 'node:vm'
import sharp from 'sharp'
import { type Inspected, inspectPicture } from '../../cloudfunctions/lib/pictures/inspectPicture'
import fc from '../support/fastCheck'
import { comment, exif, makeJpeg, makePng, pngChunk, segment } from './support/makePicture'

const PAPERS = path.resolve(__dirname, '../fixtures/papers')

function sound(bytes: Buffer): Inspected {
  const inspected = inspectPicture(bytes)
  if (typeof inspected === 'string') throw new Error(`not sound: ${inspected}`)
  return inspected
}

describe('what the bytes say', () => {
  test('a JPEG and a PNG', () => {
    expect(sound(makeJpeg({ width: 1200, height: 800 }))).toMatchObject({
      format: 'jpeg',
      width: 1200,
      height: 800,
      orientation: 1,
    })
    expect(sound(makePng(40, 30))).toMatchObject({ format: 'png', width: 40, height: 30, orientation: 1 })
  })

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %d, in either byte order', (orientation) => {
    for (const little of [false, true]) {
      expect(sound(makeJpeg({ before: [exif(orientation, { little })] })).orientation).toBe(orientation)
    }
  })

  test('an orientation that does not exist is none', () => {
    expect(sound(makeJpeg({ before: [exif(9)] })).orientation).toBe(1)
    expect(sound(makeJpeg({ before: [exif(0)] })).orientation).toBe(1)
  })

  test('fill bytes before a marker are allowed (T.81, B.1.1.2)', () => {
    expect(sound(makeJpeg({ before: [Buffer.from([0xff, 0xff])], width: 7 })).width).toBe(7)
  })

  test.each<[what: string, fault: string, bytes: Buffer]>([
    ['nothing', 'empty', Buffer.alloc(0)],
    ['a text', 'notImage', Buffer.from('你好，这不是照片')],
    ['a PDF', 'notImage', Buffer.from('%PDF-1.7')],
    ['a WebP', 'notImage', Buffer.from('RIFF\0\0\0\0WEBPVP8 ')],
    ['a page in disguise', 'notImage', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a JPEG of three bytes', 'unreadable', Buffer.from([0xff, 0xd8, 0xff])],
    ['a PNG signature alone', 'unreadable', makePng().subarray(0, 8)],
    ['a JPEG without height', 'unreadable', makeJpeg({ height: 0 })],
    ['a PNG without width', 'unreadable', makePng(0, 5)],
    ['a JPEG of 60000 × 60000 pixels', 'tooManyPixels', makeJpeg({ width: 60_000, height: 60_000 })],
  ])('%s is %s', (_what, fault, bytes) => {
    expect(inspectPicture(bytes)).toBe(fault)
  })

  test('a PNG that claims more pixels than anyone decodes', () => {
    const bytes = makePng()
    bytes.writeUInt32BE(0xffffffff, 16)
    expect(inspectPicture(bytes)).toBe('tooManyPixels')
  })

  test('cut short anywhere it is refused, never taken for whole', () => {
    const jpeg = makeJpeg({ before: [exif(6), comment('taken at home')] })
    for (let length = 1; length < jpeg.length; length += 1) {
      expect(['notImage', 'unreadable']).toContain(inspectPicture(jpeg.subarray(0, length)))
    }
    const png = makePng(4, 3, [pngChunk('tEXt', Buffer.from('Author\0someone'))])
    for (let length = 1; length < png.length; length += 1) {
      expect(['notImage', 'unreadable']).toContain(inspectPicture(png.subarray(0, length)))
    }
  })
})

describe('what is kept of it', () => {
  test('place, time, device, comment and trailer are gone; which way is up stays', () => {
    const secrets = ['N24.326 E109.428', 'Huawei P30 2026:11', 'my kitchen', 'motion video']
    const bytes = makeJpeg({
      before: [
        exif(6, { secret: secrets[0] }),
        segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${secrets[1]}`)),
        comment(secrets[2]),
      ],
      trailer: Buffer.from(secrets[3]),
    })
    const { clean } = sound(bytes)
    for (const secret of secrets) {
      expect(bytes.includes(secret)).toBe(true)
      expect(clean.includes(secret)).toBe(false)
    }
    expect(sound(clean)).toMatchObject({ width: 640, height: 480, orientation: 6 })
    expect(sound(clean).clean).toEqual(clean)
  })

  test('a second picture behind the first, with its own place of taking, is gone', () => {
    const secret = 'N24.326 E109.428'
    const { clean } = sound(makeJpeg({ trailer: makeJpeg({ before: [exif(3, { secret })] }) }))
    expect(clean).toEqual(makeJpeg())
  })

  test('several scans, stuffed bytes and restarts are the picture; metadata between scans is not', () => {
    const scan = Buffer.from([1, 0xff, 0x00, 2, 0xff, 0xd3, 3])
    const again = segment(0xda, [1, 1, 0, 0, 63, 0])
    const { clean } = sound(makeJpeg({ scan: Buffer.concat([scan, comment('between'), again, scan]) }))
    expect(clean).toEqual(makeJpeg({ scan: Buffer.concat([scan, again, scan]) }))
  })

  test('the colour profile of Adobe and the JFIF header stay: without them colours change', () => {
    const adobe = segment(0xee, Buffer.from('Adobe\0d\0\0\0\0\x01', 'latin1'))
    const { clean } = sound(makeJpeg({ before: [adobe] }))
    expect(clean.includes('JFIF')).toBe(true)
    expect(clean.includes(adobe)).toBe(true)
  })

  test('text, time and EXIF of a PNG are gone', () => {
    const extra = [
      pngChunk('tEXt', Buffer.from('Location\0N24.326')),
      pngChunk('eXIf', Buffer.from('MM GPS')),
      pngChunk('tIME', Buffer.alloc(7)),
    ]
    const { clean } = sound(makePng(4, 3, extra))
    for (const word of ['tEXt', 'eXIf', 'tIME', 'N24.326']) expect(clean.includes(word)).toBe(false)
    expect(clean).toEqual(makePng(4, 3))
  })

  test('another decoder sees the same pixels before and after, and the same way up', async () => {
    const raw = { width: 60, height: 40, channels: 3 as const }
    const noise = Buffer.from(Array.from({ length: 60 * 40 * 3 }, (_, i) => (i * 37) % 256))
    const metadata = { exif: { IFD0: { Copyright: 'someone at home' }, IFD3: { GPSLatitudeRef: 'N' } } }
    for (const orientation of [1, 3, 6, 8]) {
      const taken = await sharp(noise, { raw })
        .jpeg()
        .withMetadata({ ...metadata, orientation })
        .toBuffer()
      expect(taken.includes('someone at home')).toBe(true)
      const { clean } = sound(taken)
      expect(clean.includes('someone at home')).toBe(false)
      expect((await sharp(clean).metadata()).orientation ?? 1).toBe(orientation)
      const upright = (bytes: Buffer) => sharp(bytes).rotate().raw().toBuffer()
      expect(await upright(clean)).toEqual(await upright(taken))
    }
  })

  test('every fixture paper is sound and another decoder agrees on its size', async () => {
    const files = readdirSync(PAPERS).filter((file) => file.endsWith('.jpg'))
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) {
      const bytes = readFileSync(path.join(PAPERS, file))
      const { width, height, orientation, clean } = sound(bytes)
      const seen = await sharp(bytes).metadata()
      expect([width, height, orientation]).toEqual([seen.width, seen.height, seen.orientation ?? 1])
      expect((await sharp(clean).metadata()).width).toBe(width)
    }
  })
})

describe('whatever comes, it answers', () => {
  /** Ends: a loop would meet jest's limit. Never throws: that would be the test's failure. */
  const answers = (bytes: Buffer) => {
    const inspected = inspectPicture(bytes)
    if (typeof inspected === 'string') return
    expect(inspected.clean.length).toBeLessThanOrEqual(bytes.length + 40)
    // What was cleaned is itself sound, and cleaning it again changes nothing.
    expect(sound(inspected.clean).clean).toEqual(inspected.clean)
  }
  const bytes = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array))

  test('noise, with or without a signature before it', () => {
    const starts = [
      Buffer.alloc(0),
      makeJpeg().subarray(0, 2),
      Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
      makePng().subarray(0, 8),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...starts), bytes, (start, noise) => answers(Buffer.concat([start, noise]))),
      { numRuns: 2000 },
    )
  })

  test('a sound picture with bytes changed, cut out or put in', () => {
    const whole = [
      makeJpeg({ before: [exif(6), exif(3, { little: true }), comment('x')] }),
      makePng(9, 9, [pngChunk('tEXt', Buffer.from('a\0b'))]),
    ]
    const change = fc.record({
      at: fc.nat(),
      remove: fc.integer({ min: 0, max: 8 }),
      put: fc.uint8Array({ maxLength: 8 }),
    })
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.array(change, { minLength: 1, maxLength: 6 }), (picture, changes) => {
        let changed = picture
        for (const { at, remove, put } of changes) {
          const from = at % changed.length
          changed = Buffer.concat([changed.subarray(0, from), put, changed.subarray(from + remove)])
          if (changed.length === 0) return
        }
        answers(changed)
      }),
      { numRuns: 4000 },
    )
  })

  test('an EXIF block of any content', () => {
    const header = Buffer.from('Exif\0\0', 'latin1')
    const orders = fc.constantFrom('II*\0', 'MM\0*', 'XX')
    fc.assert(
      fc.property(orders, bytes, (order, noise) =>
        answers(makeJpeg({ before: [segment(0xe1, Buffer.concat([header, Buffer.from(order, 'latin1'), noise]))] })),
      ),
      { numRuns: 2000 },
    )
  })

  test('two megabytes of EXIF blocks that each claim 65535 entries are read once, not 65535 times', () => {
    const claim = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\xff\xff', 'latin1')
    const blocks = Buffer.concat(Array.from({ length: 100_000 }, () => segment(0xe1, claim)))
    const bytes = Buffer.concat([makeJpeg().subarray(0, 2), blocks])
    // The platform ends a call after 60 s; nothing interrupts a loop in this process but such a limit.
    const fault = runInNewContext('inspect(bytes)', { inspect: inspectPicture, bytes }, { timeout: 50_000 })
    expect(fault).toBe('unreadable')
  })

  test('two megabytes of empty markers take no longer than reading them', () => {
    const markers = Buffer.alloc(2_000_000, Buffer.from([0xff, 0xe1, 0x00, 0x02]))
    expect(inspectPicture(Buffer.concat([makeJpeg().subarray(0, 2), markers]))).toBe('unreadable')
    expect(inspectPicture(Buffer.concat([makeJpeg().subarray(0, 2), Buffer.alloc(2_000_000, 0xff)]))).toBe('unreadable')
  })
})
