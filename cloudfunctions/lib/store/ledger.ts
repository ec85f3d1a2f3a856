import { type Actor, actorOf, type CaseEvent, type RecordedEvent } from '@shared/flow/events'
import type { Instant } from '@shared/time/localDate'
import { canonical, sha256 } from '../digest'

/** The chain's anchor: the hash "before" a case's first event. */
export const genesisOf = (caseId: string): string => sha256(`genesis:${caseId}`)

const hashOf = (event: Omit<RecordedEvent, 'hash'>): string => sha256(canonical(event))

/** Chains new events onto a ledger whose last event is number `seq` with `hash`. */
export function chain(
  onto: { caseId: string; seq: number; hash: string },
  events: readonly CaseEvent[],
  at: Instant,
  by: Actor,
): RecordedEvent[] {
  let { seq, hash } = onto
  return events.map((event) => {
    seq += 1
    const body = { caseId: onto.caseId, seq, at, by: actorOf(event, by), event, previousHash: hash }
    hash = hashOf(body)
    return { ...body, hash }
  })
}

/** Whether a whole ledger, oldest first, is unbroken, unaltered and ends in `lastHash`. */
export function isIntact(caseId: string, ledger: readonly RecordedEvent[], lastHash: string): boolean {
  let previous = genesisOf(caseId)
  for (const [index, { hash, ...body }] of ledger.entries()) {
    if (body.seq !== index + 1 || body.previousHash !== previous || hashOf(body) !== hash) return false
    previous = hash
  }
  return previous === lastHash
}
