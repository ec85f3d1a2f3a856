import type { BackfillView } from '@shared/contract/details'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import type { Failure } from '@/failure'
import { Action } from './Action'
import { Card } from './Card'
import { FailureNotice } from './Notice'

const COUNTS: Record<BackfillView['standing'], string> = {
  taken: '按做完的时间算。',
  asked: '还没有人确认，确认前按收到的时间算。',
  confirmed: '已确认，按做完的时间算。',
  declined: '有人说时间不对，按收到的时间算。',
  untenable: '手机上记的时间对不上，按收到的时间算。',
}

interface Props {
  /** None in a view that an earlier version kept. */
  backfills?: BackfillView[]
  /** Whether this person may say if a time is right. */
  asked: boolean
  answer: (number: number, right: boolean) => unknown
  failure: Failure | null
}

/** 补传: what was received later than it was done, with both times, and the question whether the time is right. */
export function Backfills({ backfills = [], asked, answer, failure }: Props) {
  if (backfills.length === 0) return null
  return (
    <Card title='补传的记录' aside='当时没有网络'>
      {backfills.map(({ number, title, saidAt, receivedAt, standing }) => (
        <View key={number} className='mat'>
          <Text className='block'>
            {title}：{spokenInstant(saidAt)}做完，{spokenInstant(receivedAt)}收到。{COUNTS[standing]}
          </Text>
          {asked && standing === 'asked' ? (
            <>
              <Text className='block strong'>
                是{spokenInstant(saidAt)}
                {title}的吗？
              </Text>
              <View className='actions'>
                <Action kind='plain' busyText='正在提交…' onTap={() => answer(number, false)}>
                  不是
                </Action>
                <Action kind='plain' busyText='正在提交…' onTap={() => answer(number, true)}>
                  是这个时间
                </Action>
              </View>
            </>
          ) : null}
        </View>
      ))}
      <FailureNotice failure={failure} />
    </Card>
  )
}
