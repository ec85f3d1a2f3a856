import { Engine } from './Engine'
import { Overlay } from './Overlay'
import { PageStack } from './PageStack'
import { callBack } from './settle'
import type { MiniProgramPackage, WeappController, WeappSettings, WxCall } from './types'
import { VirtualFiles } from './VirtualFiles'
import { type World, WxEvents } from './World'
import { createWx } from './wx/createWx'
import type { LaunchOptions } from './wx/system'

/** Builds the phone around one package. Nothing of the app runs before `launch`. */
function bootWeapp(
  pack: MiniProgramPackage,
  settings: WeappSettings,
  stored: Record<string, unknown>,
  savedFiles: Record<string, string> = {},
): WeappController {
  const calls: WxCall[] = []
  const storage = new Map(Object.entries(stored))
  const files = new VirtualFiles(pack.assets, savedFiles)
  const overlay = new Overlay()
  let launched: LaunchOptions = { path: '', query: {}, scene: 1001 }

  const globals: Record<string, unknown> = {}
  const engine = new Engine(pack, { overlay, files, agreePrivacy: () => agreePrivacy() }, globals)
  const pages = new PageStack(engine, pack)
  const world: World = {
    ...{ settings, files, overlay, pages, storage },
    events: new WxEvents(),
  }
  const { wx, agreePrivacy } = createWx(world, () => launched, calls)
  Object.assign(globals, logicGlobals(), { wx, getCurrentPages: () => pages.callers() })

  const appCall = (name: string, payload: unknown) => {
    const method = engine.app[name]
    if (typeof method === 'function') callBack(() => method.call(engine.app, payload))
  }
  return {
    launch(url) {
      launched = { ...pages.parse(url), scene: 1001 }
      engine.runApp()
      appCall('onLaunch', launched)
      appCall('onShow', launched)
      pages.restart(url)
    },
    reLaunch: async (url) => pages.restart(url),
    back: async () => pages.back(),
    stackPaths: () => pages.paths(),
    pullDown: async () => void (await pages.call('onPullDownRefresh')),
    calls,
    settings,
    exportStorage: () => Object.fromEntries(storage),
    exportFiles: () => files.saved(),
  }
}

/** The language's own globals, handed over on one object: Taro reads and extends `global`. */
function logicGlobals(): Record<string, unknown> {
  const timers = {
    setTimeout: setTimeout.bind(window),
    clearTimeout: clearTimeout.bind(window),
    setInterval: setInterval.bind(window),
    clearInterval: clearInterval.bind(window),
  }
  const language = {
    Promise,
    Object,
    Array,
    Date,
    Math,
    JSON,
    Map,
    Set,
    WeakMap,
    WeakSet,
    Symbol,
    RegExp,
    Error,
    TypeError,
    console,
  }
  const global = { ...timers, ...language }
  return { ...timers, global, globalThis: global }
}

// A failure is a plain object in WeChat; as an Error it can be read in a test's report.
window.addEventListener('unhandledrejection', (event) => {
  if (event.reason instanceof Error) return
  event.preventDefault()
  reportError(new Error(`unhandled rejection: ${JSON.stringify(event.reason)}`))
})

window.bootWeapp = bootWeapp
