import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Session } from '../support/driver'
import { startHost } from '../support/host'
import { median, startBenchHost } from './project'

/** `npm run bench`: every figure beside what it is compared with, measured in this one run. */
const root = resolve(__dirname, '../..')

function line(what: string, figure: string, aim: string): void {
  console.log(`${what.padEnd(64)} ${figure.padEnd(40)} aim: ${aim}`)
}

const ms = (value: number) => `${value.toFixed(1)} ms`

/** A submission's commit writes this many documents: see cloudfunctions/lib/store/commit.ts. */
const DOCUMENTS_PER_SUBMISSION = 13
const ROUNDS = 120

async function submission(): Promise<void> {
  const { host, stop } = await startBenchHost()
  try {
    const { token, openid } = await host.login('resident')
    const resident = new Session(host, 'resident', openid, token)
    const application = await resident.prepare()
    const submitted: number[] = []
    const bare: number[] = []
    for (let round = 0; round < ROUNDS + 5; round += 1) {
      const started = performance.now()
      await resident.call('applicant', 'submit', { commandId: randomUUID(), application })
      const took = performance.now() - started
      const probe = (await host.call('probe', { do: 'transaction', documents: DOCUMENTS_PER_SUBMISSION }, token)) as {
        ms: number
      }
      // The first rounds warm both functions up.
      if (round >= 5) {
        submitted.push(took)
        bare.push(probe.ms)
      }
    }
    const ratio = median(submitted) / median(bare)
    line(
      'submission acknowledged durable ÷ bare SDK transaction, 13 documents',
      `${ms(median(submitted))} ÷ ${ms(median(bare))} = ${ratio.toFixed(2)}`,
      '≤ 1.5',
    )
  } finally {
    await stop()
  }
}

async function coldStart(): Promise<void> {
  const took: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now()
    const host = await startHost({ flags: ['--import', 'local/seed/people.json'] })
    const { token } = await host.login('resident')
    await host.call('applicant', { action: 'home', input: {} }, token)
    took.push(performance.now() - started)
    await host.stop()
  }
  line('host cold start to first answered call', ms(median(took)), '< 3000 ms')
}

async function dueQuery(): Promise<void> {
  const { host, stop } = await startBenchHost()
  try {
    const { token } = await host.login('resident')
    const probe = async (event: object) => (await host.call('probe', event, token)) as { ms: number; rows: number }
    const dueFrom = (await host.clock.now()) + 365 * 86_400_000
    const until = dueFrom + 3_600_000
    const measure = async (field: string, rounds: number) => {
      const times: number[] = []
      for (let round = 0; round < rounds; round += 1) {
        const { ms: took, rows } = await probe({ do: 'query', field, until })
        if (rows !== 50) throw new Error(`the query gave ${rows} rows, not 50`)
        times.push(took)
      }
      return median(times)
    }
    await probe({ do: 'fill', from: 0, to: 1_000, dueFrom })
    await measure('attentionAt', 20)
    const small = await measure('attentionAt', 60)
    for (let from = 1_000; from < 100_000; from += 11_000) {
      await probe({ do: 'fill', from, to: from + 11_000, dueFrom })
    }
    await measure('attentionAt', 20)
    const large = await measure('attentionAt', 60)
    const unindexed = await measure('unindexed', 3)
    line(
      'indexed due-date query, 50 rows: 100k cases ÷ 1k cases',
      `${ms(large)} ÷ ${ms(small)} = ${(large / small).toFixed(2)}`,
      '< 1.5',
    )
    line(
      'the same query at 100k without an index ÷ with',
      `${ms(unindexed)} ÷ ${ms(large)} = ${(unindexed / large).toFixed(0)}`,
      'for comparison',
    )
  } finally {
    await stop()
  }
}

/** Bytes below a folder, leaving out some of its subfolders. */
function bytesOf(folder: string, leftOut: string[] = []): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !leftOut.includes(name))
    .reduce((total, entry) => {
      const path = join(folder, entry.name)
      return total + (entry.isDirectory() ? bytesOf(path) : statSync(path).size)
    }, 0)
}

function packageSize(): void {
  const weapp = join(root, 'dist/miniprogram')
  if (!existsSync(weapp)) throw new Error('not built: npm run build:weapp')
  const main = bytesOf(weapp, ['staff', 'service'])
  const all = bytesOf(weapp)
  line(
    'weapp main package (whole mini-program)',
    `${(main / 1024).toFixed(0)} KB (${(all / 1024).toFixed(0)} KB)`,
    '< 450 KB',
  )
}

async function main(): Promise<void> {
  packageSize()
  await coldStart()
  await submission()
  await dueQuery()
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
