import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { Driver, type Session } from '../support/driver'
import { readPdf } from '../support/readPdf'
import { onePage, stream } from './support/makePdf'
import { fontlessPdf, paperPdf } from './support/paperPdf'

/** Papers people have as PDF: each page becomes a picture like any other, and the file is gone. */
let driver: Driver
let resident: Session
beforeEach(async () => {
  driver = await Driver.start()
  resident = await driver.as('resident')
})
afterEach(() => driver?.stop())

const PAPERS = path.join(__dirname, '../fixtures/papers')
const COLOURS = ['#cc0000', '#00aa00', '#0000cc']
const threePages = () =>
  paperPdf((pdf) => {
    for (const [index, colour] of COLOURS.entries()) {
      if (index > 0) pdf.addPage({ size: index === 1 ? [842, 595] : 'A4' })
      pdf.rect(0, 0, 300, 300).fill(colour)
    }
  })

const bytesAt = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
const bytesOf = async (session: Session, picture: string) =>
  bytesAt((await session.call('applicant', 'pictureUrl', { picture })).url)
const isPdf = (bytes: Buffer) => bytes.includes('%PDF')
/** Colour of one pixel as `#rrggbb`, each part rounded to the nearest 17: a JPEG is not exact. */
async function colourAt(picture: Buffer, left: number, top: number): Promise<string> {
  const pixel = await sharp(picture).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()
  return `#${[...pixel].map((part) => (Math.round(part / 17) * 17).toString(16).padStart(2, '0')).join('')}`
}

test('every page becomes a picture, in order and the right way up; the file itself is gone', async () => {
  const pages = await resident.uploadPdf(await threePages())
  expect(pages.map(({ width, height }) => [width, height])).toEqual([
    [1131, 1600],
    [1600, 1131],
    [1131, 1600],
  ])
  for (const [index, { url, picture, width, height }] of pages.entries()) {
    const kept = await bytesAt(url)
    expect(await colourAt(kept, 100, 100)).toBe(COLOURS[index])
    expect(await colourAt(kept, width - 50, height - 50)).toBe('#ffffff')
    expect((await bytesOf(resident, picture)).equals(kept)).toBe(true)
  }
  expect(driver.files()).toHaveLength(3)
  expect(driver.files().some(isPdf)).toBe(false)
})

test('what one reader draws is what another draws', async () => {
  const pdf = await paperPdf((page) => {
    page.fontSize(26).text('商品房买卖合同', { align: 'center' })
    page.fontSize(13).text('出卖人将柳州市城中区文昌路 18 号的房屋卖给买受人。'.repeat(30), { lineGap: 6 })
    page.circle(420, 640, 60).lineWidth(5).stroke('#cc0000')
    page.image(path.join(PAPERS, 'id-wei.jpg'), 80, 560, { width: 220 })
  })
  const [page] = await resident.uploadPdf(pdf)
  const folder = mkdtempSync(path.join(tmpdir(), 'onecert-drawn-'))
  try {
    const other = path.join(folder, 'page.png')
    readPdf(pdf, other)
    const small = (picture: Buffer) =>
      sharp(picture).flatten({ background: '#fff' }).resize(283, 400, { fit: 'fill' }).greyscale().raw().toBuffer()
    const [ours, theirs] = await Promise.all([small(await bytesAt(page.url)), small(readFileSync(other))])
    const apart = (one: Buffer, two: Buffer) =>
      one.reduce((sum, grey, at) => sum + Math.abs(grey - two[at]!), 0) / one.length
    // Two readers differ in the last shade of an edge; an empty page is told from this one.
    expect(apart(ours, theirs)).toBeLessThan(3)
    expect(apart(Buffer.alloc(ours.length, 255), theirs)).toBeGreaterThan(15)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a scanned deed is read from its PDF as from its photograph', async () => {
  const scanned = await paperPdf((pdf) => pdf.image(path.join(PAPERS, 'property-wei.jpg'), 40, 60, { width: 515 }))
  const [page] = await resident.uploadPdf(scanned)
  const photographed = await resident.upload('property-wei.jpg', 'property')
  const [fromPdf, fromPhoto] = [
    await resident.call('applicant', 'readCertificate', { picture: page.picture }),
    await resident.call('applicant', 'readCertificate', { picture: photographed }),
  ]
  expect(fromPdf.kind).toBe('propertyCertificate')
  expect(fromPdf.kind).toBe(fromPhoto.kind)
  for (const field of ['number', 'owner']) expect(fromPdf.fields[field]?.value).toBe(fromPhoto.fields[field]?.value)
})

test.each(['STSong-Light', 'SimSun'] as const)(
  'words in %s, named and not inside, are drawn all the same',
  async (font) => {
    const lines = ['商品房买卖合同', '出卖人 柳州市城建房地产开发有限公司', '买受人 韦小红']
    const [page] = await resident.uploadPdf(fontlessPdf(lines, font))
    expect(await resident.call('applicant', 'readCertificate', { picture: page.picture })).toMatchObject({
      kind: 'purchaseContract',
    })
  },
)

test("the seal of a signed file and what was filled in are part of the page; a note's window is not", async () => {
  const mark = (colour: string) => stream('/Type/XObject/Subtype/Form/BBox[0 0 99 99]', `${colour} rg 0 0 99 99 re f`)
  const field = (type: string, left: number, drawing: number) =>
    `<</Type/Annot/Subtype/Widget/FT/${type}/T(${type})/F 4/Rect[${left} 100 ${left + 100} 200]/AP<</N ${drawing} 0 R>>>>`
  const pdf = onePage({
    content: '',
    catalogue: '/AcroForm<</Fields[7 0 R 8 0 R]/SigFlags 3>>',
    page: '/Annots[7 0 R 8 0 R <</Type/Annot/Subtype/Popup/Open true/Rect[100 500 400 700]/Contents(SECRET)>>]',
    more: [mark('0.8 0 0'), mark('0 0 0.8'), field('Sig', 100, 5), field('Tx', 300, 6)],
  })
  const [{ url }] = await resident.uploadPdf(pdf)
  const kept = await bytesAt(url)
  const at = (x: number, y: number) => colourAt(kept, Math.round(x * 1.9), Math.round((842 - y) * 1.9))
  expect(await at(150, 150)).toBe('#cc0000')
  expect(await at(350, 150)).toBe('#0000cc')
  expect(await at(250, 600)).toBe('#ffffff')
})

test('the pages are handed in as a paper and stay with the case; pages nobody handed in go', async () => {
  const { id } = await resident.apply()
  const pages = await resident.uploadPdf(await threePages())
  const pictures = pages.slice(0, 2).map(({ picture }) => picture)
  const paper = { group: 'property' as const, kind: 'purchaseContract', pictures }
  const commandId = '00000000-0000-4000-8000-000000000001'
  await resident.call('applicant', 'supplement', { commandId, id, paper })
  const manager = await driver.as('manager')
  for (const picture of pictures) {
    const { url } = await manager.call('documents', 'casePicture', { id, picture })
    expect((await sharp(await bytesAt(url)).metadata()).format).toBe('jpeg')
  }
  const elsewhere = { group: 'vatQualification' as const, kind: 'purchaseContract', pictures: [pages[2].picture] }
  expect(
    await resident.codeOf('applicant', 'supplement', { commandId: commandId.replace(/1$/, '2'), id, paper: elsewhere }),
  ).not.toBe('ok')
  await driver.host.clock.advance(4 * 24 * 3_600_000)
  await driver.sweep()
  for (const picture of pictures) expect((await bytesOf(resident, picture)).length).toBeGreaterThan(1000)
  expect(await resident.codeOf('applicant', 'pictureUrl', { picture: pages[2].picture })).toBe('PICTURE_MISSING')
})

test('confirmed several times at once, one set of pages is kept; afterwards it is answered again', async () => {
  const { picture } = await resident.put(await threePages(), 'property')
  const answers = await Promise.all(
    Array.from({ length: 4 }, () => resident.ask('documents', 'confirmUpload', { picture })),
  )
  expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1)
  const names = (pages: { picture: string }[]) => pages.map((page) => page.picture)
  const again = await resident.call('documents', 'confirmUpload', { picture })
  expect(new Set(names(again.pictures)).size).toBe(3)
  expect(names(again.pictures)[0]).toBe(picture)
  for (const answer of answers)
    if (answer.ok) expect(names((answer.data as typeof again).pictures)).toEqual(names(again.pictures))
  expect(driver.files()).toHaveLength(3)
  expect(await resident.codeOf('applicant', 'confirmUpload', { picture })).toBe('ok')
  const { pictures } = driver.documents()
  expect(pictures).toHaveLength(3)
})

test('a confirmation that comes late leaves alone what a case has taken over', async () => {
  const { id } = await resident.apply()
  const { picture } = await resident.put(await threePages(), 'property')
  // The second is still drawing when the first has answered and its pages are handed in.
  const late = Promise.all([1, 2, 3].map(() => resident.codeOf('documents', 'confirmUpload', { picture })))
  const { pictures } = await resident.call('documents', 'confirmUpload', { picture })
  const paper = { group: 'property' as const, kind: 'purchaseContract', pictures: pictures.map((page) => page.picture) }
  await resident.call('applicant', 'supplement', { commandId: '00000000-0000-4000-8000-000000000003', id, paper })
  await late
  await driver.host.clock.advance(4 * 24 * 3_600_000)
  await driver.sweep()
  for (const page of paper.pictures)
    expect(await resident.codeOf('applicant', 'pictureUrl', { picture: page })).toBe('ok')
})

test('cut off anywhere while it is confirmed, every file is still found and cleared away', async () => {
  for (const [round, wait] of [0, 60, 120, 180, 240, 300, 400, 500].entries()) {
    const session = await driver.as('resident')
    const { picture } = await session.put(await threePages(), 'property')
    const dying = session.ask('documents', 'confirmUpload', { picture }).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, wait))
    await driver.restart('SIGKILL')
    await dying
    // Half of them are confirmed after all, the others never again.
    if (round % 2 === 0)
      expect(await (await driver.as('resident')).codeOf('documents', 'confirmUpload', { picture })).toMatch(
        /^(ok|PICTURE_MISSING)$/,
      )
  }
  expect(driver.files().length).toBeGreaterThanOrEqual(8)
  await driver.host.clock.advance(4 * 24 * 3_600_000)
  for (let round = 0; round < 3; round += 1) await driver.sweep()
  expect(driver.files()).toEqual([])
})

describe('what is refused before anything is drawn', () => {
  const announce = (change: object) =>
    resident.ask('applicant', 'startUpload', {
      purpose: 'property',
      contentType: 'application/pdf',
      bytes: 1000,
      ...change,
    })
  test('by what is announced', async () => {
    expect(await announce({ bytes: 10_000_000 })).toMatchObject({ ok: true })
    expect(await announce({ bytes: 10_000_001 })).toMatchObject({
      error: { code: 'PDF_TOO_LARGE', message: expect.stringContaining('10MB') },
    })
    expect(await announce({ bytes: 0 })).toMatchObject({ error: { code: 'PICTURE_EMPTY' } })
    // A signature is drawn, never handed in as a file.
    expect(await announce({ purpose: 'signature' })).toMatchObject({ error: { code: 'BAD_REQUEST' } })
  })

  test('by what was put', async () => {
    const tooLarge = await resident.put(
      Buffer.concat([onePage(), Buffer.alloc(10_000_000, 0x20)]).subarray(0, 1000),
      'property',
    )
    const over = Buffer.concat([onePage(), Buffer.alloc(10_000_000, 0x20)])
    await fetch(tooLarge.url, { method: 'PUT', headers: tooLarge.headers, body: new Uint8Array(over) })
    expect(await resident.codeOf('documents', 'confirmUpload', { picture: tooLarge.picture })).toBe('PDF_TOO_LARGE')
    const photo = await resident.put('not-a-paper.jpg', 'property')
    expect(await resident.codeOf('documents', 'confirmUpload', { picture: photo.picture })).toBe('PDF_NOT_PDF')
    const file = await resident.put(onePage(), 'property')
    expect(await resident.codeOf('applicant', 'confirmUpload', { picture: file.picture })).toBe('PICTURE_NOT_IMAGE')
    // A file announced as a photograph has one place reserved, not six.
    const disguised = await resident.put('not-a-paper.jpg', 'property')
    await fetch(disguised.url, { method: 'PUT', headers: disguised.headers, body: new Uint8Array(await threePages()) })
    expect(await resident.ask('documents', 'confirmUpload', { picture: disguised.picture })).toMatchObject({
      error: { code: 'PDF_TOO_MANY_PAGES', params: { pages: '3', max: '1' } },
    })
  })
})
