import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { FINDINGS } from '../cloudfunctions/lib/record/findings'
import { storedFrom } from './storedFrom'
import { verifyRecord } from './verify/verifyRecord'

/**
 * Verifies a whole record: every case folded anew from its events, every day's signed checkpoint recomputed.
 *   npm run verify -- --data .data [--key <verifier key>] [--out findings.json]
 *   npm run verify -- --export folder      (one <collection>.json a collection, a document a line, as the console exports them)
 * Exit code 0: nothing found; 1: something is wrong; 2: it could not be read.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, export: { type: 'string' }, key: { type: 'string' }, out: { type: 'string' } },
  })
  const stored = storedFrom(values)
  if (typeof stored === 'string') {
    console.error(stored)
    return 2
  }
  const started = performance.now()
  const findings = await verifyRecord(stored, values.key ?? null, (done, all) => {
    if (done % 10_000 === 0) console.error(`${done} / ${all}`)
  })
  if (values.out) writeFileSync(values.out, `${JSON.stringify(findings, null, 2)}\n`)
  for (const { kind, at, what } of findings) console.log(`${at}  ${FINDINGS[kind]}${what ? `：${what}` : ''}`)
  const count = (name: string) => stored[name]?.length ?? 0
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(
    `${count('applications')}件申请，${count('events')}个事件，${count('checkpoints')}个日终签名，${seconds}秒：` +
      (findings.length === 0 ? '没有发现问题' : `发现${findings.length}处问题`),
  )
  if (!values.key) console.log('没有给出 --key，没有核对签名。')
  return findings.length === 0 ? 0 : 1
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  },
)
