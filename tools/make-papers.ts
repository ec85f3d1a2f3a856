/**
 * Draws the synthetic papers of test/fixtures/papers: `npx tsx tools/make-papers.ts`.
 * Needs a Chromium (environment variable CHROMIUM, else the one inside `@sparticuz/chromium`); tests only read the pictures kept.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { launchBrowser } from '../test/support/chromium'
import { drawPaper } from './papers/drawPaper'
import { type Paper, papers, people } from './papers/truth'

const [WIDTH, HEIGHT] = [1600, 1200]
const MAXIMUM_BYTES = 250_000
const OUT = join(__dirname, '../test/fixtures/papers')

/** mulberry32: the same noise on every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Lens blur, sensor noise, the way the phone was held, and JPEG, no larger than MAXIMUM_BYTES. */
async function photograph(screenshot: Buffer, { shot }: Paper, seed: number): Promise<Buffer> {
  const blurred = sharp(screenshot).removeAlpha()
  const { data, info } = await (shot.blur > 0.3 ? blurred.blur(shot.blur) : blurred)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const next = random(seed)
  for (let i = 0; i < data.length; i++) {
    const gaussian = next() + next() + next() + next() - 2
    data[i] = Math.max(0, Math.min(255, data[i] + gaussian * shot.noise * 1.7))
  }
  for (let quality = 84; ; quality -= 6) {
    let picture = sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }).rotate(shot.turn ?? 0)
    // Pixels turned by 270° are put upright again by EXIF orientation 6 (turn 90° clockwise).
    if (shot.exif) picture = picture.withMetadata({ orientation: 6 })
    const file = await picture.jpeg({ quality, mozjpeg: true }).toBuffer()
    if (file.length <= MAXIMUM_BYTES) return file
  }
}

async function main() {
  mkdirSync(OUT, { recursive: true })
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } })
    for (const [place, paper] of papers.entries()) {
      await page.setContent(drawPaper(paper, WIDTH, HEIGHT))
      const file = await photograph(await page.screenshot(), paper, 4502 + place)
      writeFileSync(join(OUT, paper.file), file)
      console.log(`${paper.file} ${(file.length / 1000).toFixed(0)} kB`)
    }
  } finally {
    await browser.close()
  }
  const kept = papers.map(({ shot, ...paper }) => paper)
  writeFileSync(join(OUT, 'papers.json'), `${JSON.stringify({ people, papers: kept }, null, 2)}\n`)
}

void main()
