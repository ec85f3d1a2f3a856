import type { Command } from '@shared/flow/commands'
import type { Actor, RecordedEvent } from '@shared/flow/events'
import type { CaseState } from '@shared/flow/state'
import type { Instant } from '@shared/time/localDate'
import { canonical, sha256 } from '../digest'
import type { Head, PersonDocument } from './documents'

/** A command under its id. */
export interface Commit {
  caseId: string
  /** Namespaces the command id: one person cannot spend another's. */
  actorKey: string
  commandId: string
  /** What was asked, as parsed; a repeat must be equal. */
  request: unknown
  now: Instant
  /** A submission: there is no case before it. */
  opens?: true
  /**
   * Whether it may be asked, and everything that must be written with it or not at all; throws Refusal. Asked anew on every
   * attempt, of the case as the transaction finds it (null: none); a submission's is looked up while the transaction opens.
   */
  prepare: (head: Head | null) => Promise<Prepared>
}

export interface Prepared {
  command: Command
  by: Actor
  /** The version the asker saw; any will do where there is none. */
  expectedVersion?: number
  /** For a submission: whose case it becomes and their personal data. */
  opening?: { owner: string; person: PersonDocument }
  /** What becomes of the person's record with it, made of the record as it then is. */
  amend?: (person: PersonDocument, state: CaseState) => PersonDocument
  /** Pictures the case takes over; they are kept from now on. */
  pictures?: readonly string[]
  /** What former managers had handed over, settled by it. */
  settles?: readonly string[]
  /** When the device says a physical act was done; null where it was sent at once. */
  saidAt?: Instant | null
  /** Who else is to be told (supervisors of an overdue case). */
  alsoTell?: string[]
}

export interface Committed {
  head: Head
  /** What was recorded; empty when the command had been done before. */
  events: RecordedEvent[]
  /** The person's record where the command wrote it. */
  person: PersonDocument | null
  repeated: boolean
  /** Of the case, right after this command. */
  version: number
}

/** Its record's id: commands/{actor}:{command id}. */
export const commandKey = ({ actorKey, commandId }: Pick<Commit, 'actorKey' | 'commandId'>) =>
  `${actorKey}:${commandId}`

export const requestHash = ({ request }: Pick<Commit, 'request'>): string => sha256(canonical(request))
