import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf, filesBelow, root } from './importGraph'

const json = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
const FOLDERS = ['shared', 'miniprogram', 'cloudfunctions', 'local', 'config', 'tools', 'test']

test('a file is one concept: under 300 lines', () => {
  const long = FOLDERS.flatMap((folder) => filesBelow(folder, /\.(ts|tsx|scss)$/)).filter(
    (file) => readFileSync(join(root, file), 'utf8').split('\n').length > 300,
  )
  expect(long).toEqual([])
})

test('the functions of cloudbaserc.json are the folders of cloudfunctions', () => {
  const folders = readdirSync(join(root, 'cloudfunctions')).filter((name) => name !== 'lib')
  const configured: string[] = json('cloudbaserc.json').functions.map(({ name }: { name: string }) => name)
  expect([...configured].sort()).toEqual([...folders].sort())
})

test('the collections the functions name are those of database.json, all ADMINONLY', () => {
  const { collections } = json('database.json') as { collections: { name: string; rule: string }[] }
  const named = codeOf('cloudfunctions/lib/cloud.ts').match(/COLLECTIONS = \[([^\]]*)\]/)?.[1]
  const names = [...(named ?? '').matchAll(/"(\w+)"/g)].map(([, name]) => name)
  expect(collections.map(({ name }) => name).sort()).toEqual([...names].sort())
  expect(collections.filter(({ rule }) => rule !== 'ADMINONLY')).toEqual([])
})

test('every page a push or a persona opens exists', () => {
  const opened = [
    codeOf('cloudfunctions/lib/push/templates.ts'),
    readFileSync(join(root, 'local/personas.json'), 'utf8'),
  ]
    .flatMap((text) => [...text.matchAll(/\b((?:pages|staff)\/[\w-]+\/index)\b/g)])
    .map(([, page]) => page)
  expect(new Set(opened).size).toBeGreaterThan(3)
  const missing = opened.filter((page) => !existsSync(join(root, 'miniprogram', `${page}.tsx`)))
  expect(missing).toEqual([])
})

test('pages carry no colour literals: tokens live in one file', () => {
  const styles = filesBelow('miniprogram', /\.(scss|tsx)$/).filter((file) => file !== 'miniprogram/tokens.scss')
  const literal = /#[0-9a-fA-F]{3,8}\b(?![^{}]*\{)|\brgba?\(/
  const painted = styles.filter((file) => {
    const source = readFileSync(join(root, file), 'utf8')
    return literal.test(source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''))
  })
  expect(painted).toEqual([])
})

test('no machine path, registry host or unfinished mark in what is kept', () => {
  const marks = new RegExp(
    ['/wo' + 'rk/', 'registry\\.np' + 'm', 'npmmir' + 'ror', '\\bTO' + 'DO\\b', '\\bFIX' + 'ME\\b'].join('|'),
  )
  const kept = FOLDERS.flatMap((folder) => filesBelow(folder, /\.(ts|tsx|scss|json|md|cjs|mjs|js)$/))
  expect(kept.filter((file) => marks.test(readFileSync(join(root, file), 'utf8')))).toEqual([])
  for (const lock of ['package-lock.json', 'test/bench/package-lock.json'])
    expect(readFileSync(join(root, lock), 'utf8')).not.toMatch(/"resolved"/)
})

test('what the code cites of the domain stands in docs/domain.md', () => {
  const page = readFileSync(join(root, 'docs/domain.md'), 'utf8')
  const cited = FOLDERS.flatMap((folder) => filesBelow(folder, /\.(ts|tsx)$/)).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/domain (§\d\.\d)/g)].map(([, section]) => `${section!} `),
  )
  expect(cited.length).toBeGreaterThan(0)
  expect(cited.filter((section) => !page.includes(`\n${section}`))).toEqual([])
})
