import type { Overlay } from './Overlay'
import type { PageStack } from './PageStack'
import type { WeappSettings } from './types'
import type { VirtualFiles } from './VirtualFiles'

/** What the simulated phone is made of; every `wx.*` implementation gets this and nothing else. */
export interface World {
  settings: WeappSettings
  files: VirtualFiles
  overlay: Overlay
  pages: PageStack
  storage: Map<string, unknown>
  /** Handlers of `wx.onXxx`, by name without `on`. */
  events: WxEvents
}

type Handler = (payload: unknown) => void

/** The `wx.on…` and `wx.off…` subscriptions. */
export class WxEvents {
  private readonly handlers = new Map<string, Set<Handler>>()

  on(name: string, handler: Handler): void {
    const known = this.handlers.get(name) ?? new Set()
    this.handlers.set(name, known.add(handler))
  }

  off(name: string, handler?: Handler): void {
    if (handler) this.handlers.get(name)?.delete(handler)
    else this.handlers.delete(name)
  }

  has(name: string): boolean {
    return (this.handlers.get(name)?.size ?? 0) > 0
  }

  emit(name: string, ...payload: unknown[]): void {
    for (const handler of this.handlers.get(name) ?? []) (handler as (...given: unknown[]) => void)(...payload)
  }
}
