import type { Driver } from '../../support/driver'

const ENOUGH_SWEEPS = 100

/** Sweeps, so many milliseconds apart, until no push is owed any more. */
export async function deliverAll(driver: Driver, everyMs: number): Promise<void> {
  for (let sweeps = 0; sweeps < ENOUGH_SWEEPS; sweeps += 1) {
    await driver.host.clock.advance(everyMs)
    if ((await driver.sweep()).delivered === 0) return
  }
  throw new Error(`${ENOUGH_SWEEPS} sweeps, and pushes are still owed`)
}
