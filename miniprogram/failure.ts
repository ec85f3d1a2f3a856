import { deviceErrors, filledIn } from '@shared/deviceErrors'
import type { AppError, ErrorCode } from '@shared/errors'

/** A refusal or a fault, ready to show: `message` is Chinese and says what to do next. */
export class Failure extends Error {
  readonly code: ErrorCode
  /** The same request may be sent again unchanged. */
  readonly retryable: boolean
  readonly params: AppError['params']

  constructor({ code, message, retryable, params }: AppError) {
    super(message)
    this.code = code
    this.retryable = retryable
    this.params = params
  }
}

/** A failure the device itself has met. */
export function failure(code: keyof typeof deviceErrors, params: Record<string, string> = {}): Failure {
  const { text, retryable } = deviceErrors[code]
  return new Failure({ code, message: filledIn(text, params), retryable, params })
}

/** Whatever was thrown, as something a person can read. A bug in our own code shows as INTERNAL, never as English. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown
  console.error(thrown)
  return failure('INTERNAL')
}
