import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './importGraph'

const page = readFileSync(join(root, 'docs/dependencies.md'), 'utf8')
const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>
const named = [...page.matchAll(/^\| `(?<name>[^`]+)` \|/gm)].map(({ groups }) => groups!.name)
const isTaro = (name: string) => name.startsWith('@tarojs/')
const installed = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !isTaro(name))

test('every package says what it is for, and no other is named', () => {
  expect([...named].sort()).toEqual([...installed].sort())
})

test('every version is pinned, and Taro is of one version', () => {
  const all = Object.entries({ ...dependencies, ...devDependencies })
  expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(new Set(all.filter(([name]) => isTaro(name)).map(([, version]) => version)).size).toBe(1)
})
