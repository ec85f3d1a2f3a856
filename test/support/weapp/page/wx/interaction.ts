import { settle, type WxCallbacks, WxError } from '../settle'
import type { World } from '../World'

/** WeChat's default time a toast stands, in milliseconds. */
const TOAST = 1500

interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  editable?: boolean
  placeholderText?: string
}

/** Toasts, dialogs and sheets: drawn over the page, answered by tapping them. */
export function interactionApi({ overlay }: World) {
  const hide = (api: string) => (options?: WxCallbacks<object>) =>
    settle(api, options, () => {
      overlay.hideToast()
      return {}
    })
  return {
    showToast: (options: { title: string; icon?: string; duration?: number } & WxCallbacks<object>) =>
      settle('showToast', options, () => {
        overlay.toast(options.title, options.icon ?? 'success', options.duration ?? TOAST)
        return {}
      }),
    showLoading: (options: { title: string } & WxCallbacks<object>) =>
      settle('showLoading', options, () => {
        overlay.toast(options.title, 'loading', null)
        return {}
      }),
    hideToast: hide('hideToast'),
    hideLoading: hide('hideLoading'),
    showModal: (options: ModalOptions & WxCallbacks<{ confirm: boolean; cancel: boolean; content?: string }>) =>
      settle('showModal', options, async () => {
        const cancel = options.showCancel === false ? [] : [options.cancelText ?? '取消']
        const buttons = [...cancel, options.confirmText ?? '确定']
        const { index, typed } = await overlay.dialog({
          ...(options.title !== undefined && { title: options.title }),
          ...(options.editable ? { field: options.content ?? '' } : { text: options.content ?? '' }),
          ...(options.placeholderText !== undefined && { placeholder: options.placeholderText }),
          buttons,
        })
        const confirm = index === buttons.length - 1
        return { confirm, cancel: !confirm, ...(options.editable && confirm && { content: typed }) }
      }),
    showActionSheet: (options: { itemList: string[]; alertText?: string } & WxCallbacks<{ tapIndex: number }>) =>
      settle('showActionSheet', options, async () => {
        const tapIndex = await overlay.sheet(options.itemList, options.alertText)
        if (tapIndex < 0) throw new WxError('cancel')
        return { tapIndex }
      }),
  }
}
