import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { line } from '../figures'

const WEAPP = resolve(__dirname, '../../../dist/miniprogram')
const MOST_KB = 450
const SUBPACKAGES = ['staff', 'service']

/** Bytes below a folder, leaving out some of its subfolders. */
function bytesOf(folder: string, leftOut: readonly string[]): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !leftOut.includes(name))
    .reduce((total, entry) => {
      const path = join(folder, entry.name)
      return total + (entry.isDirectory() ? bytesOf(path, []) : statSync(path).size)
    }, 0)
}

export async function packageSize(): Promise<void> {
  if (!existsSync(WEAPP)) throw new Error('not built: npm run build:weapp')
  const [main, all] = [bytesOf(WEAPP, SUBPACKAGES) / 1024, bytesOf(WEAPP, []) / 1024]
  line('weapp main package (whole mini-program)', `${main.toFixed(0)} KB (${all.toFixed(0)} KB)`, {
    says: `< ${MOST_KB} KB`,
    met: main < MOST_KB,
  })
}
