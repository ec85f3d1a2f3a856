import { mkdirSync, renameSync, type WatchEventType, watch, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { context, type OutputFile } from 'esbuild'
import { functionBundles } from './build-functions'

/** After the first sign of an edit so long is waited for the rest of it: editors write a file in several goes. Milliseconds. */
const SETTLES_MS = 30

/** What an edit came to: the functions whose bundle is another one now, and when the edit was noticed (`performance.now()`). */
export interface Swapped {
  functions: string[]
  editedAt: number
}

/**
 * Builds the functions again after each edit below `folders`, each file put in place whole, the bundle last: whoever loads it
 * meanwhile gets the one before. `built` is what was put there before. Answers how to end it.
 */
export async function watchFunctions(
  { source, target, folders }: { source: string; target: string; folders: string[] },
  onSwapped: (swapped: Swapped) => void,
): Promise<() => Promise<void>> {
  const builder = await context({ ...functionBundles(source, target), write: false, logLevel: 'warning' })
  const known = new Map<string, string>()
  const put = ({ path, contents, hash }: OutputFile): boolean => {
    if (known.get(path) === hash) return false
    known.set(path, hash)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(`${path}.new`, contents)
    renameSync(`${path}.new`, path)
    return true
  }
  const rebuild = async (): Promise<string[]> => {
    const { outputFiles } = await builder.rebuild()
    const isBundle = ({ path }: OutputFile) => basename(path) === 'index.js'
    for (const file of outputFiles.filter((file) => !isBundle(file))) put(file)
    return outputFiles
      .filter(isBundle)
      .filter(put)
      .map(({ path }) => basename(dirname(path)))
  }
  await rebuild()

  let editedAt: number | null = null
  let working: Promise<void> = Promise.resolve()
  const swap = async (): Promise<void> => {
    const since = editedAt
    editedAt = null
    if (since === null) return
    // What does not compile has been said by the builder; the next edit is tried again.
    const functions = await rebuild().catch(() => [])
    if (functions.length > 0) onSwapped({ functions, editedAt: since })
  }
  const noticed = (_type: WatchEventType, file: string | null): void => {
    if (editedAt !== null || (file !== null && !/\.(ts|tsx|json)$/.test(file))) return
    editedAt = performance.now()
    setTimeout(() => {
      working = working.then(swap)
    }, SETTLES_MS)
  }
  const watchers = folders.map((folder) => watch(join(folder), { recursive: true }, noticed))
  return async () => {
    for (const watcher of watchers) watcher.close()
    await working
    await builder.dispose()
  }
}
