import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FunctionConfig } from '../server/readProject'

/** Instances of one function at the same time; further calls wait in line. The platform's own limit is per environment and far higher. */
export const MAX_INSTANCES = 4
/** Loading the bundle is not part of the call's timeout, as on the platform, and has this limit of its own. */
const LOAD_WITHIN_MS = 60_000
/** A warm instance is kept this long without a call. */
const IDLE_MS = 60_000

/** Why a call has no return value. */
export type FailureKind = 'timeLimit' | 'memoryLimit' | 'failed' | 'notFound'

export class InvocationError extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message)
  }
}

/** One call as the child receives it. `environment` is set in the child for this call only. */
export interface Call {
  event: unknown
  context: Record<string, unknown>
  environment: Record<string, string>
  clockOffsetMs: number
}

type Answer = { value: string } | { error: { name: string; message: string; stack: string } }

interface Instance {
  child: ChildProcess
  /** Which bundle it loaded. */
  bundle: string | undefined
  idle?: NodeJS.Timeout
}

/**
 * The warm instances of one function: child processes that each take one call at a time, are reused most-recent-first, and go away when idle.
 * A call that exceeds the function's timeout has its process killed, as on the platform.
 */
export class FunctionPool {
  private readonly all = new Set<Instance>()
  private readonly free: Instance[] = []
  private readonly waiting: ((instance: Instance | Promise<Instance>) => void)[] = []
  private closed = false

  constructor(
    private readonly config: FunctionConfig,
    private readonly environment: Record<string, string>,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * @returns the function's return value as JSON text
   * @throws InvocationError when it threw, timed out, ran out of memory or its process ended
   */
  async invoke(call: Call): Promise<string> {
    const instance = await this.take()
    const { name, timeoutSeconds, memoryMb } = this.config
    if (instance.child.exitCode !== null || instance.child.signalCode !== null)
      throw new InvocationError('failed', `${name}: process ended while it loaded`)
    return new Promise<string>((resolve, reject) => {
      const { child } = instance
      let timedOut = false
      const timer = setTimeout(() => {
        timedOut = true
        child.kill('SIGKILL')
      }, timeoutSeconds * 1000)
      const settle = (): void => {
        clearTimeout(timer)
        child.off('message', onAnswer)
        child.off('exit', onExit)
      }
      const onAnswer = (answer: Answer): void => {
        settle()
        this.giveBack(instance)
        if ('value' in answer) {
          resolve(answer.value)
        } else {
          this.log(answer.error.stack || answer.error.message)
          reject(new InvocationError('failed', `${answer.error.name}: ${answer.error.message}`))
        }
      }
      const onExit = (code: number | null, signal: string | null): void => {
        settle()
        if (timedOut) reject(new InvocationError('timeLimit', `${name}: invocation exceeded ${timeoutSeconds} s`))
        else if (signal === 'SIGABRT')
          reject(new InvocationError('memoryLimit', `${name}: more than ${memoryMb} MB used`))
        else reject(new InvocationError('failed', `${name}: process ended (${signal ?? `code ${code}`})`))
      }
      child.on('message', onAnswer)
      child.on('exit', onExit)
      child.send(call)
    })
  }

  /** Moves the clock of the instances that are answering a call now; the others get it with their next call. */
  moveClock(clockOffsetMs: number): void {
    for (const { child } of this.all) if (child.connected) child.send({ clockOffsetMs })
  }

  /** Ends every instance at once; the host has waited for calls under way before. */
  async close(): Promise<void> {
    this.closed = true
    await Promise.all(
      [...this.all].map(({ child }) => {
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        return ended
      }),
    )
  }

  private async take(): Promise<Instance> {
    for (let warm = this.free.pop(); warm; warm = this.free.pop()) {
      clearTimeout(warm.idle)
      if (this.isCurrent(warm)) return warm
      warm.child.kill('SIGKILL')
    }
    if (this.all.size < MAX_INSTANCES) return this.start()
    return new Promise((resolve) => this.waiting.push(resolve))
  }

  private giveBack(instance: Instance): void {
    if (!this.isCurrent(instance)) {
      // Whoever waits gets a new one when this one has gone.
      instance.child.kill('SIGKILL')
      return
    }
    const next = this.waiting.shift()
    if (next) {
      next(instance)
      return
    }
    this.free.push(instance)
    instance.idle = setTimeout(() => {
      this.dropFree(instance)
      instance.child.kill()
    }, IDLE_MS).unref()
  }

  /** The bundle as it lies there now; undefined while it is being put there. */
  private bundle(): string | undefined {
    const found = statSync(join(this.config.folder, 'index.js'), { throwIfNoEntry: false })
    return found && `${found.ino} ${found.mtimeMs} ${found.size}`
  }

  /** A bundle that has been deployed anew answers the next call, as on the platform. */
  private isCurrent({ bundle }: Instance): boolean {
    const now = this.bundle()
    return now === undefined || now === bundle
  }

  private dropFree(instance: Instance): void {
    const at = this.free.indexOf(instance)
    if (at >= 0) this.free.splice(at, 1)
  }

  private async start(): Promise<Instance> {
    const bundle = this.bundle()
    const child = fork(join(__dirname, 'runtime.cjs'), [join(this.config.folder, 'index.js'), this.config.handler], {
      env: this.environment as NodeJS.ProcessEnv,
      cwd: this.config.folder,
      execArgv: [`--max-old-space-size=${this.config.memoryMb}`],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const instance: Instance = { child, bundle }
    this.all.add(instance)
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', this.log)
    }
    child.on('error', (error) => {
      this.log(error.message)
      if (child.pid === undefined) this.all.delete(instance) // never started, so it never exits
    })
    child.on('exit', () => {
      clearTimeout(instance.idle)
      this.all.delete(instance)
      this.dropFree(instance)
      // The place is free again for whoever waits.
      const next = this.closed ? undefined : this.waiting.shift()
      if (next) next(this.start())
    })
    const late = setTimeout(() => child.kill('SIGKILL'), LOAD_WITHIN_MS)
    // The first message says that the bundle is loaded; a process that cannot be started rejects here.
    await Promise.race([once(child, 'message'), once(child, 'exit')]).finally(() => clearTimeout(late))
    return instance
  }
}
