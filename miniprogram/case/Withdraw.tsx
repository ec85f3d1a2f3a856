import type { CaseView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { command } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import { speak } from '@/ui/speak'

interface Props {
  id: string
  onDone: (view: CaseView) => void
}

/** 撤回申请: says what it does before it is done; it cannot be taken back. */
export function Withdraw({ id, onDone }: Props) {
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<Failure | null>(null)
  const withdraw = async () => {
    setFailed(null)
    try {
      onDone(await command(`withdraw:${id}`, 'applicant', 'withdraw', { id }))
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
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
        撤回后这件申请就停办，证件照片、姓名、号码、电话、地址和签名都会删除，不能恢复，没答复的投诉也不再答复。以后想用电，可以重新申请。
      </Text>
      <View className='actions gap'>
        <Action kind='plain' onTap={() => setAsking(false)}>
          继续办理
        </Action>
        <Action kind='plain' busyText='正在撤回…' onTap={withdraw}>
          撤回并删除
        </Action>
      </View>
      <FailureNotice failure={failed} />
    </View>
  )
}
