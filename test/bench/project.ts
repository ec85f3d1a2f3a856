import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildFunctions } from '../../tools/build-functions'
import { type PersonaId, Session } from '../support/driver'
import { startHost, type TestHost } from '../support/host'

const root = resolve(__dirname, '../..')
const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
/** New Year's night: no measurement runs over it. */
const NEVER = '0 0 0 1 1 * *'

/**
 * The product's own backend with one function and one collection more, for comparison. Its timers stand still: the
 * benchmark fires the sweep itself.
 */
export class BenchProject {
  private readonly hosts: TestHost[] = []

  private constructor(private readonly folder: string) {}

  static async build(): Promise<BenchProject> {
    const folder = mkdtempSync(join(tmpdir(), 'onecert-bench-'))
    const functions = join(folder, 'functions')
    await buildFunctions(join(__dirname, 'functions'), join(folder, 'probe'))
    await buildFunctions(join(root, 'cloudfunctions'), functions)
    cpSync(join(folder, 'probe/probe'), join(functions, 'probe'), { recursive: true })
    const sweep = join(functions, 'sweep/config.json')
    const config = readJson(sweep)
    writeFileSync(sweep, JSON.stringify({ ...config, triggers: [{ ...config.triggers[0], config: NEVER }] }))
    const rc = readJson(join(root, 'cloudbaserc.json'))
    const probe = { name: 'probe', handler: 'index.main', timeout: 600, memorySize: 256 }
    writeFileSync(join(folder, 'cloudbaserc.json'), JSON.stringify({ ...rc, functions: [...rc.functions, probe] }))
    const database = readJson(join(root, 'database.json'))
    const collections = [...database.collections, { name: 'probe', rule: 'ADMINONLY', indexes: [] }]
    writeFileSync(join(folder, 'database.json'), JSON.stringify({ collections }))
    return new BenchProject(folder)
  }

  /** Where a host of that name keeps its data. */
  data(name: string): string {
    return join(this.folder, name)
  }

  /** A host on the data folder of that name, made with the people of the demonstration where it is not there. */
  async start(name: string): Promise<TestHost> {
    const functions = join(this.folder, 'functions')
    const flags = ['--project', this.folder, '--functions', functions, '--import', join(root, 'local/seed/people.json')]
    const host = await startHost({ data: this.data(name), flags })
    this.hosts.push(host)
    return host
  }

  /** Ends every host and removes all of it. */
  async remove(): Promise<void> {
    await Promise.all(this.hosts.map((host) => host.kill('SIGTERM')))
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export async function signIn(host: TestHost, persona: PersonaId): Promise<Session> {
  const { token, openid } = await host.login(persona)
  return new Session(host, persona, openid, token)
}

/** A Beijing wall time such as '2026-03-02 10:00' as an instant. */
export const beijing = (time: string): number => Date.parse(`${time.replace(' ', 'T')}:00+08:00`)
