import { relative, resolve } from 'node:path'
import tiers from '../../test/tiers.cjs'

const root = resolve(__dirname, '../..')

/** One test file as `jest --json` tells it. */
export interface FileResult {
  /** absolute */
  name: string
  status: 'passed' | 'failed'
  message: string
  assertionResults: { status: string; fullName: string; failureMessages: string[] | null }[]
}

/** A journey that failed, and what its second run came to. */
export interface RanTwice {
  name: string
  first: FileResult
  second: FileResult
}

/** What `jest --json` writes, as far as it is used here. */
export interface Results {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: FileResult[]
  ranTwice: RanTwice[]
}

const tierOf = (file: string): string | undefined => {
  const folder = relative(root, file).split(/[\\/]/)[1] ?? ''
  return Object.entries(tiers).find(([, folders]) => folders.includes(folder))?.[0]
}

/** The files of journeys that did not pass. */
export const failedJourneys = ({ testResults }: Pick<Results, 'testResults'>): string[] =>
  testResults.filter(({ name, status }) => status === 'failed' && tierOf(name) === 'journeys').map(({ name }) => name)

/** The first run with the files that were run again as the second run found them. */
export function merged(first: Results, second: Results): Results {
  const again = new Map(second.testResults.map((file) => [file.name, file]))
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file)
  const count = (...statuses: string[]) =>
    testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => statuses.includes(status))
      .length
  const ranTwice = first.testResults.flatMap((file) => {
    const other = again.get(file.name)
    return other ? [{ name: relative(root, file.name), first: file, second: other }] : []
  })
  return {
    ...first,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending', 'skipped', 'disabled'),
    testResults,
    ranTwice,
  }
}

export function summary(results: Results): string {
  const { numPassedTests, numFailedTests, numPendingTests, testResults, ranTwice = [] } = results
  const broken = testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative(root, name))
  const lucky = ranTwice.filter(({ second }) => second.status === 'passed').map(({ name }) => name)
  return [
    ...(lucky.length > 0
      ? [`${lucky.length} passed only when run a second time, a fault to be found: ${lucky.join(', ')}`]
      : []),
    ...(broken.length > 0 ? [`failed: ${broken.join(', ')}`] : []),
    `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`,
  ].join('\n')
}

/** The exit code: 0 where tests ran and every file passed; a file that could not be loaded has no failed test of its own. */
export const verdict = ({ numPassedTests, testResults }: Results): number =>
  numPassedTests > 0 && testResults.every(({ status }) => status === 'passed') ? 0 : 1
