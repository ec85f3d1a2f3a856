import * as z from 'zod'
import type { PushLog } from './PushLog'

/** What every open interface answers; further fields by interface. */
export type OpenApiAnswer = { errcode: number; errmsg: string; [field: string]: unknown }

/** What a value may be, by the type that a template key starts with. https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html */
const VALUE_RULES: Record<string, RegExp> = {
  thing: /^.{1,20}$/su,
  number: /^-?\d{1,32}(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[\p{P}\p{S}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /^.*\d{1,2}:\d{2}.*$/,
  date: /^.*\d{4}([年/.-])\d{1,2}.*$/,
  amount: /^\D?\d{1,10}(\.\d+)?元?$/u,
  phone_number: /^[\d\p{P}\p{S}]{1,17}$/u,
  car_number: /^.{1,8}$/u,
  name: /^(?:\p{Script=Han}{1,10}|[\x20-\x7e]{1,20}|.{1,10})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

const Message = z.object({
  touser: z.string().default(''),
  template_id: z.string().default(''),
  page: z.string().default(''),
  data: z.record(z.string(), z.object({ value: z.union([z.string(), z.number()]) })),
})

/** An openid of this appid has 28 characters and starts with o. */
const OPENID = /^o[\w-]{27}$/

/** `subscribeMessage.send`: WeChat's checks and error codes, then a durable record instead of a phone. Simulated: every template is known, every recipient has consented. */
export class SubscribeMessage {
  private readonly refusing = new Set<string>()
  /** Every so many messages one meets a system error; 0 for none. */
  failEvery = 0
  private asked = 0

  constructor(
    private readonly log: PushLog,
    private readonly clock: () => number,
  ) {}

  /** The next message to this person answers 43101, as after a withdrawn consent. */
  refuseNext(openid: string): void {
    this.refusing.add(openid)
  }

  send(request: unknown): OpenApiAnswer {
    const parsed = Message.safeParse(request)
    if (!parsed.success) return invalidArgument(parsed.error.issues[0]?.path.join('.') ?? 'data')
    const { touser, template_id, page, data } = parsed.data
    if (!OPENID.test(touser)) return { errcode: 40003, errmsg: 'invalid openid' }
    if (!template_id) return { errcode: 40037, errmsg: 'invalid template_id' }
    const entries = Object.entries(data).map(([key, { value }]) => [key, String(value)] as const)
    if (entries.length === 0) return invalidArgument('data')
    for (const [key, value] of entries) {
      const type = /^([a-z_]+?)\d+$/.exec(key)?.[1] ?? ''
      if (!VALUE_RULES[type]?.test(value)) return invalidArgument(`data.${key}.value`)
    }
    this.asked += 1
    if (this.failEvery > 0 && this.asked % this.failEvery === 0) return { errcode: -1, errmsg: 'system error' }
    const refused = this.refusing.delete(touser)
    this.log.append({
      at: this.clock(),
      openid: touser,
      templateId: template_id,
      page,
      data: Object.fromEntries(entries),
      errcode: refused ? 43101 : 0,
    })
    return refused ? { errcode: 43101, errmsg: 'user refuse to accept the msg' } : { errcode: 0, errmsg: 'ok' }
  }
}

const invalidArgument = (field: string): OpenApiAnswer => ({
  errcode: 47003,
  errmsg: `argument invalid! ${field} invalid`,
})
