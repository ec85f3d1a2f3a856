import { readFileSync, writeFileSync } from 'node:fs'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

/**
 * Reads a PDF with Mozilla's reader, another program than the one that wrote it: `node pdfText.mjs file [picture.png]` prints
 * { title, pages, text, embedded } as JSON and draws the first page. A module of its own because jest runs CommonJS.
 */
const [file, picture] = process.argv.slice(2)
const pdf = await getDocument({
  data: new Uint8Array(readFileSync(file)),
  verbosity: VerbosityLevel.ERRORS,
  isEvalSupported: false,
  // What is not embedded is not drawn.
  useSystemFonts: false,
}).promise
const page = await pdf.getPage(1)
let text = ''
for (let number = 1; number <= pdf.numPages; number += 1) {
  const { items } = await (await pdf.getPage(number)).getTextContent()
  text += `${items.map(({ str, hasEOL }) => str + (hasEOL ? '\n' : '')).join('')}\n`
}
const { info } = await pdf.getMetadata()

if (picture) {
  const viewport = page.getViewport({ scale: 1.5 })
  const canvas = createCanvas(viewport.width, viewport.height)
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise
  writeFileSync(picture, canvas.toBuffer('image/png'))
}
const source = readFileSync(file, 'latin1')
const embedded = source.match(/\/FontFile[23]? /g)?.length ?? 0
const fonts = source.match(/\/Type \/FontDescriptor/g)?.length ?? 0
console.log(JSON.stringify({ title: info.Title, pages: pdf.numPages, text, fonts, embedded }))
