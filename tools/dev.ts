import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildFunctions } from './build-functions'
import { watchFunctions } from './watchFunctions'

/**
 * `npm run dev`: the local host on `.data` with builds that follow every edit. A changed function answers the next call without a
 * restart; the web page is there when it is loaded again. Says how long it took from the edit. Everything after `--` goes to the host.
 */
const root = resolve(__dirname, '..')
const inRoot = (...parts: string[]) => join(root, ...parts)
const children: ChildProcess[] = []

function start(args: string[], stdout: 'pipe' | 'inherit'): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', stdout, 'inherit'] })
  children.push(child)
  return child
}

/** Resolves with the first line that matches; whatever else is printed goes on to the console. */
function lineOf(child: ChildProcess, wanted: RegExp): Promise<string> {
  return new Promise((found, failed) => {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      const match = wanted.exec(text)
      if (match) found(match[1] ?? '')
      else process.stdout.write(text)
    })
    child.once('exit', (code) => failed(new Error(`${child.spawnargs.join(' ')} 结束了（${code}）`)))
  })
}

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} 秒`

/** Taro writes its files one after the other; the page is whole when it has written none for so long. Milliseconds. */
const WRITTEN_MS = 150

function watchWeb(): void {
  start([require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--watch'], 'inherit')
  let editedAt: number | null = null
  for (const folder of ['miniprogram', 'shared'])
    watch(inRoot(folder), { recursive: true }, () => {
      editedAt ??= performance.now()
    })
  let written: NodeJS.Timeout | undefined
  watch(inRoot('dist/h5'), { recursive: true }, () => {
    clearTimeout(written)
    const [since, at] = [editedAt, performance.now()]
    written = setTimeout(() => {
      if (since !== null) console.log(`网页：改动后 ${((at - since) / 1000).toFixed(1)} 秒写好，刷新即可看到`)
      editedAt = null
    }, WRITTEN_MS)
  })
}

async function main(): Promise<void> {
  const [source, target] = [inRoot('cloudfunctions'), inRoot('dist/cloudfunctions')]
  await buildFunctions(source, target)
  mkdirSync(inRoot('dist/h5'), { recursive: true })
  const host = start(
    [...['--import', 'tsx', 'local/main.ts', '--import', 'local/seed/people.json'], ...process.argv.slice(2)],
    'pipe',
  )
  const url = await lineOf(host, /READY (\S+)/)
  await watchFunctions({ source, target, folders: [source, inRoot('shared')] }, async ({ functions, editedAt }) => {
    // Whoever asks first loads the new bundle: the answer is its own.
    await Promise.all(functions.map((name) => fetch(`${url}/v1/functions/${name}`, { method: 'POST', body: '{}' })))
    console.log(`${functions.join('、')}：改动后 ${seconds(editedAt)}由新代码应答`)
  })
  watchWeb()
  console.log(`开发中：${url}/local 。改 cloudfunctions、shared、miniprogram 下的文件，不用重启。按 Ctrl+C 停止。`)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM')
    process.exit(0)
  })

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  for (const child of children) child.kill()
  process.exit(1)
})
