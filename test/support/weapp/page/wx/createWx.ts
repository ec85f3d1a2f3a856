import type { WxCall } from '../types'
import type { World } from '../World'
import { cloudApi } from './cloud'
import { fileApi } from './files'
import { interactionApi } from './interaction'
import { locationApi } from './location'
import { mediaApi } from './media'
import { navigationApi } from './navigation'
import { networkApi } from './network'
import { privacyApi } from './privacy'
import { createSelectorQuery, offscreenCanvas } from './selectorQuery'
import { storageApi } from './storage'
import { type LaunchOptions, systemApi } from './system'

/** Subscriptions an app may make; those nothing emits here (a keyboard, a screenshot) are kept and stay silent. */
const EVENTS = [
  ...['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'NetworkStatusChange', 'ThemeChange'],
  ...['NeedPrivacyAuthorization', 'KeyboardHeightChange', 'WindowResize', 'MemoryWarning', 'UserCaptureScreen'],
]

/** Builds the `wx` object of the app, recording every call. What WeChat has and this lacks is absent, not silently empty. */
export function createWx(world: World, launch: () => LaunchOptions, calls: WxCall[]) {
  const privacy = privacyApi(world)
  const pageScope = () => {
    const scope = world.pages.top?.component.getShadowRoot()
    if (!scope) throw new Error('no page to query')
    return scope
  }
  const api: Record<string, unknown> = {
    ...storageApi(world),
    ...fileApi(world),
    ...mediaApi(world, privacy.ask),
    ...networkApi(world),
    ...interactionApi(world),
    ...navigationApi(world),
    ...locationApi(world, privacy.ask),
    ...privacy.api,
    ...systemApi(world, launch),
    createOffscreenCanvas: ({ width, height }: { width: number; height: number }) =>
      offscreenCanvas(width, height, (source) => world.files.resolve(source)),
    createSelectorQuery: () => createSelectorQuery(pageScope, (source) => world.files.resolve(source)),
  }
  for (const name of EVENTS) {
    api[`on${name}`] = (handler: () => void) => world.events.on(name, handler)
    api[`off${name}`] = (handler?: () => void) => world.events.off(name, handler)
  }
  api.canIUse = (schema: string) => schema.split('.')[0]! in api || schema.split('.')[0] === 'button'
  const wx = recorded(api, '', calls)
  wx.cloud = recorded(cloudApi(world), 'cloud.', calls)
  return { wx, agreePrivacy: privacy.agree }
}

function recorded(api: Record<string, unknown>, prefix: string, calls: WxCall[]): Record<string, unknown> {
  const entries = Object.entries(api).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member] as const
    const run = (...given: unknown[]): unknown => {
      calls.push({ name: `${prefix}${name}`, options: plain(given[0]) })
      return (member as (...given: unknown[]) => unknown)(...given)
    }
    return [name, run] as const
  })
  return Object.fromEntries(entries)
}

/** What of a call's options can be shown: callbacks left out, bytes as their number, canvases by name. */
function plain(value: unknown): unknown {
  const text = JSON.stringify(value, (key, member: unknown) => {
    if (member instanceof ArrayBuffer) return `${member.byteLength} bytes`
    return key === 'canvas' ? 'canvas' : member
  })
  return text === undefined ? undefined : JSON.parse(text)
}
