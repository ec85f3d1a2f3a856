import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { staff } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { goDesk, goHome } from '@/go'
import { keepView } from '@/keptViews'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { type Me, NO_DISTRICT, withoutDistrict } from '../ui/useMe'
import '../staff.scss'

const ROLE: Record<Me['role'], string> = { manager: '客户经理', reviewer: '会签人', supervisor: '主管' }

/** 绑定: opened from a supervisor's one-time invitation; ties this WeChat to the staff record it was made for. */
export default function Bind() {
  const { invitation } = useRouter().params
  const [me, setMe] = useState<Me | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const bind = async () => {
    if (!invitation) return
    setFailed(null)
    try {
      const bound = await staff('bind', { invitation })
      keepView('me', bound)
      setMe(bound)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  if (me) return <Bound me={me} />
  if (!invitation)
    return (
      <Screen title='绑定微信' root foot={<Action onTap={goHome}>去首页</Action>}>
        <Notice tone='soon' title='没有邀请' text='请从主管发给您的邀请链接打开这一页。' />
      </Screen>
    )
  return (
    <Screen
      title='绑定微信'
      root
      foot={
        <Action icon='user' onTap={bind} busyText='正在绑定…'>
          绑定我的微信
        </Action>
      }
    >
      <FailureNotice failure={failed} />
      <Card>
        <Text className='headline'>绑定后就能办件</Text>
        <Text className='block muted'>
          邀请只能用一次，只绑定您现在用的这个微信。绑定后，分给您的申请会出现在“待办”里。
        </Text>
      </Card>
    </Screen>
  )
}

const Bound = ({ me }: { me: Me }) => (
  <Screen title='绑定微信' root foot={<Action onTap={goDesk}>进入待办</Action>}>
    <View className='done'>
      <Text className='done__title'>绑定好了</Text>
      <Text className='done__day'>{me.name}</Text>
      <Text className='block muted'>
        {ROLE[me.role]}
        {me.districts.length > 0 ? ` · 负责${me.districts.join('、')}` : ''}
      </Text>
      {withoutDistrict(me) ? <Text className='block'>{NO_DISTRICT}</Text> : null}
    </View>
  </Screen>
)
