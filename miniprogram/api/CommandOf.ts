import type { ActionOf, FunctionName, RequestOf } from '@shared/contract'

/** The endpoints that change something: their request carries a `commandId`. */
export type CommandOf<F extends FunctionName> = {
  [A in ActionOf<F>]: RequestOf<F, A> extends { commandId: string } ? A : never
}[ActionOf<F>]
