import tiers from '../tiers.cjs'
import { codeOf, filesBelow, type Import, importsOf } from './importGraph'

const tests = filesBelow('test', /\.test\.tsx?$/)
const folderOf = (file: string) => file.split('/')[1] as string

let imports: Import[]
beforeAll(async () => {
  imports = await importsOf(['test'])
})

test('every test belongs to exactly one tier', () => {
  const placed = Object.values(tiers).flat()
  expect(placed.filter((folder, index) => placed.indexOf(folder) !== index)).toEqual([])
  expect(tests.filter((file) => !placed.includes(folderOf(file)))).toEqual([])
})

/** What starts something, opens something or computes for minutes. */
const SLOW =
  /^(node:)?(child_process|worker_threads|http|https|net|cluster)$|^(playwright-core|onnxruntime|sharp|libsql|@napi-rs|@cloudbase)/

test('the fast tier reaches no process, no host, no engine and no browser', () => {
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    for (const { to } of imports.filter((entry) => entry.from === from && !seen.has(entry.to))) {
      seen.add(to)
      reach(to, seen)
    }
    return seen
  }
  const slow = tests
    .filter((file) => tiers.fast.includes(folderOf(file)))
    .flatMap((file) => [...reach(file)].filter((to) => SLOW.test(to)).map((to) => `${file} → ${to}`))
  expect(slow).toEqual([])
})

/** A stream and a writer that go on for ever, each ended from outside. */
const ENDED_FROM_OUTSIDE = ['test/functions/readAtMost.test.ts', 'test/local/kill.test.ts']

test('a test asks for something so many times and no more', () => {
  const endless = tests.filter((file) => /for \(\s*;\s*;|while \(true\)/.test(codeOf(file)))
  expect(endless.filter((file) => !ENDED_FROM_OUTSIDE.includes(file))).toEqual([])
})

test('what is drawn at random is drawn from the seed of the run', () => {
  const own = imports.filter(({ from, to }) => to === 'fast-check' && from !== 'test/support/fastCheck.ts')
  expect(own.map(({ from }) => from)).toEqual([])
})
