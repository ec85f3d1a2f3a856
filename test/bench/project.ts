import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildFunctions } from '../../tools/build-functions'
import { startHost, type TestHost } from '../support/host'

const root = resolve(__dirname, '../..')
const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** The product's own backend with one function and one collection more, for comparison, on a fresh data folder. */
export async function startBenchHost(): Promise<{ host: TestHost; stop: () => Promise<void> }> {
  const project = mkdtempSync(join(tmpdir(), 'onecert-bench-'))
  const functions = join(project, 'functions')
  await buildFunctions(join(__dirname, 'functions'), join(project, 'probe'))
  await buildFunctions(join(root, 'cloudfunctions'), functions)
  cpSync(join(project, 'probe/probe'), join(functions, 'probe'), { recursive: true })
  const rc = readJson('cloudbaserc.json')
  const probe = { name: 'probe', handler: 'index.main', timeout: 600, memorySize: 256 }
  writeFileSync(join(project, 'cloudbaserc.json'), JSON.stringify({ ...rc, functions: [...rc.functions, probe] }))
  const database = readJson('database.json')
  const collections = [...database.collections, { name: 'probe', rule: 'ADMINONLY', indexes: [] }]
  writeFileSync(join(project, 'database.json'), JSON.stringify({ collections }))
  const flags = ['--project', project, '--functions', functions, '--import', join(root, 'local/seed/people.json')]
  const host = await startHost({ data: join(project, 'data'), flags })
  return {
    host,
    async stop() {
      await host.stop()
      rmSync(project, { recursive: true, force: true })
    },
  }
}

/** The middle value. */
export const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
