import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { line } from '../figures'

const WEAPP = resolve(__dirname, '../../../dist/miniprogram')
const MOST_KB = 450

/** Bytes below a folder, leaving out one of its subfolders. */
function bytesOf(folder: string, leftOut: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== leftOut)
    .reduce((total, entry) => {
      const path = join(folder, entry.name)
      return total + (entry.isDirectory() ? bytesOf(path, '') : statSync(path).size)
    }, 0)
}

export async function packageSize(): Promise<void> {
  if (!existsSync(WEAPP)) throw new Error('not built: npm run build:weapp')
  const [main, all] = [bytesOf(WEAPP, 'staff') / 1024, bytesOf(WEAPP, '') / 1024]
  line('weapp main package (whole mini-program)', `${main.toFixed(0)} KB (${all.toFixed(0)} KB)`, {
    says: `< ${MOST_KB} KB`,
    met: main < MOST_KB,
  })
}
