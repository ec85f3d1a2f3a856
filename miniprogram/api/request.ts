import type { ActionOf, Answer, FunctionName, RequestOf, ResponseOf } from '@shared/contract'
import { deadlines } from '@shared/deadlines'
import { asFailure, Failure, failure } from '@/failure'
import { platform } from '@/platform'

const PAUSES_MS = [400, 1200]

/** Shared by every kind of call: waits longer each time, with jitter so that many phones do not come back at once. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms * (0.75 + Math.random() / 2)))

/** One request, one answer, no retry. Throws Failure. */
export async function once<F extends FunctionName, A extends ActionOf<F>>(
  fn: F,
  action: A,
  input: RequestOf<F, A>,
): Promise<ResponseOf<F, A>> {
  // Reading a certificate and drawing a PDF are real work on the other side; the person sees progress meanwhile.
  const { device } = action === 'readCertificate' || fn === 'documents' ? deadlines.slow : deadlines.usual
  const answer = (await platform.call(fn, { action, input }, device)) as Answer<ResponseOf<F, A>> | null | undefined
  // The one shape every function answers with; anything else did not come from our functions.
  if (typeof answer?.ok !== 'boolean') throw failure('INTERNAL')
  if (!answer.ok) throw new Failure(answer.error)
  return answer.data
}

/** For what nobody sends again by itself: without a network the person is asked to. Throws Failure. */
export const orTapAgain = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((thrown) => {
    const failed = asFailure(thrown)
    throw failed.code === 'OFFLINE' ? failure('OFFLINE_NOW') : failed
  })

/** Sends again, with backoff, while the failure says that the same request may be sent unchanged. Throws the last Failure. */
export async function withRetry<T>(attempt: () => Promise<T>): Promise<T> {
  for (const wait of PAUSES_MS) {
    try {
      return await attempt()
    } catch (thrown) {
      const failed = asFailure(thrown)
      // Whoever has waited that long decides whether to wait again.
      if (!failed.retryable || failed.code === 'SLOW' || !platform.online()) throw failed
      await pause(wait)
    }
  }
  return attempt().catch((thrown) => Promise.reject(asFailure(thrown)))
}
