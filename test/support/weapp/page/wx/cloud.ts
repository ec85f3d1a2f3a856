import { settle, type WxCallbacks, WxError } from '../settle'
import type { World } from '../World'

type CallOptions = { name: string; data?: unknown } & WxCallbacks<{ result: unknown }>

/**
 * `wx.cloud`. WeChat carries the caller's identity inside its own call; here a bearer token stands for it and the local host
 * answers. `settings.loseAnswers` lets the function run and then loses what it said.
 */
export function cloudApi({ settings }: World) {
  let ready = false
  return {
    init: () => {
      ready = true
    },
    callFunction: (options: CallOptions) =>
      settle('cloud.callFunction', options, async () => {
        if (!ready) throw new WxError("Cloud API isn't enabled, please call wx.cloud.init first", { errCode: -601001 })
        const response = await fetch(`${settings.hostUrl}/v1/functions/${encodeURIComponent(options.name)}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${settings.token}` },
          body: JSON.stringify(options.data ?? {}),
        }).catch(lostConnection)
        const text = await response.text().catch(lostConnection)
        if (settings.loseAnswers > 0) {
          settings.loseAnswers--
          lostConnection()
        }
        if (!response.ok) throw new WxError(`${response.status} ${text.slice(0, 300)}`, { errCode: -504002 })
        return { result: text === '' ? undefined : (JSON.parse(text) as unknown) }
      }),
  }
}

function lostConnection(): never {
  throw new WxError('request:fail', { errCode: -1 })
}
