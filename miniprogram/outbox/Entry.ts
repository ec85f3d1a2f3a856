import type { FunctionName, RequestOf } from '@shared/contract'
import type { ErrorCode } from '@shared/errors'
import type { KeptPicture } from './pictures'

/** Where the id of an uploaded picture goes in the input, e.g. `papers.0.pictures.1`. */
export interface Slot {
  at: string
  purpose: RequestOf<'staff', 'startUpload'>['purpose']
  picture: KeptPicture
}

/** How an entry is called, shown and mended; what an entry without a form says is not kept when it is refused. */
export interface About {
  /** What the person meant, e.g. `visit:CASE`: at most one entry of an intention is on its way. */
  intention: string
  /** As people call it, e.g. 上门记录. None for what no person wrote: it is not shown. */
  title?: string
  /** The page it can be mended on. */
  page?: string
  /** The kept form it was made of: it goes when the entry is accepted, and is there to be mended when it is refused. */
  form?: string
}

/** Why an entry was refused for good. */
export interface Refusal {
  code: ErrorCode
  message: string
}

/** What a person has handed in: complete, so that it can be delivered by whatever part of the app is open. */
export interface Entry extends About {
  fn: FunctionName
  action: string
  input: { commandId: string; id?: string; version?: number }
  slots: Slot[]
  /** By this device's clock, ms. */
  handedInAt: number
  /** Done with hands, at a place: sent later than at once, it says when it was handed in. */
  physical?: boolean
  /** The intention it was decided on top of: it waits until that one is delivered. */
  behind?: string
  /** A request with it has left, so that its outcome may be unknown. */
  left: boolean
  refusal: Refusal | null
}

/** The input with the ids of its uploaded pictures. */
export function filledIn({ input, slots }: Pick<Entry, 'input' | 'slots'>): Entry['input'] {
  const filled = JSON.parse(JSON.stringify(input)) as Entry['input']
  for (const { at, picture } of slots) {
    const steps = at.split('.')
    const last = steps.pop()!
    // biome-ignore lint/suspicious/noExplicitAny: the input is of any shape; whoever handed it in named a place in it
    const place = steps.reduce((part: any, step) => part[step], filled)
    place[last] = picture.id
  }
  return filled
}
