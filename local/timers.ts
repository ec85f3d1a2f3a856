import { Cron } from 'croner'
import type { Clock } from './clock'
import { CRON_OPTIONS } from './cron'
import type { FunctionConfig } from './server/readProject'

/** Longest wait before looking at the clock again. */
const LOOK_AGAIN_MS = 60_000

interface Timer {
  functionName: string
  triggerName: string
  cron: Cron
  /** epoch milliseconds, undefined when the expression never matches again */
  nextAt?: number
  running?: Promise<unknown>
}

/** The event the platform hands to a function its timer fires. */
export interface TimerEvent {
  Type: 'Timer'
  TriggerName: string
  /** ISO instant */
  Time: string
  Message: ''
}

/**
 * Fires the functions' timers by the host's clock: seven cron fields, Beijing time.
 * A clock moved over several due instants fires each trigger once; one that is still running is not started again beside itself.
 */
export class Timers {
  private readonly timers: Timer[]
  private alarm?: NodeJS.Timeout

  constructor(
    functions: FunctionConfig[],
    private readonly clock: Clock,
    private readonly fire: (functionName: string, event: TimerEvent) => Promise<unknown>,
  ) {
    this.timers = functions.flatMap((config) =>
      config.triggers.map(({ name, config: expression }) => ({
        functionName: config.name,
        triggerName: name,
        cron: new Cron(expression, CRON_OPTIONS),
      })),
    )
    clock.onMove(() => this.moved())
  }

  /** Names of the functions that have a timer. */
  get functions(): string[] {
    return [...new Set(this.timers.map(({ functionName }) => functionName))]
  }

  start(): void {
    for (const timer of this.timers) timer.nextAt = this.after(timer)
    this.wait()
  }

  stop(): void {
    clearTimeout(this.alarm)
  }

  /** Fires a function's first timer now. @returns what the function returned, or undefined when it has no timer */
  fireNow(functionName: string): Promise<unknown> | undefined {
    const timer = this.timers.find((candidate) => candidate.functionName === functionName)
    return timer && this.fire(functionName, this.eventOf(timer))
  }

  /** A clock set back must not wait for instants it has yet to reach again. */
  private async moved(): Promise<void> {
    const due = this.runDue()
    for (const timer of this.timers) timer.nextAt = this.after(timer)
    this.wait()
    await due
  }

  private async runDue(): Promise<void> {
    const now = this.clock.now()
    await Promise.all(
      this.timers
        .filter((timer) => timer.nextAt !== undefined && timer.nextAt <= now)
        .map((timer) => {
          timer.nextAt = this.after(timer)
          timer.running ??= this.fire(timer.functionName, this.eventOf(timer))
            .catch(() => {}) // logged where it was invoked; the next instant tries again
            .finally(() => {
              timer.running = undefined
            })
          return timer.running
        }),
    )
  }

  private wait(): void {
    clearTimeout(this.alarm)
    const next = Math.min(...this.timers.map(({ nextAt }) => nextAt ?? Number.POSITIVE_INFINITY))
    const delay = Math.min(LOOK_AGAIN_MS, Math.max(0, next - this.clock.now()))
    this.alarm = setTimeout(() => {
      void this.runDue()
      this.wait()
    }, delay)
  }

  private after(timer: Timer): number | undefined {
    return timer.cron.nextRun(new Date(this.clock.now()))?.getTime()
  }

  private eventOf(timer: Timer): TimerEvent {
    const Time = new Date(this.clock.now()).toISOString()
    return { Type: 'Timer', TriggerName: timer.triggerName, Time, Message: '' }
  }
}
