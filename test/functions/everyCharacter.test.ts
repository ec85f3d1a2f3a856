import { randomUUID } from 'node:crypto'
import { formRows } from '@shared/applicationForm'
import sharp from 'sharp'
import { openFont, runsOf } from '../../cloudfunctions/documents/chineseText'
import { Paper } from '../../cloudfunctions/documents/Paper'
import { watermarked } from '../../cloudfunctions/documents/watermark'
import { Driver } from '../support/driver'
import { readPdf } from '../support/readPdf'
import { standardCharacters } from '../support/standardCharacters'
import { fontlessPdf } from './support/paperPdf'

/** Whatever a person is called, what is printed is what was signed. */
const AT = new Date(Date.UTC(2026, 10, 23))
/** Of the planes beyond the list: extensions A to F, as GB 18030-2022 asks of public services at its third level. */
const BEYOND = '㛃㮾䲜𠀀𠮷𡃁𢀖𣗋𤋮𥻗𦍌𨭎𩽾𪚥𪜀𫇈𫝀𫞩𫠠𬄩𬺓𬺰𮯠'

const printed = async (text: string): Promise<string> => {
  const paper = new Paper('字', AT)
  paper.text(text, { size: 12 })
  return readPdf(await paper.bytes()).text.replace(/\s/g, '')
}
/** Whether a stretch of text leaves ink, and no box in place of any of it. */
const drawn = (text: string): boolean =>
  runsOf(text).every(({ font, text: part }) =>
    openFont(font)
      .font.layout(part)
      .glyphs.every((glyph) => glyph.id > 0 && glyph.path.commands.length > 0),
  )

test('the fixture is the whole of the list', () => {
  expect(standardCharacters).toHaveLength(8105)
  expect(new Set(standardCharacters).size).toBe(8105)
})

test.each([
  ['通用规范汉字表', standardCharacters.join('')],
  ['extensions A to F', BEYOND],
])('every character of %s is drawn, and is read out of the PDF as it was put in', async (_name, text) => {
  expect(Array.from(text).filter((character) => !drawn(character))).toEqual([])
  expect(await printed(text)).toBe(text)
})

test('a character no font here has is named by its number, and nothing stands for it in silence', async () => {
  expect(await printed('韦\u{323AF}\uE000')).toBe('韦[U+323AF][U+E000]')
})

test('the words across a copy are the words, not a stand-in for them', async () => {
  const white = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const inkOf = async (text: string) =>
    (
      await sharp(await watermarked(white, text))
        .greyscale()
        .raw()
        .toBuffer()
    ).toString('base64')
  const [rare, other, stand] = await Promise.all(['韦䶮', '韦𬭚', '韦〓'].map(inkOf))
  expect(new Set([rare, other, stand]).size).toBe(3)
})

describe('a person with a rare name', () => {
  let driver: Driver
  beforeAll(async () => {
    driver = await Driver.start()
  })
  afterAll(() => driver?.stop())

  const wordsAt = async (url: string) =>
    readPdf(Buffer.from(await (await fetch(url)).arrayBuffer())).text.replace(/\s/g, '')

  test.each(['韦䶮', '刘𬭚'])('%s stands on the form they signed and on the 受理通知书', async (name) => {
    const resident = await driver.as('resident')
    const application = await resident.prepare()
    application.identity.name = name
    application.contact.name = name
    const { id } = await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
    const form = await wordsAt((await resident.call('documents', 'signedForm', { id })).url)
    for (const [label, value] of formRows(application)) expect(form).toContain(`${label}${value.replace(/\s/g, '')}`)
    const notice = await resident.call('documents', 'caseDocument', { id, document: 'notice' })
    expect(await wordsAt(notice.url)).toContain(name)
  })

  test('words of a PDF whose own font is not inside are drawn, the rare ones too', async () => {
    const resident = await driver.as('resident')
    // A line each: one that is not drawn is white.
    const rare = Array.from('丏玎㧐䏝㤘眍')
    const [page] = await resident.uploadPdf(fontlessPdf(rare, 'SimSun'))
    const picture = await sharp(Buffer.from(await (await fetch(page.url)).arrayBuffer()))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    const { width, height } = picture.info
    const inkAt = (line: number) => {
      const [top, bottom] = [842 - 740 + 60 * line - 30, 842 - 740 + 60 * line + 10].map((y) =>
        Math.round((y * height) / 842),
      )
      const rows = picture.data.subarray(top * width, bottom * width)
      return rows.filter((grey) => grey < 128).length
    }
    expect(rare.filter((_character, line) => inkAt(line) < 60)).toEqual([])
  })
})
