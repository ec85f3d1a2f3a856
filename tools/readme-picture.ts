import { existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import sharp, { type OverlayOptions } from 'sharp'

/**
 * Composes the README's picture, three phone screens of the road side by side, from the screenshots its test leaves in `.shots/`:
 * `npx jest test/e2e/road.web test/e2e/casework && npx tsx tools/readme-picture.ts`.
 */
const root = resolve(__dirname, '..')
const SCREENS = ['road-web-03-read', 'road-web-06-accepted', 'casework-tasks']
const PICTURE = join(root, 'docs/pictures/road.png')
const BYTES_MAX = 300_000

/** Pixels of the finished picture. A screenshot is 750×1500. */
const SCREEN = { width: 480, height: 960 }
const GAP = 40
const CORNER = 32
const GROUND = '#dfe9e4'

const rounded = (fill: string, stroke = 'none') =>
  Buffer.from(
    `<svg width="${SCREEN.width}" height="${SCREEN.height}"><rect x="1" y="1" width="${SCREEN.width - 2}" height="${SCREEN.height - 2}" rx="${CORNER}" fill="${fill}" stroke="${stroke}" stroke-width="2"/></svg>`,
  )

async function screen(name: string): Promise<Buffer> {
  const file = join(root, '.shots', `${name}.png`)
  if (!existsSync(file)) throw new Error(`没有截图 ${name}.png：请先运行 npx jest test/e2e/road.web test/e2e/casework`)
  return sharp(file)
    .resize(SCREEN.width, SCREEN.height)
    .composite([
      { input: rounded('#fff'), blend: 'dest-in' },
      { input: rounded('none', '#b9c8c0'), blend: 'over' },
    ])
    .png()
    .toBuffer()
}

async function main(): Promise<void> {
  const screens = await Promise.all(SCREENS.map(screen))
  const overlays = screens.map(
    (input, index): OverlayOptions => ({ input, top: GAP, left: GAP + index * (SCREEN.width + GAP) }),
  )
  mkdirSync(dirname(PICTURE), { recursive: true })
  await sharp({
    create: {
      width: GAP + SCREENS.length * (SCREEN.width + GAP),
      height: SCREEN.height + 2 * GAP,
      channels: 3,
      background: GROUND,
    },
  })
    .composite(overlays)
    .png({ palette: true, colours: 256, effort: 10, compressionLevel: 9 })
    .toFile(PICTURE)
  const { size } = statSync(PICTURE)
  if (size > BYTES_MAX) throw new Error(`${PICTURE} is ${size} bytes; at most ${BYTES_MAX} belong into a README`)
  console.log(`docs/pictures/road.png ${Math.round(size / 1000)} KB`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
