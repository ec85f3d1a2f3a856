import type { CaseView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import { speak } from '@/ui/speak'
import { useCaseCommand } from './useCaseCommand'

interface Props {
  id: string
  onDone: (view: CaseView) => void
}

/** 撤回申请: says what it does before it is done; it cannot be taken back. */
export function Withdraw({ id, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const { send, failure, waiting } = useCaseCommand(id, 'withdraw', onDone)
  if (waiting) return null
  if (!asking)
    return (
      <Action kind='quiet' onTap={() => setAsking(true)}>
        不办了，撤回并删除我的资料
      </Action>
    )
  return (
    <View className='card' {...speak('alert', undefined, { 'aria-live': 'assertive' })}>
      <Text className='block strong'>真的不办了吗？</Text>
      <Text className='block muted'>
        撤回后这件申请就停办，证件照片、姓名、号码、电话、地址和签名都会删除，不能恢复。没答复的投诉照样答复您。以后想用电，可以重新申请。
      </Text>
      <View className='actions gap'>
        <Action kind='plain' onTap={() => setAsking(false)}>
          继续办理
        </Action>
        <Action kind='plain' busyText='正在撤回…' onTap={() => send({})}>
          撤回并删除
        </Action>
      </View>
      <FailureNotice failure={failure} />
    </View>
  )
}
