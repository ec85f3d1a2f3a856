import type { ActionOf, FunctionName, RequestOf, ResponseOf } from '@shared/contract'
import type { CommandOf } from './CommandOf'
import { once, orTapAgain, withRetry } from './request'

export { upload, uploadPdf } from './upload'

/** Everything but commands may be repeated freely. */
type ReadOf<F extends FunctionName> = Exclude<ActionOf<F>, CommandOf<F>>

const reader =
  <F extends FunctionName>(fn: F) =>
  <A extends ReadOf<F>>(action: A, input: RequestOf<F, A>): Promise<ResponseOf<F, A>> =>
    orTapAgain(withRetry(() => once(fn, action, input)))

/** Typed calls per audience, e.g. `applicant('home', {})`. They throw Failure; commands go through `command`. */
export const applicant = reader('applicant')
export const staff = reader('staff')
export const documents = reader('documents')
export const anyone = reader('public')
