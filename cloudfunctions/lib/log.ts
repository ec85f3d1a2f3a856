import { AsyncLocalStorage } from 'node:async_hooks'
import type { CallContext } from './cloud'
import { codeOf } from './refusal'
import { sourcePlaces } from './sourcePlaces'

const calls = new AsyncLocalStorage<string>()

/** The platform's id of a call; '' where it gives none. */
export const requestIdOf = (context: CallContext): string => {
  const { request_id: id } = context as { request_id?: unknown }
  return typeof id === 'string' ? id : ''
}

/** Does a call's work; whatever is logged meanwhile carries the call's id. */
export const inCall = <T>(requestId: string, work: () => Promise<T>): Promise<T> => calls.run(requestId, work)

/** One line of the log, with the call's id. No word of a person's belongs in it. */
export const log = (line: string): void => console.error(`${calls.getStore() || '-'} ${line}`)

/** Logs what failed: the error by its code or class, and the source lines it came through; never its message, which may quote a person. */
export const logFailure = (what: string, error: unknown): void => log(`${what} failed: ${kindOf(error)}`)

function kindOf(error: unknown): string {
  return error instanceof Error
    ? [codeOf(error) || error.name, ...sourcePlaces(error.stack ?? '')].join(' ')
    : codeOf(error) || typeof error
}
