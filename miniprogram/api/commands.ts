import type { ActionOf, FunctionName, RequestOf, ResponseOf } from '@shared/contract'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { once, withRetry } from './request'

/** The endpoints that change a case: their request carries a `commandId`. */
export type CommandOf<F extends FunctionName> = {
  [A in ActionOf<F>]: RequestOf<F, A> extends { commandId: string } ? A : never
}[ActionOf<F>]

/** A command on its way: kept on the device from before its first sending until the server has answered for good. */
export interface Pending {
  /** What the person meant, e.g. `submit` or `visit:CASEID`: at most one command of an intention is under way. */
  intention: string
  fn: FunctionName
  action: string
  input: { commandId: string }
}
export interface Outcome {
  pending: Pending
  /** The answer, or the refusal that ended it. */
  result: { ok: true; data: unknown } | { ok: false; failure: Failure }
  /** Sent again in the background: no page is waiting to show what became of it. */
  resumed: boolean
}

const KEY = 'commands'
const pendings = (): Pending[] => platform.personal.get<Pending[]>(KEY) ?? []
const keep = (pending: Pending) => platform.personal.set(KEY, [...pendings(), pending])
const drop = (id: string) =>
  platform.personal.set(
    KEY,
    pendings().filter((other) => other.input.commandId !== id),
  )

/** A version 4 UUID. WeChat's logic layer has no `crypto`; an id only has to be new among one person's commands. */
export const newCommandId = (): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(Math.random() * 16)
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16)
  })

/** The command of this intention that has not been answered yet, if there is one. */
export const pendingCommand = (intention: string): Pending | null =>
  pendings().find((pending) => pending.intention === intention) ?? null

/** One sending at a time per command, so that a double tap and a resume share one answer. */
const underway = new Map<string, Promise<unknown>>()

function deliver(pending: Pending, resumed: boolean): Promise<unknown> {
  const id = pending.input.commandId
  const running = underway.get(id)
  if (running) return running
  const sending = withRetry(() =>
    once(pending.fn, pending.action as ActionOf<FunctionName>, pending.input as RequestOf<FunctionName, never>),
  )
    .then(
      (data: unknown) => {
        drop(id)
        tell({ pending, result: { ok: true, data }, resumed })
        return data
      },
      (thrown) => {
        const failed = asFailure(thrown)
        // Refused for good: it will not be accepted later either. Otherwise the outcome is unknown, so it is kept and repeated.
        // Signed out is no answer to the command: it waits for the person to sign in again.
        if (!failed.retryable && failed.code !== 'NOT_SIGNED_IN') {
          drop(id)
          tell({ pending, result: { ok: false, failure: failed }, resumed })
        }
        throw failed
      },
    )
    .finally(() => underway.delete(id))
  underway.set(id, sending)
  return sending
}

/**
 * Sends a command. It is written to the device first and repeated with the same id after a lost answer, a closed app or the return
 * of the network, so it is neither lost nor doubled. While one of the same intention is unanswered, that one is sent again instead.
 * Throws Failure; when `retryable`, the command is kept and `resumeCommands` will send it again.
 */
export function command<F extends FunctionName, A extends CommandOf<F>>(
  intention: string,
  fn: F,
  action: A,
  input: Omit<RequestOf<F, A>, 'commandId'>,
  commandId: string = newCommandId(),
): Promise<ResponseOf<F, A>> {
  let pending = pendingCommand(intention)
  if (!pending) {
    pending = { intention, fn, action, input: { ...input, commandId } }
    keep(pending)
  }
  return deliver(pending, false) as Promise<ResponseOf<F, A>>
}

/** Sends whatever is unanswered, oldest first; stops at the first that still gets no answer. Never throws. */
export async function resumeCommands(): Promise<void> {
  if (!platform.signedIn()) return
  for (const pending of pendings()) {
    try {
      await deliver(pending, true)
    } catch (thrown) {
      if (asFailure(thrown).retryable) return
    }
  }
}

type Listener = (outcome: Outcome) => void
const listeners = new Set<Listener>()
function tell(outcome: Outcome) {
  for (const listener of listeners) listener(outcome)
}

/** Tells of every command that got its final answer, also those resumed after a restart. Returns the way to stop. */
export function onCommandSettled(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
