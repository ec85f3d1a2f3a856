import { setTimeout as delay } from 'node:timers/promises'
import { codeOf, Refusal, refuse } from '../refusal'
import { attempt } from './attempt'
import { type Commit, type Committed, commandKey, requestHash } from './command'
import { headById } from './heads'
import { read } from './stored'
import { begin } from './transaction'

const MAX_ATTEMPTS = 5
const BACKOFF_MS = 20

/**
 * Decides and records a command in one transaction: ledger, head, task, outbox and the command itself. Idempotent by
 * (actor, command id): its record is made once, and whatever else goes wrong is held against that record first, so a repeat, a
 * second phone and a commit whose answer was lost all end with what was done. On a conflict with another commit it decides again
 * on what that one left, with jittered backoff, at most five times; then BUSY.
 */
export async function commit(input: Commit): Promise<Committed> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once(input)
    } catch (error) {
      const done = await doneBefore(input)
      if (done) return done
      if (error instanceof Refusal || tried === MAX_ATTEMPTS || !isWorthRetrying(error)) throw error
      await delay(BACKOFF_MS * 2 ** tried * Math.random())
    }
  }
}

async function once(input: Commit): Promise<Committed> {
  const [opened, opening] = await Promise.allSettled([begin(), input.opens ? input.prepare(null) : null])
  if (opened.status === 'rejected') throw opened.reason
  const tx = opened.value
  try {
    if (opening.status === 'rejected') throw opening.reason
    const committed = await attempt(tx, input, opening.value)
    await tx.commit()
    return committed
  } catch (error) {
    await tx.rollback({}).catch(() => undefined)
    throw error
  }
}

/** A conflict, an expired transaction, or an answer that never came: reading again settles each of them. */
const isWorthRetrying = (error: unknown): boolean =>
  codeOf(error).startsWith('DATABASE_TRANSACTION') ||
  ['ECONNRESET', 'ETIMEDOUT', 'ESOCKETTIMEDOUT', 'EPIPE'].includes(codeOf(error))

/** What the command came to, if it was done before; the same id with another body is refused. */
async function doneBefore(input: Commit): Promise<Committed | null> {
  const done = await read('commands', commandKey(input))
  if (!done) return null
  if (done.requestHash !== requestHash(input)) refuse('COMMAND_REUSED')
  const head = await headById(done.caseId, input.now)
  return head && { head, events: [], person: null, repeated: true, version: done.version }
}
