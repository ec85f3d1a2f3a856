import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(__dirname, '..')

/** Runs a build script of package.json quietly and says how long it took. Throws with everything it printed when it fails. */
export function runBuild(script: string): void {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', script], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${stdout}${stderr}\n${script} 没有成功，请看上面的原因。`)
  console.log(`${script}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

if (require.main === module) {
  try {
    for (const script of ['build:functions', 'build:weapp', 'build:h5']) runBuild(script)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
