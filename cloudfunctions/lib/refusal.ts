import { type AppError, appError, type ErrorCode } from '@shared/errors'
import { RulesError } from '@shared/rules/rulesError'
import { TimeError } from '@shared/time/timeError'

/** Ends a call with one error of the typed map. `handle` turns it into the answer; nothing else catches it. */
export class Refusal extends Error {
  constructor(readonly error: AppError) {
    super(error.code)
  }
}

/** Refuses the call. */
export function refuse(code: ErrorCode, params?: Record<string, string>): never {
  throw new Refusal(appError(code, params))
}

/** The platform's own error codes that mean something to the caller; everything else is INTERNAL. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof Refusal) return error.error
  if (error instanceof RulesError || error instanceof TimeError) return appError('RULES_UNAVAILABLE')
  const code = codeOf(error)
  if (code === 'DATABASE_TRANSACTION_CONFLICT') return appError('BUSY')
  if (code === 'STORAGE_EXCEED_QUOTA' || code === 'DATABASE_EXCEED_QUOTA') return appError('STORAGE_FULL')
  return appError('INTERNAL')
}

/** The `code` the SDK puts on what it throws; '' for anything else. */
export function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}
