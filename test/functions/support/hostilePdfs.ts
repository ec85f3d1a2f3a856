import { deflateSync } from 'node:zlib'
import { closedPdf } from './closedPdf'
import type { HostileFile } from './hostileFiles'
import { manyPages, onePage, packed, stream, writePdf } from './makePdf'
import { BOUNDED, image, pdfBombs, RGB, SHOWN } from './pdfBombs'

const OK = ['ok']
const NO_PDF = ['PDF_NOT_PDF']
const BROKEN = ['PDF_UNREADABLE']
const CLOSED = ['PDF_ENCRYPTED']
const TOO_MUCH = ['PDF_TOO_COMPLEX']
/** What is left when a reader repairs or skips what is broken: a page may come out, or none. */
const REPAIRED = ['ok', 'PDF_UNREADABLE']
/** The file that keeps a reader busy for as long as it is let. */
export const SLOWEST_FILE = 'a shading that counts to sixty thousand at each point'

const text = (content: string) => Buffer.from(content, 'latin1')
/** PDFs that mean harm, or come broken; the same at each run. */
export async function hostilePdfs(): Promise<HostileFile[]> {
  const files: HostileFile[] = []
  const add = (name: string, bytes: Buffer, expected: string[]) => files.push({ name, bytes, expected })
  const sound = onePage()

  // Not a PDF, or not a whole one.
  add('a wrong magic number', Buffer.concat([text('%PDG-'), sound.subarray(5)]), NO_PDF)
  add('a magic number in small letters', Buffer.concat([text('%pdf-'), sound.subarray(5)]), NO_PDF)
  add('a header after 1 KB of junk', Buffer.concat([Buffer.alloc(1024, 0x20), sound]), NO_PDF)
  add('a header after one line break', Buffer.concat([text('\n'), sound]), OK)
  add('a header alone', text('%PDF-1.7\n'), NO_PDF)
  add('a header and an end alone', text('%PDF-1.7\n%%EOF'), BROKEN)
  add('one byte', text('%'), NO_PDF)
  add('noise behind a header', Buffer.concat([text('%PDF-1.7\n'), deflateSync(text('noise'.repeat(999)))]), NO_PDF)
  for (let part = 1; part <= 10; part += 1) {
    const cut = sound.subarray(0, Math.floor((sound.length * part) / 11))
    add(`cut at ${part}/11`, cut, NO_PDF)
    add(`cut at ${part}/11, with an end put on`, Buffer.concat([cut, text('\n%%EOF')]), REPAIRED)
  }
  // Polyglots. What is kept is drawn anew: whatever rode along is gone, and what begins as something else is that.
  const zip = Buffer.concat([text('PK\x03\x04'), Buffer.alloc(200), text('SECRET')])
  add('a ZIP in front of it', Buffer.concat([zip, sound]), NO_PDF)
  add('HTML in front of it', Buffer.concat([text('<!doctype html><script>alert(1)</script>'), sound]), OK)
  add('a JPEG in front of it', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), sound]), NO_PDF)
  add('a ZIP behind it', Buffer.concat([sound, zip]), OK)
  add('HTML behind it', Buffer.concat([sound, text('<script>SECRET</script>')]), OK)
  add('a large ZIP behind it', Buffer.concat([sound, zip, Buffer.alloc(9000)]), OK)
  add('a JPEG within it', onePage({ more: [stream('', Buffer.from([0xff, 0xd8, 0xff, 0xe0]))] }), OK)

  // Closed.
  for (const version of ['1.3', '1.4', '1.6', '1.7ext3'] as const)
    add(`a password, as of PDF ${version}`, await closedPdf({ userPassword: 'SECRET', pdfVersion: version }), CLOSED)
  add('closed to printing, not to reading', await closedPdf({ ownerPassword: 'SECRET' }), OK)
  add('closed by a certificate', onePage({ trailer: '/Encrypt<</Filter/Adobe.PubSec/V 4>>/ID[<00><00>]' }), CLOSED)
  add('closed in no known way', onePage({ trailer: '/Encrypt<</Filter/Standard/V 99/R 99>>/ID[<00><00>]' }), CLOSED)

  // Pages.
  add('no page', writePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']).bytes, BROKEN)
  add('no page tree', writePdf(['<</Type/Catalog>>']).bytes, BROKEN)
  add('seven pages', manyPages(7), ['PDF_TOO_MANY_PAGES'])
  add('10,000 pages', manyPages(10_000), ['PDF_TOO_MANY_PAGES'])
  for (const count of ['10000', '2147483647', '-1', '1e9', '99999999999999999999'])
    add(`a page tree that counts ${count}`, countingPages(count), [...REPAIRED, 'PDF_TOO_MANY_PAGES'])
  add('a page tree that holds itself', treeOf('2 0 R'), REPAIRED)
  add('a page tree that holds itself a thousand times', treeOf('2 0 R '.repeat(1000)), [
    ...REPAIRED,
    'PDF_TOO_MANY_PAGES',
  ])
  add('a page that is its own parent', onePage({ page: '/Parent 3 0 R' }), REPAIRED)
  for (const box of [
    '0 0 14400 14400',
    '0 0 200000 200000',
    '0 0 1e9 1e9',
    '0 0 99999999999999999999 99999999999999999999',
    '0 0 1 14400',
    '0 0 0.0001 0.0001',
    '0 0 0 0',
    '600 800 0 0',
    '-1e38 -1e38 1e38 1e38',
    '0 0 nan inf',
    '',
    '(a) (b) (c) (d)',
  ])
    add(`a page of [${box}]`, onePage({ box }), REPAIRED)
  add('a unit of a thousand inches', onePage({ page: '/UserUnit 75000' }), OK)
  add('a page turned by 12,345 degrees', onePage({ page: '/Rotate 12345' }), OK)

  // Loops and depths.
  const once = writePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'])
  const loop = (entry: string) =>
    writePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'], entry).bytes
  add('a table that comes before itself', loop(`/Prev ${once.tableAt}`), REPAIRED)
  add('a table whose stream is itself', loop(`/XRefStm ${once.tableAt}`), REPAIRED)
  add('a table that begins behind the file', swap(sound, /startxref\n\d+/, 'startxref\n999999999'), REPAIRED)
  add('a table that begins before the file', swap(sound, /startxref\n\d+/, 'startxref\n-5'), REPAIRED)
  add('a table of eight million rows', swap(sound, /xref\n0 5/, 'xref\n0 8000000'), REPAIRED)
  add('a length that is its own', onePage({ contentObject: '<</Length 4 0 R>>stream\nq Q\nendstream' }), REPAIRED)
  add('a length of 2 GB', onePage({ contentObject: '<</Length 2147483647>>stream\nq Q\nendstream' }), REPAIRED)
  add('an object that is itself', onePage({ contentObject: '4 0 R' }), REPAIRED)
  add('arrays a million deep', onePage({ more: ['['.repeat(1_000_000)] }), REPAIRED)
  add('a page with arrays 100,000 deep', onePage({ page: `/A ${'['.repeat(100_000)}` }), REPAIRED)
  add('dictionaries 100,000 deep', onePage({ catalogue: `/A ${'<</A'.repeat(100_000)}` }), REPAIRED)
  add('a page whose words are deep', onePage({ content: `${'['.repeat(500_000)}` }), BOUNDED)
  add('a stack never emptied', onePage({ content: 'q '.repeat(2_000_000) }), BOUNDED)
  const form = (data: string, resources: string) =>
    stream(`/Type/XObject/Subtype/Form/BBox[0 0 600 900]/Resources<<${resources}>>`, data)
  const usingX = { content: '/X Do', resources: '/XObject<</X 5 0 R>>' }
  add('a drawing that draws itself', onePage({ ...usingX, more: [form('/X Do', '/XObject<</X 5 0 R>>')] }), OK)
  add('a mask that masks itself', onePage({ ...usingX, more: [image('/Width 9/Height 9/SMask 5 0 R', '')] }), OK)
  add(
    'an object stream that goes on in itself',
    onePage({ more: [stream('/Type/ObjStm/N 9/First 9/Extends 5 0 R', '')] }),
    OK,
  )
  const tiling = (data: string, steps: string) =>
    stream(`/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]${steps}/Resources<</Pattern<</P 5 0 R>>>>`, data)
  const filled = { content: '/Pattern cs /P scn 0 0 595 842 re f', resources: '/Pattern<</P 5 0 R>>' }
  add('a pattern of itself', onePage({ ...filled, more: [tiling(filled.content, '/XStep 9/YStep 9')] }), BOUNDED)
  add(
    'a pattern of steps of nothing',
    onePage({ ...filled, more: [tiling('0 0 1 1 re f', '/XStep 1e-9/YStep 1e-9')] }),
    BOUNDED,
  )
  add(
    'a line dashed by a ten-thousandth',
    onePage({ content: '[0.0001 0.0001] 0 d 0 0 m 14400 14400 l S', box: '0 0 14400 14400' }),
    BOUNDED,
  )
  add(
    'drawings that draw ten others each, nine deep',
    onePage({
      content: '/X0 Do',
      resources: '/XObject<</X0 5 0 R>>',
      more: Array.from({ length: 10 }, (_, depth) =>
        depth === 9
          ? form('0 0 500 500 re f', '')
          : form(`/X${depth + 1} Do `.repeat(10), `/XObject<</X${depth + 1} ${depth + 6} 0 R>>`),
      ),
    }),
    TOO_MUCH,
  )
  add(
    'a million paths over each other',
    onePage({ contentObject: packed('', '0 0 595 842 re f '.repeat(1_000_000)) }),
    BOUNDED,
  )
  add(
    SLOWEST_FILE,
    onePage({
      content: '/S sh',
      resources: '/Shading<</S<</ShadingType 1/ColorSpace/DeviceRGB/Domain[0 595 0 842]/Function 5 0 R>>>>',
      more: [stream('/FunctionType 4/Domain[0 595 0 842]/Range[0 1 0 1 0 1]', `{${' dup mul sqrt'.repeat(20_000)} 0}`)],
    }),
    TOO_MUCH,
  )

  files.push(...pdfBombs())

  // What a reader might run or open. Nothing here does: the page is drawn, and that is all that is kept.
  const acts: Record<string, string> = {
    'JavaScript when it opens': '/OpenAction<</S/JavaScript/JS(app.alert\\("SECRET"\\))>>',
    'JavaScript that never ends': '/OpenAction<</S/JavaScript/JS(while\\(true\\);)>>',
    'a program started when it opens': '/OpenAction<</S/Launch/F(cmd.exe)/Win<</F(cmd.exe)/P(SECRET)>>>>',
    'a page fetched when it opens': '/OpenAction<</S/URI/URI(http://127.0.0.1:1/SECRET)>>',
    'a form sent when it opens': '/OpenAction<</S/SubmitForm/F(http://127.0.0.1:1/SECRET)>>',
    'JavaScript by name': '/Names<</JavaScript<</Names[(a) <</S/JavaScript/JS(SECRET)>>]>>>>',
    'a file within': '/Names<</EmbeddedFiles<</Names[(SECRET.exe) <</Type/Filespec/F(SECRET.exe)/EF<</F 5 0 R>>>>]>>>>',
    'a collection of files': '/Collection<</View/D>>',
  }
  for (const [name, catalogue] of Object.entries(acts))
    add(name, onePage({ catalogue, more: [stream('', 'SECRET')] }), OK)
  const xml = '/AcroForm<</Fields[]/XFA[(template) 5 0 R]>>'
  add('a form of XML', onePage({ catalogue: xml, more: [stream('', 'SECRET')] }), ['PDF_PLACEHOLDER'])
  add('JavaScript of a page', onePage({ page: '/AA<</O<</S/JavaScript/JS(SECRET)>>>>' }), OK)
  add(
    'a film on the page',
    onePage({ page: '/Annots[<</Type/Annot/Subtype/RichMedia/Rect[0 0 99 99]/Contents(SECRET)>>]' }),
    OK,
  )
  add('a note without a place', onePage({ page: '/Annots[<</Type/Annot/Subtype/Text>> null 7 99 0 R]' }), OK)

  // Fonts.
  const written = { content: 'BT /F 20 Tf 50 50 Td (A) Tj ET', resources: '/Font<</F 5 0 R>>' }
  for (const kind of ['FontFile', 'FontFile2', 'FontFile3'])
    add(
      `a broken ${kind}`,
      onePage({
        ...written,
        more: [
          '<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 65/LastChar 65/Widths[600]/FontDescriptor 6 0 R>>',
          `<</Type/FontDescriptor/FontName/X/Flags 4/${kind} 7 0 R>>`,
          stream('/Subtype/OpenType', Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7919) % 251))),
        ],
      }),
      OK,
    )
  add(
    'a letter drawn by itself',
    onePage({
      ...written,
      more: [
        '<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[9]/Encoding<</Differences[65/A]>>/CharProcs<</A 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>',
        stream('', written.content),
      ],
    }),
    OK,
  )

  // A sound file with a few bytes wrong, at forty places.
  const mixed = onePage({
    ...SHOWN,
    more: [image(`/Width 2/Height 2${RGB}/Filter/FlateDecode`, deflateSync(Buffer.alloc(12, 0x55)))],
  })
  for (let seed = 1; seed <= 40; seed += 1)
    add(`bytes wrong, seed ${seed}`, withBytesWrong(mixed, seed), [
      ...BOUNDED,
      'PDF_ENCRYPTED',
      'PDF_TOO_MANY_PAGES',
      'PDF_NOT_PDF',
    ])
  return files
}

const countingPages = (count: string) =>
  writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[3 0 R]/Count ${count}>>`,
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>',
  ]).bytes

const treeOf = (kids: string) =>
  writePdf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count 3>>`]).bytes

function swap(bytes: Buffer, what: RegExp, by: string): Buffer {
  const before = bytes.toString('latin1')
  if (!what.test(before)) throw new Error(`not in the file: ${what}`)
  return text(before.replace(what, by))
}

/** Six bytes changed, never the first or last marks; the places follow from the seed (a linear congruence). */
function withBytesWrong(bytes: Buffer, seed: number): Buffer {
  const wrong = Buffer.from(bytes)
  let state = seed * 2_654_435_761
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  for (let count = 0; count < 6; count += 1) wrong[8 + next(wrong.length - 16)] = next(256)
  return wrong
}
