import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = path.resolve(__dirname, '../../.shots')

/** Photographs the page into the ignored folder `.shots/` for a person to look at, and answers the file's path. */
export async function shot(page: Page, name: string, options: { fullPage?: boolean } = {}): Promise<string> {
  mkdirSync(FOLDER, { recursive: true })
  const file = path.join(FOLDER, `${name}.png`)
  await page.screenshot({ path: file, fullPage: options.fullPage ?? false })
  return file
}
