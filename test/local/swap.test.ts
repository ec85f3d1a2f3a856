import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildFunctions } from '../../tools/build-functions'
import { type Swapped, watchFunctions } from '../../tools/watchFunctions'
import { BUILDS } from '../support/built'
import { startHost, type TestHost } from '../support/host'

/** A project of one function that answers a word, in a folder of its own. */
const folder = mkdtempSync(path.join(BUILDS, 'swap-'))
const [source, target] = [path.join(folder, 'source'), path.join(folder, 'functions')]
const answering = (word: string) => `export const main = async () => ({ word: '${word}', pid: process.pid })\n`
const edit = (word: string) => writeFileSync(path.join(source, 'word/index.ts'), answering(word))

let host: TestHost
let swapped: (one: Swapped) => void
let end: () => Promise<void>
const nextSwap = () =>
  new Promise<Swapped>((resolve) => {
    swapped = resolve
  })
const ask = async () => (await host.call('word', {})) as { word: string; pid: number }

beforeAll(async () => {
  mkdirSync(path.join(source, 'word'), { recursive: true })
  edit('one')
  await buildFunctions(source, target)
  const functions = [{ name: 'word', handler: 'index.main', timeout: 20, memorySize: 128 }]
  writeFileSync(path.join(folder, 'cloudbaserc.json'), JSON.stringify({ version: '2.0', envId: 'test', functions }))
  writeFileSync(path.join(folder, 'database.json'), JSON.stringify({ collections: [] }))
  host = await startHost({ flags: ['--project', folder, '--functions', 'functions'] })
  end = await watchFunctions({ source, target, folders: [source] }, (one) => swapped(one))
})
afterAll(async () => {
  await end?.()
  await host?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('an edited function answers the next call with its new code, and the host runs on', async () => {
  const before = await ask()
  expect(before.word).toBe('one')
  expect(await ask()).toEqual(before)
  const { pid } = host
  const swap = nextSwap()
  edit('two')
  expect((await swap).functions).toEqual(['word'])
  const after = await ask()
  expect(after.word).toBe('two')
  // The instance of before is gone with its code, and the new one is kept warm.
  expect(() => process.kill(before.pid, 0)).toThrow('ESRCH')
  expect(await ask()).toEqual(after)
  expect(host.pid).toBe(pid)
})

test('what does not compile leaves the last code answering, until it compiles again', async () => {
  edit("three' + ")
  expect((await ask()).word).toBe('two')
  const swap = nextSwap()
  edit('four')
  await swap
  expect((await ask()).word).toBe('four')
})
