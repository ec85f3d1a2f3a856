import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What benchmarks alone need has a package.json of its own, so that `npm ci` does not bring it to everybody. */
const areThere = existsSync(join(__dirname, 'node_modules/tesseract.js'))
const HOW = 'npm ci --prefix test/bench'

/** Says once how to install them, where they are missing. */
export function sayIfMissing(): void {
  if (!areThere) console.log(`bench:ocr compares with tesseract.js, which is not installed: ${HOW}`)
}

export function needThem(): void {
  if (!areThere) throw new Error(`tesseract.js is not installed; first: ${HOW}`)
}
