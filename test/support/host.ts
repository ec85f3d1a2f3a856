import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { builtFunctions } from './built'

const ROOT = path.resolve(__dirname, '../..')

/** How the local host is started. */
export interface HostOptions {
  /** Its data folder; a temporary one, removed by `stop`, unless named. */
  data?: string
  /** Any free port unless named. */
  port?: number
  /** Added to the environment of the host and of its functions. */
  env?: Record<string, string>
  /** Further command-line flags (`--project`, `--functions`, `--web`, `--import`). */
  flags?: string[]
}

/** What a call that failed answered. */
export class HostCallError extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** The platform's error code, empty when the answer was not JSON. */
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A message the simulated WeChat gateway was asked to send, as the gateway wrote it down. */
export type PushRecord = Record<string, unknown>

/** The local CloudBase host, in its own process, as a person would start it. */
export class TestHost {
  private process: ChildProcess | undefined
  private printed = ''
  private origin = ''

  private constructor(
    private readonly options: HostOptions,
    private readonly data: string,
  ) {}

  /** Starts a host and waits for its READY line. Throws with what it printed when it ends before. */
  static async start(options: HostOptions = {}): Promise<TestHost> {
    const host = new TestHost(options, options.data ?? mkdtempSync(path.join(tmpdir(), 'onecert-host-')))
    await host.run(options.port ?? 0)
    return host
  }

  /** `http://127.0.0.1:PORT`; the port survives a restart. */
  get url(): string {
    return this.origin
  }

  get pid(): number {
    return this.process!.pid!
  }

  /** Everything the process has printed, over all its lives. */
  get output(): string {
    return this.printed
  }

  /** Ends the process by its own id and waits until it is gone; answers its exit code (null when a signal ended it). */
  async kill(signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): Promise<number | null> {
    const process = this.process!
    if (process.exitCode === null && process.signalCode === null) {
      const ended = once(process, 'exit')
      process.kill(signal)
      await ended
    }
    return process.exitCode
  }

  /** Starts it again on the same data and port, after ending it if it still runs. Sessions do not survive: log in again. */
  async restart(signal: 'SIGTERM' | 'SIGKILL' = 'SIGKILL'): Promise<void> {
    await this.kill(signal)
    await this.run(Number(new URL(this.origin).port))
  }

  /** Ends it in good order and removes its temporary data. */
  async stop(): Promise<void> {
    await this.kill('SIGTERM')
    if (!this.options.data) rmSync(this.data, { recursive: true, force: true })
  }

  /** Signs a persona in through the development login. */
  login(persona: string): Promise<{ token: string; openid: string }> {
    return this.post(`/local/as/${persona}`, {}) as Promise<{ token: string; openid: string }>
  }

  /** Calls a function as the holder of the token (no one without) and answers its return value. Throws HostCallError. */
  call(name: string, event: object, token?: string): Promise<unknown> {
    return this.post(`/v1/functions/${name}`, event, token)
  }

  /** The host's clock, in epoch milliseconds; every function's Date moves with it. */
  readonly clock = {
    now: async (): Promise<number> => ((await this.get('/local/clock')) as { now: number }).now,
    set: async (epochMs: number): Promise<void> => void (await this.post('/local/clock', { set: epochMs })),
    advance: async (ms: number): Promise<void> => void (await this.post('/local/clock', { advanceMs: ms })),
  }

  /** Fires a function's timer now and answers what the function returned. */
  async timer(functionName: string): Promise<unknown> {
    return ((await this.post(`/local/timers/${functionName}`, {})) as { result: unknown }).result
  }

  /** What the simulated WeChat gateway was sent, oldest first. */
  async wechat(): Promise<PushRecord[]> {
    return ((await this.get('/local/wechat.json')) as { messages: PushRecord[] }).messages
  }

  /** The next subscribe message to this person is refused with errcode 43101. */
  async refuseNextMessage(openid: string): Promise<void> {
    await this.post('/local/wechat/refuse', { openid })
  }

  /** Of every so many messages the gateway answers one with a system error, until the host ends; 0 for none. */
  async failMessages(every: number): Promise<void> {
    await this.post('/local/wechat/fail', { every })
  }

  private async run(port: number): Promise<void> {
    // tsx as an import hook keeps it one process, so that a signal reaches the host itself.
    const built = process.env.TEST_BUILD ? ['--functions', builtFunctions()] : []
    const flags = ['--port', String(port), '--data', this.data, '--quiet', ...built, ...(this.options.flags ?? [])]
    const child = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...flags], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: '', ...this.options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.process = child
    child.stderr.on('data', (chunk) => {
      this.printed += chunk
    })
    this.origin = await new Promise<string>((ready, failed) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        this.printed += `${line}\n`
        if (line.startsWith('READY ')) ready(line.slice('READY '.length))
      })
      child.once('exit', (code) => failed(new Error(`the host ended with ${code}: ${this.printed}`)))
    })
  }

  private async get(where: string): Promise<unknown> {
    return answer(await fetch(this.origin + where))
  }

  private async post(where: string, body: object, token?: string): Promise<unknown> {
    const headers: Record<string, string> = { 'content-type': 'application/json' }
    if (token) headers.authorization = `Bearer ${token}`
    return answer(await fetch(this.origin + where, { method: 'POST', headers, body: JSON.stringify(body) }))
  }
}

/** Starts a local host; see TestHost. */
export const startHost = TestHost.start

async function answer(response: Response): Promise<unknown> {
  const text = await response.text()
  const json = text === '' ? undefined : parse(text)
  if (response.ok) return json
  const { code = '', message = text } = (json ?? {}) as { code?: string; message?: string }
  throw new HostCallError(response.status, code, message)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
