import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { build, transformSync } from 'esbuild'

export const root = resolve(__dirname, '../..')

/** Every source file below a folder, relative to the repository, with '/' between names. */
export function filesBelow(folder: string, extensions = /\.(ts|tsx)$/): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.parentPath.includes('node_modules'))
    .filter((entry) => entry.isFile() && extensions.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/** One import as the bundler resolved it: a file of ours, or a package by its name. Types are erased, as at run time. */
export interface Import {
  from: string
  to: string
  isPackage: boolean
}

/** What every file of the named folders imports at run time, aliases and index files resolved. */
export async function importsOf(folders: string[]): Promise<Import[]> {
  const { metafile } = await build({
    entryPoints: folders.flatMap((folder) => filesBelow(folder)),
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    outdir: 'unwritten',
    platform: 'node',
    packages: 'external',
    logLevel: 'error',
    loader: { '.scss': 'empty', '.png': 'empty', '.svg': 'empty', '.css': 'empty' },
  })
  return Object.entries(metafile.inputs).flatMap(([from, { imports }]) =>
    imports.map(({ path, external }) => ({ from, to: path, isPackage: external === true })),
  )
}

/** A file's code without comments and types, so that only what runs is looked at. */
export function codeOf(file: string): string {
  const source = readFileSync(join(root, file), 'utf8')
  return transformSync(source, { loader: file.endsWith('x') ? 'tsx' : 'ts', legalComments: 'none' }).code
}
