import { existsSync, readFileSync } from 'node:fs'
import { SourceMap } from 'node:module'

const MOST_PLACES = 6

/** The map beside a bundle, read when the first error needs it: a start does not pay for it. */
const maps = new Map<string, SourceMap | null>()
function mapOf(file: string): SourceMap | null {
  if (!maps.has(file)) {
    const map = `${file}.map`
    maps.set(file, existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, 'utf8'))) : null)
  }
  return maps.get(file) ?? null
}

/** The places of a stack, innermost first, as files and lines of this repository where the bundle's map knows them; no message. */
export function sourcePlaces(stack: string): string[] {
  const frames = [...stack.matchAll(/^\s+at (?:.*\()?((?:\/|[A-Z]:\\).*):(\d+):(\d+)\)?$/gm)]
  return frames.slice(0, MOST_PLACES).map(([, file, line, column]) => {
    const entry = mapOf(file)?.findEntry(Number(line) - 1, Number(column) - 1)
    const isKnown = entry !== undefined && 'originalSource' in entry && entry.originalSource !== undefined
    return isKnown
      ? `at ${entry.originalSource.replace(/^(\.\.\/)+/, '')}:${entry.originalLine + 1}`
      : `at ${file.split(/[\\/]/).slice(-2).join('/')}:${line}:${column}`
  })
}
