import { once } from 'node:events'
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { makeProject, spawnHost, startHost, type TestProject } from './startHost'

let project: TestProject
beforeAll(async () => {
  project = await makeProject()
})
afterAll(() => project.remove())

/** Runs the host where it must not start. @returns exit code and what it printed */
async function refused(flags: string[], env: Record<string, string> = {}, of = project): Promise<[number, string]> {
  const { process: host, output } = spawnHost(of, flags, env)
  const [code] = await once(host, 'close')
  return [code, output().trim()]
}
/** One line, no stack: written for the operator. */
const oneLine = (text: RegExp) => [1, expect.stringMatching(new RegExp(`^[^\\n]*${text.source}[^\\n]*$`))]

describe('the host refuses to start', () => {
  it('in production, in Chinese and English', async () => {
    expect(await refused([], { NODE_ENV: 'production' })).toEqual(oneLine(/拒绝启动.*must not run in production/))
  })

  it('on a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await refused(['--port', String(port)])).toEqual(oneLine(/端口 \d+ 已被占用/))
    other.close()
  })

  it('twice over one data folder', async () => {
    const first = await startHost(project)
    expect(await refused([])).toEqual(oneLine(/.+/))
    await first.stop('SIGTERM')
  })

  it('where the data folder is not a folder', async () => {
    writeFileSync(join(project.folder, 'occupied'), '')
    expect(await refused(['--data', 'occupied'])).toEqual(oneLine(/不是文件夹/))
  })

  it('where the data folder is read-only', async () => {
    const folder = join(project.folder, 'locked')
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    // Nobody forbids root anything but a read-only file system; the kernel's own is one for everybody.
    const data = process.getuid?.() === 0 ? '/sys/onecert' : folder
    expect(await refused(['--data', data])).toEqual(oneLine(/数据文件夹/))
  })

  it('without built functions, or with a configuration it cannot read', async () => {
    expect(await refused(['--functions', 'nowhere'])).toEqual(oneLine(/还没有构建/))
    const broken = await makeProject()
    writeFileSync(join(broken.folder, 'cloudbaserc.json'), '{')
    expect(await refused([], {}, broken)).toEqual(oneLine(/读不懂/))
    rmSync(join(broken.folder, 'cloudbaserc.json'))
    expect(await refused([], {}, broken)).toEqual(oneLine(/读不懂/))
    broken.remove()
  })

  it('with an unknown flag or a port that is none', async () => {
    expect((await refused(['--prot', '1']))[0]).toBe(1)
    expect(await refused(['--port', 'x'])).toEqual(oneLine(/端口不对/))
  })
})

describe('a running host', () => {
  it('ends with 0 after finishing the call under way, and takes its instances along', async () => {
    const host = await startHost(project)
    const { pid } = (await host.call({ do: 'count' })) as { pid: number }
    const under = host.call({ do: 'wait', ms: 500 })
    // Only once the call has arrived does asking to stop mean anything.
    while (!(await host.json('/local/health')).ready);
    const [code, answer] = await Promise.all([host.stop('SIGTERM'), under])
    expect([code, answer]).toEqual([0, { pid }])
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  })

  it('keeps its secrets to its owner and over restarts', async () => {
    const file = join(project.folder, '.data/secrets.json')
    const before = readFileSync(file, 'utf8')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const host = await startHost(project)
    expect(readFileSync(file, 'utf8')).toBe(before)
    const environment = (await host.call({ do: 'environment' })) as Record<string, string>
    expect(environment.SECRET).toBe(JSON.parse(before).TEST_SECRET)
    await host.stop('SIGTERM')
  })

  it('answers only under its own name, and never another site', async () => {
    const host = await startHost(project)
    const { port } = new URL(host.url)
    expect((await host.post('/local/clock', { advanceMs: 1 }, { origin: 'http://evil.example' })).status).toBe(403)
    const renamed = await fetch(`http://localhost:${port}/local/health`, { redirect: 'manual' }).catch(() => undefined)
    // localhost may mean ::1 alone; where it reaches the host, it is sent to the one address.
    if (renamed) expect([renamed.status, renamed.headers.get('location')]).toEqual([307, `${host.url}/local/health`])
    await host.stop('SIGTERM')
  })

  it('serves the web page with types and caching, and nothing outside its folder', async () => {
    const host = await startHost(project)
    const page = await fetch(`${host.url}/`)
    expect([page.status, page.headers.get('content-type'), page.headers.get('cache-control')]).toEqual([
      200,
      'text/html; charset=utf-8',
      'no-cache',
    ])
    const script = await fetch(`${host.url}/app.3f2a9c1d.js`)
    expect(script.headers.get('cache-control')).toContain('immutable')
    const again = await fetch(`${host.url}/`, { headers: { 'if-none-match': page.headers.get('etag')! } })
    expect(again.status).toBe(304)
    for (const path of [
      '/..%2fcloudbaserc.json',
      '/%2e%2e/cloudbaserc.json',
      '/..%5ccloudbaserc.json',
      '/%00',
      '/nothing',
    ])
      expect((await fetch(host.url + path)).status).toBe(404)
    expect((await fetch(`${host.url}/%`)).status).toBe(400)
    expect((await fetch(`${host.url}/`, { method: 'DELETE' })).status).toBe(405)
    await host.stop('SIGTERM')
  })

  it('logs requests without their bodies, queries and tokens', async () => {
    const host = await startHost(project)
    const { token } = await host.login('resident')
    await host.call({ do: 'identity', id: '450203199001011234' }, token)
    await host.json('/local/health?secret=1')
    await host.stop('SIGTERM')
    expect(host.output()).toMatch(/^POST \/v1\/functions\/echo 200 \d+ ms$/m)
    expect(host.output()).not.toMatch(/450203|secret|Bearer/)
    expect(host.output()).not.toContain(token)
  })

  it('shows the personas and logs one in where the web page keeps its session', async () => {
    const host = await startHost(project)
    const html = await (await fetch(`${host.url}/local`)).text()
    expect(html).toContain('/local/as/resident')
    const login = await (await fetch(`${host.url}/local/as/manager`)).text()
    const [, stored] = /setItem\('onecert\.session', "(.*)"\)/.exec(login)!
    const { token } = JSON.parse(JSON.parse(`"${stored}"`))
    const identity = (await host.call({ do: 'identity' }, token)) as { perCall: string }
    expect(identity.perCall).toBe((await host.login('manager')).openid)
    expect((await fetch(`${host.url}/local/as/nobody`)).status).toBe(404)
    await host.stop('SIGTERM')
  })
})
