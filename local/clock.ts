import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from './writeDurably'

/**
 * The host's clock: real time plus an offset that tests and demonstrations move. Simulation of the local host only.
 * The offset survives a restart, so that stored instants never lie in the future of a restarted host.
 */
export class Clock {
  private offset: number
  private readonly listeners: (() => Promise<void>)[] = []

  constructor(private readonly file: string) {
    this.offset = readOffset(file)
  }

  static inFolder(data: string): Clock {
    return new Clock(join(data, 'clock.json'))
  }

  get offsetMs(): number {
    return this.offset
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return Date.now() + this.offset
  }

  /** Resolves when everything that became due by the move (timers) has run. */
  async set(epochMs: number): Promise<void> {
    this.offset = Math.round(epochMs - Date.now())
    writeDurably(this.file, JSON.stringify({ offsetMs: this.offset }))
    for (const listener of this.listeners) await listener()
  }

  onMove(listener: () => Promise<void>): void {
    this.listeners.push(listener)
  }
}

function readOffset(file: string): number {
  try {
    return Number(JSON.parse(readFileSync(file, 'utf8')).offsetMs) || 0
  } catch {
    return 0 // never moved
  }
}
