/** The globals the app's scripts see besides the language itself. */
export type LogicGlobals = Record<string, unknown>

// A script of WeChat's logic layer finds none of these; here they would be the browser's, so each is shadowed by undefined.
const ABSENT = [
  ...['window', 'document', 'navigator', 'location', 'self', 'history', 'MutationObserver', 'HTMLElement', 'Element'],
  ...['Node', 'Event', 'CustomEvent', 'fetch', 'XMLHttpRequest', 'localStorage', 'sessionStorage', 'indexedDB'],
  ...['requestAnimationFrame', 'cancelAnimationFrame', 'Image', 'FormData', 'Blob', 'File', 'FileReader', 'alert'],
  ...['IntersectionObserver', 'ResizeObserver', 'WebSocket', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder'],
  ...[
    'crypto',
    'structuredClone',
    'AbortController',
    'Headers',
    'Request',
    'Response',
    'atob',
    'btoa',
    'queueMicrotask',
  ],
]

/** Runs the package's CommonJS scripts, each once, without a browser's globals. */
export class ModuleLoader {
  private readonly loaded = new Map<string, { exports: unknown }>()

  constructor(
    private readonly scripts: Record<string, string>,
    private readonly globals: LogicGlobals,
  ) {}

  /** Runs the script at a package path (with `.js`) unless it has run, and answers its exports. */
  load(path: string): unknown {
    const known = this.loaded.get(path)
    if (known) return known.exports
    const source = this.scripts[path]
    if (source === undefined) throw new Error(`module '${path}' is not defined`)
    const module = { exports: {} as unknown }
    this.loaded.set(path, module)
    const names = Object.keys(this.globals)
    const run = new Function(
      ...['require', 'module', 'exports', ...names, ...ABSENT],
      `${source}\n//# sourceURL=weapp/${path}`,
    )
    const require = (id: string) => this.load(withExtension(resolvePath(path, id)))
    run(require, module, module.exports, ...names.map((name) => this.globals[name]))
    return module.exports
  }
}

/** Resolves a reference (`./a`, `../a`, `/a`) made in the file `from` to a path inside the package. */
export function resolvePath(from: string, reference: string): string {
  const parts = reference.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of reference.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function withExtension(path: string): string {
  return path.endsWith('.js') ? path : `${path}.js`
}
