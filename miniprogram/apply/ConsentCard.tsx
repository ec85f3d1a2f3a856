import { CONSENT_NOTICE_VERSION } from '@shared/contract/constants'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import { Tick } from '@/ui/Choice'
import { changeDraft, useDraft } from './draft'

/** 个人信息告知书, the version the consent names. Says what is taken, for what, who sees it, how long, and how to take it back. */
const NOTICE: [title: string, text: string][] = [
  ['收集什么', '证件照片及其中的姓名、号码、地址，联系电话，用电地址，手写签名。身份证号属于敏感个人信息。'],
  ['用来做什么', '只用于办理这一次用电申请：核对身份、上门勘察、装表送电和通知您进度。不作他用。'],
  ['谁能看到', '只有办理这件申请的客户经理和主管，每次查看照片都有记录。识别证件由平台的文字识别服务完成。'],
  ['存多久', '没有提交的申请，照片几天内删除。提交后按供用电业务档案的规定保存。'],
  [
    '您的权利',
    '可以不拍照、手工填写，照样能申请。通电之前，可以随时在申请页面撤回申请，资料随即删除。也可以拨打 95598 查询、更正、删除您的信息。',
  ],
]

export const hasConsent = (consent: { noticeVersion: string } | undefined): boolean =>
  consent?.noticeVersion === CONSENT_NOTICE_VERSION

/** Asked before the camera opens, and standing again beside the signature. */
export function ConsentCard() {
  const { consent, channel } = useDraft()
  const [open, setOpen] = useState(false)
  return (
    <View className='card'>
      <Tick
        text={channel ? '已把《个人信息告知书》读给本人听，本人同意' : '我已阅读并同意《个人信息告知书》'}
        on={hasConsent(consent)}
        onChange={(on) => changeDraft({ consent: on ? { noticeVersion: CONSENT_NOTICE_VERSION } : undefined })}
      />
      {open
        ? NOTICE.map(([title, text]) => (
            <View key={title} className='gap'>
              <Text className='block strong'>{title}</Text>
              <Text className='block muted'>{text}</Text>
            </View>
          ))
        : null}
      <View className='gap'>
        <Action kind='quiet' onTap={() => setOpen(!open)}>
          {open ? '收起告知书' : `看告知书全文（${CONSENT_NOTICE_VERSION} 版）`}
        </Action>
      </View>
    </View>
  )
}
