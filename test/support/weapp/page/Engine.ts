import { type GeneralComponent, NativeNode, type template } from 'glass-easel'
import { type AssociatedBackend, type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { ModuleLoader, resolvePath } from './ModuleLoader'
import type { MiniProgramPackage } from './types'
import { WeappBackend } from './WeappBackend'
import { updateWidget, type WidgetHost } from './widgets'

type Definition = Record<string, unknown>

/** The instance the app's own page code sees as `this`. */
export interface PageCaller {
  setData(data: object, callback?: () => void): void
  [member: string]: unknown
}

/** One page on the screen. */
export interface PageView {
  path: string
  caller: PageCaller
  component: GeneralComponent
  element: HTMLElement
  sheets: HTMLStyleElement[]
  destroy(): void
}

// glass-easel writes every attribute to the DOM as text; the widgets want it as the app gave it.
NativeNode.prototype.updateAttribute = function updateAttribute(this: NativeNode, name: string, value: unknown) {
  const element = this.getBackendElement()
  if (element) updateWidget(element as unknown as HTMLElement, name, value)
}

/** WeChat's component framework (glass-easel) over one package: registers its scripts and templates, and makes its pages. */
export class Engine {
  /** What the app's script handed to `App()`. */
  app: Definition = {}
  private readonly space: CodeSpace
  private readonly window: AssociatedBackend
  private readonly backend: WeappBackend
  private readonly loader: ModuleLoader
  private readonly definitions = new Map<string, { kind: 'page' | 'component'; definition: Definition }>()
  private readonly registered = new Set<string>()
  private registering = ''

  constructor(
    private readonly pack: MiniProgramPackage,
    host: WidgetHost,
    /** What the app's scripts see; the caller may add to it until `runApp`. */
    globals: Record<string, unknown>,
  ) {
    const env = new MiniProgramEnv()
    this.space = env.createCodeSpace('', true)
    this.backend = new WeappBackend(host)
    this.window = env.associateBackend(this.backend)
    const groups = new Function(`return ${pack.templates}`)() as Record<string, template.ComponentTemplate['content']>
    for (const path of Object.keys(groups)) {
      const compiled = { groupList: groups, content: groups[path], fallbackListenerOnNativeNode: true }
      this.space.addCompiledTemplate(path, compiled as unknown as template.ComponentTemplate)
    }
    for (const [path, style] of Object.entries(pack.styles)) {
      this.space.addStyleSheet(path, path)
      this.window.registerStyleSheetContent(path, fromRpx(style))
    }
    const registration = {
      App: (definition: Definition) => {
        this.app = definition
      },
      Page: (definition: Definition) => this.define('page', definition),
      Component: (definition: Definition) => this.define('component', definition),
      getApp: () => this.app,
    }
    this.loader = new ModuleLoader(pack.scripts, Object.assign(globals, registration))
  }

  /** Runs the app's own script, which calls `App()`. */
  runApp(): void {
    this.loader.load('app.js')
  }

  /** Creates the page at `path` with its components and puts it at the end of the body. */
  createPage(path: string, options: Record<string, string>): PageView {
    this.register(path)
    const root = this.window.createRoot('page', this.space, path)
    const caller = root.get() as unknown as PageCaller
    Object.assign(caller, { route: path, __route__: path, options })
    const placeholder = document.body.appendChild(document.createElement('div'))
    type Attach = Parameters<typeof root.attach>
    root.attach(document.body as unknown as Attach[0], placeholder as unknown as Attach[1])
    const component = root.getComponent()
    const element = component.getBackendElement() as unknown as HTMLElement
    const sheets = this.backend.takeNewSheets()
    const destroy = () => {
      root.release()
      element.remove()
      for (const sheet of sheets) sheet.remove()
    }
    return { path, caller, component, element, sheets, destroy }
  }

  private define(kind: 'page' | 'component', definition: Definition): void {
    this.definitions.set(this.registering, { kind, definition })
  }

  /** Registers a page or component once, those it uses first. */
  private register(path: string): void {
    if (this.registered.has(path)) return
    this.registered.add(path)
    const config = this.pack.configs[path] ?? {}
    this.space.addComponentStaticConfig(path, config)
    for (const used of Object.values(config.usingComponents ?? {})) this.register(resolvePath(path, used))
    // As in WeChat, Page() and Component() know by the script being run whom they define.
    const outer = this.registering
    this.registering = path
    this.loader.load(`${path}.js`)
    this.registering = outer
    const known = this.definitions.get(path)
    if (!known) throw new Error(`${path}.js calls neither Page() nor Component()`)
    this.space.componentEnv(path, ({ Page, Component }) => {
      if (known.kind === 'page') Page(known.definition)
      else Component(known.definition)
    })
  }
}

/** 750rpx are the width of the screen. */
function fromRpx(style: string): string {
  return style.replace(/(-?[\d.]+)rpx/g, (_, amount: string) => `${(Number(amount) * window.innerWidth) / 750}px`)
}
