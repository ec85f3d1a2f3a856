import { randomInt } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { twoTraces } from './compareTraces'
import { failedJourneys, merged, type Results, summary, verdict } from './results'
import { runJest } from './runJest'

/**
 * `npm test` and `npm run test:nightly`: the whole suite. A journey that failed is run once more, the whole file, for its tests go on
 * from each other. Passing then it is green, but counted and told with what it did in the browser both times.
 * Everything after `--` goes to jest; dist/test-results.json holds what counts.
 */
const root = resolve(__dirname, '../..')
const folder = join(root, 'dist/test-runs')
const KEPT = join(root, 'dist/test-results.json')

/** A test that failed may have left something open: that must not hold up the whole run. */
function run(name: string, args: string[]): Results {
  const file = join(folder, `${name}.json`)
  runJest(['--json', '--forceExit', `--outputFile=${file}`, ...args], { JOURNEY_RUN: name })
  return JSON.parse(readFileSync(file, 'utf8')) as Results
}

function main(): void {
  const nightly = process.argv[2] === '--nightly'
  const args = process.argv.slice(nightly ? 3 : 2)
  if (nightly) {
    process.env.NIGHTLY = '1'
    process.env.SEED ??= String(randomInt(2 ** 31))
    console.log(`SEED=${process.env.SEED}`)
  }
  rmSync(folder, { recursive: true, force: true })
  rmSync(KEPT, { force: true })
  mkdirSync(folder, { recursive: true })
  const first = run('first', args)
  const failed = failedJourneys(first)
  const second = failed.length > 0 ? run('second', ['--maxWorkers=1', '--runTestsByPath', ...failed]) : null
  const results = second ? merged(first, second) : first
  writeFileSync(KEPT, JSON.stringify(results))
  for (const twice of second ? results.ranTwice : []) console.log(twoTraces(twice))
  console.log(summary(results))
  process.exit(verdict(results))
}

main()
