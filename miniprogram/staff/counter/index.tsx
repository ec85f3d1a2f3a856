import { Text } from '@tarojs/components'
import { useState } from 'react'
import { useWorkOn } from '@/apply/AtCounter'
import { beginAtCounter, discardCounterDraft, hasDraft, useDraft } from '@/apply/draft'
import { go } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { SureAction } from '../ui/SureAction'
import '../staff.scss'

type Channel = 'counter' | 'greenChannel'
const PAGE = { certificate: 'apply-certificate', place: 'apply-place', sign: 'apply-sign' } as const

/** 窗口代办, 绿色通道: an application written down for somebody who came. */
export default function Counter() {
  useWorkOn('counter')
  const draft = useDraft()
  const [channel, setChannel] = useState<Channel>('counter')
  const open = (page: (typeof PAGE)[keyof typeof PAGE]) => go(page, { for: 'counter' })
  const begin = () => {
    beginAtCounter(channel)
    void open('apply-certificate')
  }
  return (
    <Screen
      title='替来柜台的人申请'
      foot={
        <SureAction
          icon='pen'
          ask={hasDraft(draft) ? '上一位没办完的会删掉，给另一个人办？' : null}
          yes='给另一个人办'
          onSure={begin}
          busyText='正在打开…'
        >
          {hasDraft(draft) ? '给另一个人办' : '开始办'}
        </SureAction>
      }
    >
      <Text className='headline'>三步办完，本人签名</Text>
      <Text className='lead'>拍证件，问清在哪里用电，念给本人听，请本人在这里签名。</Text>
      {hasDraft(draft) ? (
        <Card title='上一位没办完' aside='存在这台设备上'>
          <Text className='lead'>
            {[draft.identity?.name, draft.place?.address].filter(Boolean).join(' · ') || '证件照片已上传'}
          </Text>
          <Action kind='plain' onTap={() => open(PAGE[draft.step])}>
            接着办
          </Action>
          <Action kind='quiet' onTap={discardCounterDraft}>
            不办了，删掉
          </Action>
        </Card>
      ) : null}
      <Card>
        <Choice
          label='从哪里来的'
          options={[
            { value: 'counter', text: '柜台窗口', note: '没带手机，或者不会用手机' },
            { value: 'greenChannel', text: '政务大厅绿色通道', note: '从绿色通道来的申请' },
          ]}
          value={channel}
          onChange={(chosen) => setChannel(chosen as Channel)}
        />
      </Card>
      <Notice text='办完后分给当地的客户经理，您也一直能打开看。本人的手机上看不到，有事请打电话。' />
    </Screen>
  )
}
