import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { runBuild } from './build'
import { demoCases } from './demo/demoCases'

/**
 * `npm start`: builds what is not built or out of date, starts the local host on `.data`, and on the first start
 * brings about the demonstration's cases. Everything after `--` goes to the host (`npm start -- --port 9000`).
 */
const root = resolve(__dirname, '..')
const { values } = parseArgs({ options: { data: { type: 'string', default: '.data' } }, strict: false })
const data = resolve(root, String(values.data))
/** 'begun' or 'done': the demonstration is prepared once, even if it is interrupted. */
const demoMarker = join(data, 'demo-cases')

function newest(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}

function buildIfStale(script: string, output: string, sources: string[]): void {
  const target = join(root, output)
  const built = existsSync(target) ? statSync(target).mtimeMs : 0
  if (built > Math.max(...sources.map((source) => newest(join(root, source))))) return
  console.log(`正在构建 ${script} …（首次约需一分钟）`)
  runBuild(script)
}

function startHost(): ChildProcess {
  // The import hook keeps it one process, so that a signal reaches the host itself.
  const args = [
    '--import',
    'tsx',
    'local/main.ts',
    '--import',
    'local/seed/people.json',
    '--quiet',
    ...process.argv.slice(2),
  ]
  const host = spawn(process.execPath, args, { cwd: root, stdio: ['inherit', 'pipe', 'inherit'] })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => host.kill(signal))
  host.on('exit', (code) => process.exit(code ?? 1))
  return host
}

async function ready(host: ChildProcess): Promise<string> {
  return new Promise((settle) => {
    host.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const url = /READY (\S+)/.exec(text)?.[1]
      if (url) settle(url)
      else process.stdout.write(text)
    })
  })
}

async function prepareDemo(url: string): Promise<void> {
  if (existsSync(demoMarker)) {
    if (readFileSync(demoMarker, 'utf8') === 'begun')
      console.log('演示用的申请上次没有准备完；删掉数据文件夹可以重来。')
    return
  }
  console.log('首次启动：正在准备演示用的几件申请 …')
  writeFileSync(demoMarker, 'begun')
  await demoCases(url)
  writeFileSync(demoMarker, 'done')
}

async function main(): Promise<void> {
  buildIfStale('build:functions', 'dist/cloudfunctions/applicant/index.js', [
    'cloudfunctions',
    'shared',
    'package-lock.json',
  ])
  buildIfStale('build:h5', 'dist/h5/index.html', ['miniprogram', 'config', 'shared', 'package-lock.json'])
  const url = await ready(startHost())
  await prepareDemo(url)
  console.log(`
一证办电已在本机运行（模拟的 CloudBase 与微信，只供开发和演示）

  从这里开始，选一个身份进入：${url}/local
  居民：                     ${url}/local/as/resident
  小店店主：                 ${url}/local/as/shop
  企业（高压）：             ${url}/local/as/company
  客户经理：                 ${url}/local/as/manager
  会签人：                   ${url}/local/as/reviewer
  主管：                     ${url}/local/as/supervisor
  模拟的微信推送：           ${url}/local/wechat

  按 Ctrl+C 停止；数据在 ${data}，删掉它就从头开始。
`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
