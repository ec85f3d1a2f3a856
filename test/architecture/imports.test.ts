import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, filesBelow, type Import, importsOf, root } from './importGraph'

/** Who may not import whom (see docs/architecture.md): held over what the bundler resolves, not over how it is written. */
let imports: Import[]
beforeAll(async () => {
  imports = await importsOf(['shared', 'miniprogram', 'cloudfunctions', 'local'])
})

const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8')
const under =
  (...folders: string[]) =>
  (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`))
const offending = (from: (path: string) => boolean, to: (entry: Import) => boolean) =>
  imports.filter((entry) => from(entry.from) && to(entry)).map(({ from, to }) => `${from} → ${to}`)

test('the graph is the whole house', () => {
  for (const folder of ['shared', 'miniprogram', 'cloudfunctions', 'local']) {
    expect(imports.filter(({ from }) => from.startsWith(`${folder}/`)).length).toBeGreaterThan(20)
  }
})

test('shared imports nothing of ours and no platform: only zod and dayjs', () => {
  const allowed = /^(zod|dayjs)(\/|$)/
  expect(
    offending(under('shared'), ({ to, isPackage }) => (isPackage ? !allowed.test(to) : !under('shared')(to))),
  ).toEqual([])
})

test('shared has no clock, no chance, no process', () => {
  const banned =
    /(?<![\w.])(Date\b|process\.|setTimeout\b|setInterval\b|fetch\(|globalThis\b|crypto\b)|\bMath\.random\b|\bdayjs(\.utc)?\(\)/
  expect(filesBelow('shared').filter((file) => banned.test(codeOf(file)))).toEqual([])
})

test('the mini-program never reaches the functions, the local host, the deciding part, or zod', () => {
  const pages = under('miniprogram')
  expect(offending(pages, ({ to }) => under('cloudfunctions', 'local')(to) || to === 'shared/flow/decide.ts')).toEqual(
    [],
  )
  const reached = reachableFrom(filesBelow('miniprogram'))
  expect([...reached].filter((file) => file === 'shared/flow/decide.ts')).toEqual([])
  expect(imports.filter(({ from, to }) => reached.has(from) && /^zod(\/|$)/.test(to))).toEqual([])
})

test('the main package never imports a subpackage, and no subpackage another', () => {
  const packages = ['miniprogram/staff', 'miniprogram/service']
  for (const name of packages) {
    const outside = (path: string) => under('miniprogram')(path) && !under(name)(path)
    expect(offending(outside, ({ to }) => under(name)(to))).toEqual([])
  }
})

test('zod is imported whole by name, so that a bundle carries what is used of it', () => {
  const files = ['shared', 'cloudfunctions'].flatMap((folder) => filesBelow(folder))
  expect(files.filter((file) => /import (type )?\{[^}]*\} from ["']zod["']/.test(sourceOf(file)))).toEqual([])
})

test('functions log through lib/log alone, which gives each line the id of its call', () => {
  const files = filesBelow('cloudfunctions').filter((file) => file !== 'cloudfunctions/lib/log.ts')
  expect(files.filter((file) => /\bconsole\./.test(codeOf(file)))).toEqual([])
})

test("the platform's SDK appears only in cloudfunctions/lib", () => {
  const outside = (path: string) => !under('cloudfunctions/lib')(path)
  expect(offending(outside, ({ to }) => to.startsWith('@cloudbase/node-sdk'))).toEqual([])
})

test('functions never import each other', () => {
  const functionOf = (path: string) => /^cloudfunctions\/([^/]+)\//.exec(path)?.[1]
  const foreign = ({ from, to }: Import) => {
    const target = functionOf(to)
    return target !== undefined && target !== 'lib' && target !== functionOf(from)
  }
  expect(offending(under('cloudfunctions'), foreign)).toEqual([])
})

test('the local host cannot learn the application: it imports none of its modules', () => {
  expect(offending(under('local'), ({ to }) => under('shared', 'cloudfunctions', 'miniprogram')(to))).toEqual([])
})

function reachableFrom(files: string[]): Set<string> {
  const reached = new Set(files)
  for (const file of reached) {
    for (const { from, to, isPackage } of imports) if (from === file && !isPackage) reached.add(to)
  }
  return reached
}
