import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

/**
 * Bundles every `<source>/<name>/index.ts` into `<target>/<name>/index.js`: one self-contained CommonJS file with the SDK inlined,
 * which WeChat DevTools and `tcb fn deploy` upload as it is (`installDependency: false`). `config.json` and `package.json` go beside it.
 * The folder `lib` is shared code, not a function.
 * @returns name and size in bytes of each bundle
 */
export async function buildFunctions(source: string, target: string): Promise<{ name: string; bytes: number }[]> {
  const names = readdirSync(source).filter((name) => name !== 'lib' && existsSync(join(source, name, 'index.ts')))
  rmSync(target, { recursive: true, force: true })
  await build({
    entryPoints: names.map((name) => ({ in: join(source, name, 'index.ts'), out: join(name, 'index') })),
    outdir: target,
    bundle: true,
    minify: true,
    // Error and class names reach logs and stored records.
    keepNames: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    // The SDK's ES build would be picked by "module" and lose its lazily required parts.
    mainFields: ['main', 'module'],
    sourcemap: false,
    legalComments: 'none',
    logLevel: 'warning',
  })
  return names.map((name) => {
    mkdirSync(join(target, name), { recursive: true })
    for (const file of ['config.json', 'package.json']) {
      if (existsSync(join(source, name, file))) copyFileSync(join(source, name, file), join(target, name, file))
    }
    return { name, bytes: statSync(join(target, name, 'index.js')).size }
  })
}

if (require.main === module) {
  const root = resolve(__dirname, '..')
  buildFunctions(join(root, 'cloudfunctions'), join(root, 'dist/cloudfunctions')).then(
    (built) => {
      for (const { name, bytes } of built) console.log(`${name.padEnd(16)}${(bytes / 1024).toFixed(0)} KB`)
    },
    () => process.exit(1), // esbuild has printed the reason
  )
}
