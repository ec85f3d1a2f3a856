import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { builtProbes } from '../support/built'

const ROOT = resolve(__dirname, '../..')

/** A throw-away project around the test function, built by the product's own builder. */
export interface TestProject {
  folder: string
  remove(): void
}

/** @param timers the test function's triggers */
export async function makeProject(timers: { name: string; config: string }[] = []): Promise<TestProject> {
  const folder = mkdtempSync(join(tmpdir(), 'local-host-'))
  mkdirSync(join(folder, 'functions'))
  // The same bundle under further names: one without any permission, one with little time.
  for (const name of ['echo', 'plain', 'brief']) {
    cpSync(join(builtProbes(), 'echo'), join(folder, 'functions', name), { recursive: true })
  }
  writeFileSync(
    join(folder, 'functions/echo/config.json'),
    JSON.stringify({
      permissions: { openapi: ['subscribeMessage.send', 'ocr.printedText'] },
      triggers: timers.map((timer) => ({ ...timer, type: 'timer' })),
    }),
  )
  const configured = { handler: 'index.main', timeout: 60, memorySize: 128 }
  writeFileSync(
    join(folder, 'cloudbaserc.json'),
    JSON.stringify({
      version: '2.0',
      envId: 'test-env',
      functions: [
        {
          ...configured,
          name: 'echo',
          envVariables: { GREETING: 'hello', SECRET: '{{env.TEST_SECRET}}' },
        },
        { ...configured, name: 'plain' },
        { ...configured, name: 'brief', timeout: 1 },
      ],
    }),
  )
  writeFileSync(join(folder, 'database.json'), JSON.stringify({ collections: [{ name: 'notes', rule: 'ADMINONLY' }] }))
  mkdirSync(join(folder, 'web'))
  writeFileSync(join(folder, 'web/index.html'), '<!doctype html><title>网页</title>')
  writeFileSync(join(folder, 'web/app.3f2a9c1d.js'), 'export {}')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Runs the command line as a person would. `output` grows with what it prints. */
export function spawnHost(
  project: TestProject,
  flags: string[] = [],
  env: Record<string, string> = {},
): { process: ChildProcess; output: () => string } {
  const host = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'local/main.ts',
      '--port',
      '0',
      '--project',
      project.folder,
      '--functions',
      'functions',
      '--web',
      'web',
      ...flags,
    ],
    { cwd: ROOT, env: { ...process.env, NODE_ENV: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  for (const stream of [host.stdout, host.stderr]) stream.on('data', (chunk) => (output += chunk))
  return { process: host, output: () => output }
}

export interface RunningHost {
  url: string
  process: ChildProcess
  output(): string
  /** An HTTP request to the host; a path, method, body. */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  json(path: string): Promise<Record<string, unknown>>
  login(persona: string): Promise<{ token: string; openid: string }>
  /** Calls the test function and returns what it returned. */
  call(event: Record<string, unknown>, token?: string, name?: string): Promise<unknown>
  /** Ends the process and waits until it has. @returns its exit code */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

export async function startHost(project: TestProject, flags: string[] = []): Promise<RunningHost> {
  const { process: host, output } = spawnHost(project, flags)
  const url = await new Promise<string>((ready, failed) => {
    createInterface({ input: host.stdout! }).on('line', (line) => line.startsWith('READY ') && ready(line.slice(6)))
    host.once('exit', () => failed(new Error(`the host ended: ${output()}`)))
  })
  const post = (path: string, body: unknown = {}, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  return {
    url,
    process: host,
    output,
    post,
    json: async (path) => (await fetch(url + path)).json() as Promise<Record<string, unknown>>,
    login: async (persona) => (await post(`/local/as/${persona}`)).json() as Promise<{ token: string; openid: string }>,
    call: async (event, token, name = 'echo') => {
      const response = await post(`/v1/functions/${name}`, event, token ? { authorization: `Bearer ${token}` } : {})
      if (response.ok) return response.json()
      throw Object.assign(new Error(await response.clone().text()), {
        status: response.status,
        ...((await response.json()) as object),
      })
    },
    stop: async (signal) => {
      if (host.exitCode === null && host.signalCode === null) {
        const ended = once(host, 'exit')
        host.kill(signal)
        await ended
      }
      return host.exitCode
    },
  }
}
