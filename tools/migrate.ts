import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { FOLD_VERSION } from '@shared/flow/evolve'
import { FINDINGS } from '../cloudfunctions/lib/record/findings'
import type { Head } from '../cloudfunctions/lib/store/documents'
import { migrations } from '../cloudfunctions/lib/store/migrations'
import { schemaOf } from '../cloudfunctions/lib/store/schemaOf'
import { schemas } from '../cloudfunctions/lib/store/schemas'
import { storedFrom } from './storedFrom'
import { type StoredRecord, verifyRecord } from './verify/verifyRecord'

/**
 * What a new release makes of what an earlier one stored:
 *   npm run migrate -- --data .data             says what would be changed, and changes nothing
 *   npm run migrate -- --data .data --apply     changes it, as the sweep of a deployment does by itself
 *   npm run migrate -- --export folder          says it of an exported deployment
 * Exit code 0: nothing is left to do; 1: something is; 2: it could not be read.
 */
const ROOT = path.resolve(__dirname, '..')
type Collection = keyof typeof schemas

/** What is to be done, a line each; none: everything is as this release writes it. */
function todo(stored: StoredRecord): string[] {
  const heads = (stored.applications ?? []) as unknown as (Head & { fold?: number })[]
  const older = heads.filter(({ fold }) => fold !== FOLD_VERSION)
  const changes = migrations.map(({ name, collection, change }) => {
    return { name, ids: (stored[collection] ?? []).filter((one) => change(one) !== null).map(({ _id }) => _id) }
  })
  return [
    ...(older.length > 0 ? [`applications：${older.length}件要从台账重新推算（${some(older)}）`] : []),
    ...changes.flatMap(({ name, ids }) =>
      ids.length > 0 ? [`${name}：${ids.length}条要改（${ids.slice(0, 5).join('、')}）`] : [],
    ),
  ]
}

/** What no migration mends: documents that cannot be read, and cases whose head is not the fold of its ledger. */
async function wrong(stored: StoredRecord): Promise<string[]> {
  const unread = (Object.keys(schemas) as Collection[]).flatMap((collection) => {
    // An older head is folded anew, whatever it lacks.
    if (collection === 'applications') return []
    const bad = (stored[collection] ?? []).filter((one) => !schemaOf(collection).safeParse(one).success)
    return bad.length > 0 ? [`${collection}：${bad.length}条读不出来，搁在一边（${some(bad)}）`] : []
  })
  const findings = await verifyRecord(stored, null)
  return [...unread, ...findings.map(({ kind, at, what }) => `${at}：${FINDINGS[kind]}${what ? `（${what}）` : ''}`)]
}

const some = (found: readonly { _id: string }[]): string =>
  found
    .slice(0, 5)
    .map(({ _id }) => _id)
    .join('、')

/** Starts the local host on the folder and lets its sweep do the work, as a deployment's does. */
async function apply(data: string, functions: string): Promise<void> {
  const flags = ['--port', '0', '--data', path.resolve(data), '--functions', functions, '--quiet']
  const host = spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await new Promise<string>((settle, fail) => {
      host.stdout.setEncoding('utf8').on('data', (text: string) => {
        const found = /READY (\S+)/.exec(text)?.[1]
        if (found) settle(found)
      })
      host.on('exit', (code) => fail(new Error(`主机没有启动（${code}）`)))
    })
    await fetch(`${url}/local/timers/sweep`, { method: 'POST', body: '{}' })
  } finally {
    const ended = host.exitCode === null ? once(host, 'exit') : null
    host.kill('SIGTERM')
    await ended
  }
}

async function main(): Promise<number> {
  const option = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      data: option,
      export: option,
      functions: { ...option, default: 'dist/cloudfunctions' },
      apply: { type: 'boolean', default: false },
    },
  })
  if (values.apply && !values.data) throw new Error('--apply 只能和 --data 一起用；线上由 sweep 函数自己做。')
  if (values.apply) await apply(values.data!, values.functions)
  const stored = storedFrom(values)
  if (typeof stored === 'string') throw new Error(stored)
  const left = todo(stored)
  for (const line of [...left, ...(await wrong(stored))]) console.log(line)
  console.log(left.length === 0 ? '都是这一版的样子，没有要改的。' : '加上 --apply 就改。')
  return left.length === 0 ? 0 : 1
}

main()
  .then((code) => {
    process.exitCode = code
  })
  .catch((error) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 2
  })
