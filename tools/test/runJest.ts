import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(__dirname, '../..')

/** Jest with these arguments, its words on this process's own output. What it found is in the file it was told to write. */
export function runJest(args: string[], env: Record<string, string>): void {
  const { error, signal } = spawnSync(process.execPath, [require.resolve('jest/bin/jest'), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  if (error) throw error
  if (signal) process.exit(1)
}
