import { legibleSize } from '@shared/pictures/legibleSize'
import sharp from 'sharp'
import { watermarked } from '../../cloudfunctions/documents/watermark'
import { Driver, type Session } from '../support/driver'
import { onePage, stream } from './support/makePdf'
import { heic, ofd, oldWord, word } from './support/otherFiles'

/** What people hand in beside JPEG, PNG and plain PDF: called by its name with the way on, or taken out of its envelope. */
let driver: Driver
let resident: Session
beforeAll(async () => {
  driver = await Driver.start()
  resident = await driver.as('resident')
})
afterAll(() => driver?.stop())

const refusalOf = async (bytes: Buffer, fn: 'applicant' | 'documents') => {
  const announced = fn === 'documents' ? 'application/pdf' : 'image/jpeg'
  const ticket = await resident.call('applicant', 'startUpload', {
    purpose: 'property',
    contentType: announced,
    bytes: bytes.length,
  })
  await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(bytes) })
  const answer = await resident.ask(fn, 'confirmUpload', { picture: ticket.picture })
  return answer.ok ? 'ok' : `${answer.error.code} ${answer.error.message}`
}

test.each([
  ['a HEIC photo', heic(), /^PICTURE_HEIC .*HEIC.*截一张图/],
  ['a HEIF of another brand', heic('mif1'), /^PICTURE_HEIC /],
  ['an OFD', ofd(), /^FILE_OFD .*OFD.*PDF/],
  ['a Word file', word(), /^FILE_OFFICE .*另存为 PDF/],
  ['a Word file of before 2007', oldWord(), /^FILE_OFFICE /],
])('%s is called by its name, as a picture and as a PDF', async (_name, bytes, words) => {
  expect(await refusalOf(bytes, 'applicant')).toMatch(words)
  expect(await refusalOf(bytes, 'documents')).toMatch(words)
})

const MAIL =
  'MIME-Version: 1.0\r\nContent-Type: application/pdf; name="a.pdf"\r\nContent-Transfer-Encoding: binary\r\n\r\n'
const FORM = '------WebKitFormBoundaryA\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
const sound = onePage()

describe('a PDF in a harmless envelope is taken', () => {
  test.each([
    ['blank lines before', Buffer.concat([Buffer.from('\r\n\r\n  '), sound])],
    ['a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), sound])],
    ["a mail's header", Buffer.concat([Buffer.from(MAIL), sound])],
    [
      "a form's boundary on both sides",
      Buffer.concat([Buffer.from(FORM), sound, Buffer.from('\r\n------WebKitFormBoundaryA--\r\n')]),
    ],
    ['nulls to the end of a block', Buffer.concat([sound, Buffer.alloc(8192)])],
  ])('%s', async (_name, bytes) => {
    expect(await refusalOf(bytes, 'documents')).toBe('ok')
  })

  test('cut short in a further part it is not whole, and a photo before it is no envelope', async () => {
    const cut = Buffer.concat([sound, Buffer.from('9 0 obj\n<</Length 4000>>stream\n0 0 1 rg')])
    expect(await refusalOf(cut, 'documents')).toMatch(/^PDF_NOT_PDF /)
    const disguised = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), sound])
    expect(await refusalOf(disguised, 'documents')).toMatch(/^PDF_NOT_PDF /)
  })
})

describe('a page that only says another program is needed is no paper', () => {
  const XFA = '/AcroForm<</Fields[]/XFA 5 0 R>>'
  const form = stream('', '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"></xdp:xdp>')
  const attached = [stream('/Type/EmbeddedFile', 'x'), '<</Type/Filespec/F(a.pdf)/EF<</F 5 0 R>>>>']
  const names = '/Names<</EmbeddedFiles<</Names[(a.pdf)6 0 R]>>>>'
  test.each([
    ['an XFA form', onePage({ catalogue: `${XFA}/NeedsRendering true`, more: [form] })],
    ['an XFA form that does not say so, with nothing to fill in', onePage({ catalogue: XFA, more: [form] })],
    ['a portfolio', onePage({ catalogue: `${names}/Collection<</View/T>>`, more: attached })],
  ])('%s', async (_name, bytes) => {
    expect(await refusalOf(bytes, 'documents')).toMatch(/^PDF_PLACEHOLDER .*另存为 PDF.*拍照/)
  })

  test('a form whose fields are on its pages, and a certificate with data attached, are papers', async () => {
    const filled = onePage({
      catalogue: '/AcroForm<</Fields[6 0 R]/XFA 5 0 R>>',
      page: '/Annots[6 0 R]',
      more: [form, '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/F 4/Rect[100 100 200 200]>>'],
    })
    expect(await refusalOf(filled, 'documents')).toBe('ok')
    expect(await refusalOf(onePage({ catalogue: names, more: attached }), 'documents')).toBe('ok')
  })
})

describe('very tall pictures stay legible', () => {
  test.each([
    [1080, 8000],
    [1080, 2400],
    [8000, 1080],
  ])('%d × %d keeps its short side', (width, height) => {
    const size = legibleSize({ width, height })
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(800)
    expect(size.width / size.height).toBeCloseTo(width / height, 1)
  })

  test('an ordinary photo has 1600 on its long side, a small one is not enlarged, an endless one has an end', () => {
    expect(legibleSize({ width: 4000, height: 3000 })).toEqual({ width: 1600, height: 1200 })
    expect(legibleSize({ width: 600, height: 3000 })).toEqual({ width: 600, height: 3000 })
    const { width, height } = legibleSize({ width: 1000, height: 50_000 })
    expect(width * height).toBeLessThan(6_100_000)
  })

  test('a long page of a PDF and the copy staff look at keep it too', async () => {
    const [page] = await resident.uploadPdf(onePage({ box: '0 0 360 2880' }))
    expect(page.width).toBeGreaterThanOrEqual(800)
    const long = await sharp({ create: { width: 900, height: 6000, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(await watermarked(long, '查看')).metadata()).width).toBeGreaterThanOrEqual(800)
  })
})
