import type { Answer, FunctionName } from '@shared/contract'
import type { Picture, Platform } from '@/platform'
import type { Session } from '../../support/driver'

type Failures = typeof import('@/failure')
type Faults = (action: string) => 'lost' | Answer<unknown> | undefined

/**
 * A simulated device of one person: it really stores, up to its room, and really calls the host; what it stores outlives the app.
 * Storage, files and network stand for the browser's and WeChat's; nothing else of them is here.
 */
export class SimulatedDevice {
  connected = true
  /** Characters the small values may take together. */
  room = Number.POSITIVE_INFINITY
  takesFiles = true
  /** What happens to a call instead of its answer; a lost answer is one the server has given. */
  faults: Faults = () => undefined
  /** Everything that reached the network. */
  readonly calls: { action: string; input: Record<string, unknown> }[] = []
  private readonly values = new Map<string, string>()
  private readonly files = new Map<string, Buffer>()
  private taken = 0

  constructor(readonly session: Session) {}

  get sent(): string[] {
    return this.calls.map(({ action }) => action)
  }

  /** A picture just taken: a PNG of one pixel. */
  photograph(bytes: Buffer): Picture {
    this.taken += 1
    const src = `temporary-${this.taken}`
    this.files.set(src, bytes)
    return { src, type: 'image/png', bytes: bytes.length, width: 1, height: 1 }
  }

  /** What closing the app loses: files that were not moved to where they survive. */
  closeApp(): void {
    for (const key of this.files.keys()) if (key.startsWith('temporary')) this.files.delete(key)
  }

  /** The part of the platform the outbox uses. */
  port({
    failure,
  }: Failures): Pick<
    Platform,
    'call' | 'put' | 'online' | 'signedIn' | 'keepFile' | 'openFile' | 'forgetFile' | 'personal'
  > {
    return {
      online: () => this.connected,
      signedIn: () => true,
      personal: {
        get: (key) => JSON.parse(this.values.get(key) ?? 'null'),
        set: (key, value) => this.store(key, JSON.stringify(value)),
        remove: (key) => void this.values.delete(key),
      },
      keepFile: async (src) => {
        if (!this.takesFiles) return { key: src, stored: false }
        const key = `kept-${src}`
        this.files.set(key, this.files.get(src)!)
        return { key, stored: true }
      },
      openFile: async (key) => (this.files.has(key) ? key : null),
      forgetFile: async (key) => void this.files.delete(key),
      call: async (fn: FunctionName, { action, input }) => {
        if (!this.connected) throw failure('OFFLINE')
        this.calls.push({ action, input: input as Record<string, unknown> })
        const fault = this.faults(action)
        if (fault && fault !== 'lost') return fault
        const answer = await this.session.ask(fn, action, input)
        if (fault === 'lost') throw failure('OFFLINE')
        return answer
      },
      put: async ({ url, headers }, { src }) => {
        const body = new Uint8Array(this.files.get(src)!)
        const response = await fetch(url, { method: 'PUT', headers, body })
        if (!response.ok) throw failure('PICTURE_MISSING')
      },
    }
  }

  private store(key: string, text: string): boolean {
    const others = [...this.values].reduce((sum, [name, value]) => (name === key ? sum : sum + value.length), 0)
    if (others + text.length > this.room) return false
    this.values.set(key, text)
    return true
  }
}

/** The app opened on this device, with nothing in memory: only what the main package has is loaded. */
export function openApp(device: SimulatedDevice) {
  device.closeApp()
  jest.resetModules()
  jest.doMock('@/platform', () => ({ platform: device.port(jest.requireActual<Failures>('@/failure')) }))
  return {
    ...(require('@/outbox/handIn') as typeof import('@/outbox/handIn')),
    ...(require('@/outbox/delivery') as typeof import('@/outbox/delivery')),
    ...(require('@/outbox/entries') as typeof import('@/outbox/entries')),
    ...(require('@/outbox/forms') as typeof import('@/outbox/forms')),
    ...(require('@/outbox/pictures') as typeof import('@/outbox/pictures')),
    ...(require('@/outbox/storage') as typeof import('@/outbox/storage')),
  }
}
