import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { buildFunctions } from '../../../tools/build-functions'
import { line, median } from '../figures'

const root = resolve(__dirname, '../../..')
const SOURCE = join(root, 'cloudfunctions')
const ROUNDS = 9
const MOST_SECONDS = 0.3
const MOST_KB = 1024

/** CPU seconds of a process that loads these modules and ends. */
function cpuSeconds(modules: string[]): number {
  const script =
    'process.argv.slice(1).forEach((name) => require(name)); console.log(JSON.stringify(process.cpuUsage())); process.exit()'
  const took = Array.from({ length: ROUNDS }, () => {
    const { stdout } = spawnSync(process.execPath, ['-e', script, ...modules], {
      encoding: 'utf8',
      cwd: root,
      env: {
        ...process.env,

        TENCENTCLOUD_RUNENV: 'SCF',
        TENCENTCLOUD_REGION: 'ap-shanghai',
        SCF_NAMESPACE: 'bench',
      },
    })
    const { user, system } = JSON.parse(stdout.trim().split('\n').at(-1)!) as { user: number; system: number }
    return (user + system) / 1e6
  })
  return median(took)
}

/** `npm run bench -- coldstart`: what a cold start of each function costs above bare Node, beside the same source bundled by esbuild alone. */
export async function functionStart(): Promise<void> {
  const folder = mkdtempSync(join(root, 'dist', 'bench-'))
  try {
    const [ours, plain] = [join(folder, 'ours'), join(folder, 'plain')]
    const built = await buildFunctions(SOURCE, ours)
    await build({
      entryPoints: built.map(({ name }) => ({ in: join(SOURCE, name, 'index.ts'), out: join(name, 'index') })),
      outdir: plain,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node18',
      mainFields: ['main', 'module'],
      define: { 'import.meta.url': 'bundleUrl' },
      banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
      external: ['sharp'],
      logLevel: 'error',
    })
    const bare = cpuSeconds([])
    line('bare Node', `${bare.toFixed(3)} CPU s`)
    line('the SDK alone, as its package is', `${(cpuSeconds(['@cloudbase/node-sdk']) - bare).toFixed(3)} CPU s above`)
    for (const name of readdirSync(ours)) {
      const files = [ours, plain].map((where) => join(where, name, 'index.js'))
      const [here, there] = files.map((file) => ({ cpu: cpuSeconds([file]) - bare, kb: statSync(file).size / 1024 }))
      line(`${name}: loaded, and by esbuild alone`, `${here.cpu.toFixed(3)} and ${there.cpu.toFixed(3)} CPU s above`, {
        says: `≤ ${MOST_SECONDS}`,
        met: here.cpu <= MOST_SECONDS,
      })
      line('  its bundle', `${here.kb.toFixed(0)} and ${there.kb.toFixed(0)} KB`, {
        says: `≤ ${MOST_KB} KB`,
        met: here.kb <= MOST_KB,
      })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
