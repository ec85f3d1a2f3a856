import { basename, dirname, join, relative, resolve } from 'node:path'
import type { Metafile, Plugin } from 'esbuild'

/**
 * What the platform's SDK and the makers of PDFs require at once and need seldom or never: requests to other clouds, models,
 * language models, sign-in tickets, live queries, web fonts. Each becomes a file of `late/` beside the bundle, loaded by the first look
 * into it. The packages themselves are as they are published.
 */
const LATE = new Set([
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  'axios',
  'brotli/decompress.js',
  'http-proxy-agent',
  'https-proxy-agent',
  'jsonwebtoken',
  'lodash.clonedeep',
  'lodash.set',
  'lodash.unset',
  'pdfkit',
  'web-streams-polyfill',
  'xml2js',
])
/** Called by the SDK as it starts; what it answers is looked into by nobody here, and made when somebody does. */
const LATE_ANSWERS = ['generateHTTPClient']

const NAMES = new RegExp(`^(${[...LATE].map((name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('|')})$`)
const HELPER = 'late-part'
const NAMESPACE = 'late'

/** Stands for a module: every use of it loads the module and goes to it. Whether it was compiled from ES is known without. */
const HELPER_SOURCE = `
const answers = new Set(${JSON.stringify(LATE_ANSWERS)})
const late = (load, isCompiled) => {
  let loaded
  const real = () => (loaded ??= { it: load() }).it
  return new Proxy(function () {}, {
    get(_, key) {
      if (key === '__esModule') return isCompiled
      if (key === 'default' && isCompiled) return late(() => real().default, false)
      if (answers.has(key)) return (...args) => late(() => real()[key](...args), false)
      return real()[key]
    },
    set: (_, key, value) => Reflect.set(real(), key, value),
    has: (_, key) => Reflect.has(real(), key),
    apply: (_, self, args) => Reflect.apply(real(), self, args),
    construct: (_, args) => Reflect.construct(real(), args),
  })
}
module.exports = late
`

const root = resolve(__dirname, '..')
/** `late/…` beside the bundle, by the place its package has below node_modules. */
const fileOf = (place: string): string =>
  `late/${place
    .replace(/^node_modules\//, '')
    .replace(/\.[cm]?js$/, '')
    .replace(/[^\w.]+/g, '-')
    .replace(/^-/, '')}`

/** Leaves those packages out of a bundle. */
export const leaveForLater: Plugin = {
  name: NAMESPACE,
  setup(bundler) {
    bundler.onResolve({ filter: NAMES }, async ({ path, importer, resolveDir, pluginData }) => {
      if (pluginData === NAMESPACE) return undefined
      const asked = { importer, resolveDir, kind: 'require-call' as const, pluginData: NAMESPACE }
      const { path: file, errors } = await bundler.resolve(path, asked)
      if (errors.length > 0) return { errors }
      return { path: relative(root, file).replaceAll('\\', '/'), namespace: NAMESPACE }
    })
    bundler.onResolve({ filter: new RegExp(`^${HELPER}$`) }, () => ({ path: HELPER, namespace: NAMESPACE }))
    bundler.onResolve({ filter: /^\.\/late\// }, ({ path }) => ({ path, external: true }))
    bundler.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => {
      if (path === HELPER) return { contents: HELPER_SOURCE, loader: 'js' }
      const isCompiled = require(join(root, path)).__esModule === true
      const load = `() => require('./${fileOf(path)}.js')`
      return {
        contents: `module.exports = require('${HELPER}')(${load}, ${isCompiled})`,
        loader: 'js',
        resolveDir: root,
      }
    })
  },
}

/** What the bundles left out, as entries to be bundled beside them. */
export function lateEntries({ outputs }: Metafile): { in: string; out: string }[] {
  const entries = Object.entries(outputs).flatMap(([output, { inputs }]) =>
    Object.keys(inputs)
      .filter((input) => input.startsWith(`${NAMESPACE}:`) && !input.endsWith(HELPER))
      .map((input) => input.slice(NAMESPACE.length + 1))
      .map((place) => ({ in: join(root, place), out: `${basename(dirname(output))}/${fileOf(place)}` })),
  )
  return [...new Map(entries.map((entry) => [entry.out, entry])).values()]
}
