import { settle, type WxCallbacks, WxError } from '../settle'
import type { World } from '../World'

const CONTRACT = '《小程序隐私保护指引》'

/**
 * The privacy guide WeChat makes a person agree to before a page may use the camera or the position. The app may draw its own dialog
 * (`onNeedPrivacyAuthorization`); otherwise WeChat's stands in.
 */
export function privacyApi({ settings, overlay, events }: World) {
  const agree = () => {
    settings.privacyAgreed = true
  }
  const ask = async (): Promise<void> => {
    if (settings.privacyAgreed) return
    const agreed = events.has('NeedPrivacyAuthorization')
      ? await new Promise<boolean>((resolve) => {
          const answer = ({ event }: { event: string }) =>
            event !== 'exposureAuthorization' && resolve(event === 'agree')
          events.emit('NeedPrivacyAuthorization', answer, { referrer: '' })
        })
      : (await overlay.dialog({ title: '隐私保护提示', text: `使用前请阅读${CONTRACT}`, buttons: ['拒绝', '同意'] }))
          .index === 1
    if (!agreed) throw new WxError('privacy permission is not authorized', { errno: 104 })
    agree()
  }
  const api = {
    getPrivacySetting: (options?: WxCallbacks<{ needAuthorization: boolean; privacyContractName: string }>) =>
      settle('getPrivacySetting', options, () => ({
        needAuthorization: !settings.privacyAgreed,
        privacyContractName: CONTRACT,
      })),
    requirePrivacyAuthorize: (options?: WxCallbacks<object>) =>
      settle('requirePrivacyAuthorize', options, async () => {
        await ask()
        return {}
      }),
    openPrivacyContract: (options?: WxCallbacks<object>) => settle('openPrivacyContract', options, () => ({})),
  }
  return { api, ask, agree }
}
