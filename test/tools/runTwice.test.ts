import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { twoTraces } from '../../tools/test/compareTraces'
import { type FileResult, failedJourneys, merged, type Results, summary, verdict } from '../../tools/test/results'
import { traceOf } from '../support/traces'

const root = path.resolve(__dirname, '../..')
const file = (name: string, ...statuses: string[]): FileResult => ({
  name: path.join(root, name),
  status: statuses.includes('failed') ? 'failed' : 'passed',
  message: statuses.includes('failed') ? 'it was not there' : '',
  assertionResults: statuses.map((status) => ({ status, fullName: '', failureMessages: [] })),
})
const run = (...testResults: FileResult[]): Results => ({
  numPassedTests: testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed').length,
  numFailedTests: 0,
  numPendingTests: 0,
  testResults,
  ranTwice: [],
})
const RULES = file('test/rules/x.test.ts', 'passed')

test('only journeys are run again, whole files', () => {
  const results = run(RULES, file('test/flow/y.test.ts', 'failed'), file('test/e2e/z.test.ts', 'passed', 'failed'))
  expect(failedJourneys(results)).toEqual([path.join(root, 'test/e2e/z.test.ts')])
})

test('a journey that passes the second time is green, counted and named', () => {
  const first = run(RULES, file('test/e2e/z.test.ts', 'passed', 'failed', 'pending'))
  const all = merged(first, run(file('test/e2e/z.test.ts', 'passed', 'passed', 'pending')))
  expect(verdict(all)).toBe(0)
  expect(summary(all).split('\n')).toEqual([
    '1 passed only when run a second time, a fault to be found: test/e2e/z.test.ts',
    '3 passed, 0 failed, 1 skipped',
  ])
})

test('a journey that fails twice is red, and so is a file that could not be loaded', () => {
  const first = run(RULES, file('test/pages/z.test.ts', 'failed'))
  const all = merged(first, run(file('test/pages/z.test.ts', 'failed')))
  expect(verdict(all)).toBe(1)
  expect(summary(all).split('\n')).toEqual(['failed: test/pages/z.test.ts', '1 passed, 1 failed, 0 skipped'])
  expect(verdict(run(RULES, { ...file('test/rules/y.test.ts'), status: 'failed' }))).toBe(1)
  expect(verdict(run())).toBe(1)
})

test('both traces are printed up to the call at which the first run failed', () => {
  const name = 'test/e2e/onlyInThisTest.test.ts'
  const [once, again] = ['first', 'second'].map((which) => traceOf(name, which))
  const calls = ['open', 'fill', 'tap', 'close'].flatMap((call) => [
    `pw:api => ${call} started`,
    `pw:api <= ${call} succeeded`,
  ])
  mkdirSync(path.dirname(once), { recursive: true })
  writeFileSync(once, calls.join('\n').replace('<= tap succeeded', '<= tap failed'))
  writeFileSync(again, calls.join('\n'))
  try {
    const printed = twoTraces({ name, first: file(name, 'failed'), second: file(name, 'passed') })
    expect(printed).toContain(`== ${name} was run twice`)
    expect(printed).toContain('it was not there')
    expect(printed).toContain('<= tap failed')
    expect(printed).toContain('<= tap succeeded')
    expect(printed).not.toContain('close')
  } finally {
    for (const trace of [once, again]) rmSync(trace)
  }
})
