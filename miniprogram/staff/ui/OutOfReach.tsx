import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { goDesk } from '@/go'
import type { Entry } from '@/outbox/Entry'
import { letGo } from '@/outbox/entries'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { FailureNotice, Notice } from '@/ui/Notice'
import { passOn } from '../sheet/passOn'

/** The entry, when it was refused because its case is somebody else's now. */
export const outOfReach = (entry: Entry | null): Entry | null =>
  entry?.refusal?.code === 'CASE_HANDED_OVER' || entry?.refusal?.code === 'NOT_FOUND' ? entry : null

/** What was written about a case that is somebody else's now: it goes to whoever has the case, or is let go. */
export function OutOfReach({ entry }: { entry: Entry }) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const handedOver = entry.refusal?.code === 'CASE_HANDED_OVER'
  const give = async () => {
    setFailed(null)
    try {
      const { manager } = await passOn(entry)
      void Taro.showToast({ title: `已转给${manager}`, icon: 'none', duration: 4000 })
      await goDesk()
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  const drop = async () => {
    await letGo(entry)
    await goDesk()
  }
  return (
    <View>
      <Notice
        tone='soon'
        title={`${entry.title}没有提交`}
        text={handedOver ? entry.refusal!.message : '这件申请不归您办了，写的内容交不上去。'}
      />
      <Card title='您填的内容'>
        <Text className='block muted'>{contentsOf(entry)}</Text>
      </Card>
      <FailureNotice failure={failed} />
      {handedOver ? (
        <Action icon='user' onTap={give} busyText='正在转…'>
          转给现在的客户经理
        </Action>
      ) : null}
      <View className='gap'>
        <Action kind='danger' onTap={drop}>
          不要了，从手机里删掉
        </Action>
      </View>
    </View>
  )
}

const contentsOf = ({ title, slots }: Entry): string =>
  slots.length > 0 ? `${title}，照片${slots.length}张` : (title ?? '')
