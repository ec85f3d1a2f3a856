import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import { checkLaw } from './checkLaw'
import { lateEntries, leaveForLater } from './lateParts'

const BUNDLE: BuildOptions = {
  bundle: true,
  minify: true,
  // Error and class names reach logs and stored records.
  keepNames: true,
  platform: 'node',
  format: 'cjs',
  target: 'node18',
  // The SDK's ES build would be picked by "module" and lose its lazily required parts.
  mainFields: ['main', 'module'],
  // A package that is a module finds its own place also in a CommonJS file.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
  // Native code: installed beside the function by its own package.json.
  external: ['sharp'],
  legalComments: 'none',
  logLevel: 'warning',
}

const functionsOf = (source: string): string[] =>
  readdirSync(source).filter((name) => name !== 'lib' && existsSync(join(source, name, 'index.ts')))

/** How the functions of a folder are bundled, what is loaded late left out. */
export const functionBundles = (source: string, target: string) =>
  ({
    ...BUNDLE,
    plugins: [leaveForLater],
    // Beside the bundle and not named in it: read when an error is logged, not at every start.
    sourcemap: 'external',
    sourcesContent: false,
    metafile: true,
    entryPoints: functionsOf(source).flatMap((name) => [
      { in: join(source, name, 'index.ts'), out: join(name, 'index') },
      ...workersOf(join(source, name)).map((file) => ({ in: file, out: join(name, parse(file).name) })),
    ]),
    outdir: target,
  }) satisfies BuildOptions

/**
 * Bundles every `<source>/<name>/index.ts` into `<target>/<name>/`: a self-contained folder with the SDK inlined, which WeChat DevTools
 * and `tcb fn deploy` upload as it is; native code alone is installed there (`installDependency`). `index.js` is what a start loads,
 * `late/` what is loaded when first used (lateParts), `index.js.map` what names source lines in the log. `config.json` and `package.json` go beside them.
 * A `*.worker.ts` below it is a thread of its own and becomes a file of its own. The folder `lib` is shared code, not a function.
 * @returns name and size in bytes of each bundle
 */
export async function buildFunctions(source: string, target: string): Promise<{ name: string; bytes: number }[]> {
  rmSync(target, { recursive: true, force: true })
  const { metafile } = await build(functionBundles(source, target))
  await build({ ...BUNDLE, entryPoints: lateEntries(metafile), outdir: target })
  return functionsOf(source).map((name) => {
    mkdirSync(join(target, name), { recursive: true })
    if (name === 'documents') {
      // The fonts documents are set in, and under which terms they come.
      cpSync(join(source, name, 'fonts'), join(target, name, 'fonts'), { recursive: true })
      copyPdfium(join(target, name))
    }
    for (const file of ['config.json', 'package.json']) {
      if (existsSync(join(source, name, file))) copyFileSync(join(source, name, file), join(target, name, file))
    }
    return { name, bytes: statSync(join(target, name, 'index.js')).size }
  })
}

const workersOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.worker.ts'))
    .map((file) => join(folder, file))

/** The PDF reader, and under which terms it comes (BSD-3-Clause and Apache-2.0). */
function copyPdfium(target: string): void {
  const source = dirname(require.resolve('@embedpdf/pdfium/pdfium.wasm'))
  copyFileSync(join(source, 'pdfium.wasm'), join(target, 'pdfium.wasm'))
  copyFileSync(join(source, '../LICENSE.pdfium'), join(target, 'LICENSE.pdfium'))
}

if (require.main === module) {
  const root = resolve(__dirname, '..')
  checkLaw()
  buildFunctions(join(root, 'cloudfunctions'), join(root, 'dist/cloudfunctions')).then(
    (built) => {
      for (const { name, bytes } of built) console.log(`${name.padEnd(16)}${(bytes / 1024).toFixed(0)} KB`)
    },
    () => process.exit(1), // esbuild has printed the reason
  )
}
