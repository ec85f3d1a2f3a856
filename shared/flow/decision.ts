import type { Role } from '../contract/vocabulary'
import { type AppError, appError } from '../errors'
import type { Instant } from '../time/localDate'
import type { Command, CommandOf } from './commands'
import type { CaseEvent } from './events'
import type { Said } from './saidTime'
import type { CaseState } from './state'

/** What a command comes to: the events it leaves, or one typed refusal. */
export type Decision = { ok: true; events: CaseEvent[] } | { ok: false; error: AppError }

export const refuse = (...of: Parameters<typeof appError>): Decision => ({ ok: false, error: appError(...of) })
export const agree = (...events: CaseEvent[]): Decision => ({ ok: true, events })

/** When it is, and as what the asker asks. */
export interface Asked {
  now: Instant
  role: Role
  /** When the device says a physical act was done; absent where it was sent at once. */
  said?: Said
}

/** Decides one kind of command on a case there is. */
export type Decider<T extends Command['type']> = (state: CaseState, command: CommandOf<T>, asked: Asked) => Decision
