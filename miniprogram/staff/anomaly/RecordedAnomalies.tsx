import type { StaffCaseView } from '@shared/contract/case'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { handIn } from '@/outbox/handIn'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { FailureNotice } from '@/ui/Notice'

const WHOSE = { thirdParty: '别的单位或天气', customer: '用户', utility: '供电公司' } as const

interface Props {
  of: StaffCaseView
  replace: (of: StaffCaseView) => void
  reload: () => Promise<void>
}

/** 用时异常 on record, and the way to say that one is over; nothing where there is none. */
export function RecordedAnomalies({ of, replace, reload }: Props) {
  const [refused, setRefused] = useState<Failure | null>(null)
  if (of.anomalies.length === 0) return null
  const resolve = async (number: number) => {
    setRefused(null)
    try {
      const input = { id: of.id, version: of.version, number }
      const about = { intention: `resolve:${of.id}:${number}`, title: '异常解除' }
      replace(await handIn('staff', 'resolveAnomaly', input, about))
    } catch (thrown) {
      setRefused(asFailure(thrown))
      await reload()
    }
  }
  return (
    <Card title='已经登记的'>
      {of.anomalies.map(({ number, title, party, note, at, resolvedAt }) => (
        <View key={number} className='entry'>
          <Text className='block strong'>{title}</Text>
          <Text className='block muted small'>
            {WHOSE[party]} · {spokenInstant(at)}起
            {resolvedAt === null ? '，还在' : `，${spokenInstant(resolvedAt)}解除`}
          </Text>
          {note ? <Text className='block'>{note}</Text> : null}
          {resolvedAt === null && of.actions.includes('resolveAnomaly') ? (
            <Action
              kind='plain'
              icon='check'
              label={`${title}，已经解决了`}
              busyText='正在登记…'
              onTap={() => resolve(number)}
            >
              已经解决了
            </Action>
          ) : null}
        </View>
      ))}
      <FailureNotice failure={refused} />
    </Card>
  )
}
