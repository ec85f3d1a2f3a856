import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = path.resolve(__dirname, '../../.shots')

/**
 * Photographs what is on the screen into the ignored folder `.shots/` for a person to look at, and answers the file's path. Never
 * the whole length of a page: this browser comes back from that with another scale, and the next taps land elsewhere.
 */
export async function shot(page: Page, name: string): Promise<string> {
  mkdirSync(FOLDER, { recursive: true })
  const file = path.join(FOLDER, `${name}.png`)
  await page.screenshot({ path: file })
  return file
}
