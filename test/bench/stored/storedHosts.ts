import { cpSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { TestHost } from '../../support/host'
import { line } from '../figures'
import { type BenchProject, beijing } from '../project'
import { Roads } from '../roads'
import { type Copies, multiply } from './multiply'

/** Of the stored cases so many are open; all others are closed, whatever their number. */
export const DUE = 1_000
const LATER = 1_000

export interface Stored {
  cases: number
  host: TestHost
}

/**
 * A host for each number of cases: every one holds a thousand open cases that fall due together and a thousand that do
 * not yet; the rest is closed, fifteen households to one factory. Each kind was brought about once by real commands.
 */
export async function storedHosts(project: BenchProject, sizes: readonly number[]): Promise<Stored[]> {
  const seed = await project.start('seed')
  await seed.clock.set(beijing('2026-02-02 10:00'))
  const roads = await Roads.open(seed)
  const household = await roads.lowVoltage()
  const factory = await roads.highVoltage()
  await seed.clock.set(beijing('2026-03-02 10:00'))
  const due = await roads.lowVoltage('submit')
  const later = await roads.highVoltage('submit')
  await roads.read(later)
  // Nothing is left to be told of any of them.
  for (let last = -1; last !== 0; ) last = ((await seed.timer('sweep')) as { delivered: number }).delivered
  await seed.kill('SIGTERM')
  const hosts: Stored[] = []
  for (const cases of sizes) {
    const data = project.data(`stored-${cases}`)
    cpSync(project.data('seed'), data, { recursive: true })
    const spread = Math.floor(cases / DUE)
    const copies: Copies[] = [
      // The case copied is one of the thousand itself.
      { caseId: due, share: (n) => n % spread === 0 && n > 0 },
      { caseId: later, share: (n) => n % spread === 1 && n < (LATER - 1) * spread },
      { caseId: factory, share: (n) => n % 16 === 2 },
      { caseId: household, share: () => true },
    ]
    const started = performance.now()
    const documents = multiply(data, cases, copies)
    const seconds = (performance.now() - started) / 1000
    const gigabytes = statSync(join(data, 'database.sqlite')).size / 1e9
    line(
      `${cases} cases stored`,
      `${documents} documents, ${gigabytes.toFixed(2)} GB, loaded in ${seconds.toFixed(0)} s`,
    )
    hosts.push({ cases, host: await project.start(`stored-${cases}`) })
  }
  return hosts
}
