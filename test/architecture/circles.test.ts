import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { filesBelow, root } from './importGraph'

const files = ['shared', 'miniprogram', 'cloudfunctions', 'local', 'tools', 'config'].flatMap((folder) =>
  filesBelow(folder),
)

/** The file of ours an import names, types included; null for a package or a platform's own file. */
function fileOf(from: string, named: string): string | null {
  const path = named.startsWith('@shared/')
    ? `shared/${named.slice('@shared/'.length)}`
    : named.startsWith('@/')
      ? `miniprogram/${named.slice(2)}`
      : named.startsWith('.')
        ? join(dirname(from), named)
        : null
  const endings = ['.ts', '.tsx', '/index.ts', '/index.tsx']
  const ending = path === null ? undefined : endings.find((each) => existsSync(join(root, `${path}${each}`)))
  return ending === undefined ? null : `${path}${ending}`
}

const imported = new Map(
  files.map((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    const named = [...source.matchAll(/^(?:import|export)\s[^;'"]*?from\s+'([^']+)'/gm)].map(([, name]) => name!)
    return [file, named.map((name) => fileOf(file, name)).filter((to) => to !== null)] as const
  }),
)

/** A way from a file back to itself; null where there is none. */
function circleThrough(start: string): string[] | null {
  const ways = [[start]]
  const seen = new Set<string>()
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const next of imported.get(way.at(-1)!) ?? []) {
      if (next === start) return [...way, start]
      if (!seen.has(next)) ways.push([...way, next])
      seen.add(next)
    }
  }
  return null
}

test('imports are read', () => expect([...imported.values()].flat().length).toBeGreaterThan(1_000))

test('no file imports itself by way of others, types included', () => {
  const circles = files.map(circleThrough).filter((circle) => circle !== null)
  expect(circles.map((circle) => circle.join(' → '))).toEqual([])
})
