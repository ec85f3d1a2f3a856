import Taro from '@tarojs/taro'
import { staff } from '@/api'
import { asFailure } from '@/failure'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'

/** 通知我: WeChat's one-time consent to be told of the next task; asked at a tap only. */
export function NotifyMe({ templates }: { templates: string[] }) {
  if (!platform.canNotify || templates.length === 0) return null
  const ask = async () => {
    try {
      const accepted = await platform.askToNotify(templates)
      const title = accepted.length > 0 ? '有新待办会用微信通知您' : '没有开通，待办仍会显示在这里'
      await Taro.showToast({ title, icon: 'none' })
    } catch (thrown) {
      await Taro.showToast({ title: asFailure(thrown).message, icon: 'none' })
    }
  }
  return (
    <Action kind='plain' icon='bell' onTap={ask}>
      有新待办通知我
    </Action>
  )
}

/** Fetched ahead: WeChat shows its question only straight after the tap, with no request in between. */
export const notifyTemplates = (): Promise<string[]> =>
  platform.canNotify ? staff('subscriptions', {}).then(({ templates }) => templates) : Promise.resolve([])
