import {
  type ActionOf,
  type Answer,
  contract,
  type FunctionName,
  type ParsedRequestOf,
  type ResponseOf,
} from '@shared/contract'
import { MAX_PDF_BYTES } from '@shared/contract/constants'
import { appError } from '@shared/errors'
import type { Instant } from '@shared/time/localDate'
import type * as z from 'zod'
import { type CallContext, callerOf } from './cloud'
import { inCall, logFailure, requestIdOf } from './log'
import { Refusal, refusalOf } from './refusal'

/** What every handler is told about the call: who asks ('' for nobody) and when it is. */
export interface Call {
  openid: string
  now: Instant
}

/** One handler per action of a function, its input parsed. Missing or surplus actions do not compile. */
export type Handlers<F extends FunctionName> = {
  [A in ActionOf<F>]: (input: ParsedRequestOf<F, A>, call: Call) => Promise<ResponseOf<F, A>>
}

type AnyHandler = (input: unknown, call: Call) => Promise<unknown>

/**
 * A function's `main`: identify → parse → handle → answer. Never throws: what a caller can meet is an error of the
 * typed map; what nobody should meet is logged without its message, under the id the answer carries.
 */
export function serve<F extends FunctionName>(name: F, handlers: Handlers<F>) {
  return async (
    event: { action?: unknown; input?: unknown } | null,
    context: CallContext,
  ): Promise<Answer<unknown>> => {
    // A client sends any event: none at all, or an action that is no text.
    const action = typeof event?.action === 'string' ? event.action : ''
    const requestId = requestIdOf(context)
    const answer = async (): Promise<Answer<unknown>> => {
      if (!Object.hasOwn(handlers, action)) throw new Refusal(appError('BAD_REQUEST', { what: '没有这个操作' }))
      const openid = callerOf(context)
      if (name !== 'public' && !openid) throw new Refusal(appError('NOT_SIGNED_IN'))
      const schema = (contract[name] as unknown as Record<string, { request: z.ZodType }>)[action].request
      const parsed = schema.safeParse(event?.input ?? {})
      if (!parsed.success) throw new Refusal(parseError(parsed.error, event?.input))
      const handler = (handlers as unknown as Record<string, AnyHandler>)[action]
      return { ok: true, data: await handler(parsed.data, { openid, now: Date.now() }) }
    }
    return inCall(requestId, () =>
      answer().catch((error: unknown) => {
        if (!(error instanceof Refusal)) logFailure(Object.hasOwn(handlers, action) ? `${name}.${action}` : name, error)
        return { ok: false, error: refusalOf(error), requestId }
      }),
    )
  }
}

const FIELD_NAMES: Record<string, string> = {
  phone: '联系电话',
  name: '姓名',
  number: '证件号码',
  address: '用电地址',
  district: '所在县区',
  capacityKva: '用电容量',
  meterNumber: '电表号',
  meterPosition: '电表位置',
  pictures: '照片',
  bytes: '照片大小',
  contentType: '照片格式',
  consent: '个人信息告知书',
  purpose: '照片用途',
  kind: '证件种类',
  note: '备注',
  invitation: '邀请链接',
}

/** The first thing wrong, by the name a person knows the field by; a field without one is never named by its code. */
function parseError(error: z.ZodError, input: unknown) {
  const [issue] = error.issues
  const path = issue.path.map(String)
  const field = path.findLast((part) => !/^\d+$/.test(part)) ?? ''
  const named = path.findLast((part) => Object.hasOwn(FIELD_NAMES, part)) ?? ''
  if (field === 'signature') return appError('SIGNATURE_MISSING')
  if (field === 'bytes' && issue.code === 'too_big')
    return issue.maximum === MAX_PDF_BYTES
      ? appError('PDF_TOO_LARGE', { max: '10MB' })
      : appError('PICTURE_TOO_LARGE', { max: '2MB' })
  if (field === 'bytes') return appError('PICTURE_EMPTY')
  if (field === 'contentType') {
    const contentType = (input as { contentType?: unknown } | null)?.contentType
    const isHeic = typeof contentType === 'string' && /hei[cf]/.test(contentType)
    return appError(isHeic ? 'PICTURE_HEIC' : 'PICTURE_NOT_IMAGE')
  }
  return appError('BAD_REQUEST', { what: FIELD_NAMES[named] ?? '请求' })
}
