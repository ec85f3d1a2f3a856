/** The three callbacks every asynchronous `wx.*` call may carry. */
export interface WxCallbacks<R> {
  success?(result: R & { errMsg: string }): void
  fail?(failure: WxFailure): void
  complete?(outcome: unknown): void
}

/** What a failed call hands over: WeChat's message, and the code where there is one. */
export interface WxFailure {
  errMsg: string
  [field: string]: unknown
}

/** Thrown inside an implementation to fail the call as WeChat would: `{api}:fail {reason}`. */
export class WxError extends Error {
  constructor(
    readonly reason: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(reason)
  }
}

/**
 * Runs the work of one `wx.*` call and answers in WeChat's way: through the callbacks when any is given, else as a promise.
 * A bug in the implementation (any error but WxError) is reported as well, so that no test mistakes it for a refusal.
 */
export function settle<R extends object>(
  api: string,
  options: WxCallbacks<R> | undefined,
  work: () => R | Promise<R>,
): Promise<R & { errMsg: string }> | undefined {
  const outcome = Promise.resolve()
    .then(work)
    .then(
      (result) => ({ errMsg: `${api}:ok`, ...result }),
      (error: unknown) => {
        if (!(error instanceof WxError)) reportError(error)
        const reason = error instanceof Error ? error.message : String(error)
        throw { errMsg: `${api}:fail ${reason}`, ...(error instanceof WxError ? error.fields : {}) } satisfies WxFailure
      },
    )
  if (!options?.success && !options?.fail && !options?.complete) return outcome
  void outcome.then(
    (result) => {
      callBack(() => options.success?.(result))
      callBack(() => options.complete?.(result))
    },
    (failure: WxFailure) => {
      callBack(() => options.fail?.(failure))
      callBack(() => options.complete?.(failure))
    },
  )
  return undefined
}

/** Shows a mistake in the app's own callback as an uncaught error instead of losing it in a promise. */
export function callBack(run: () => void): void {
  try {
    run()
  } catch (error) {
    reportError(error)
  }
}
