import type { PromiseView, StaffCaseView } from '@shared/contract/case'
import { shortDay, spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { CalendarStrip, countedFrom } from '@/ui/CalendarStrip'
import { Facts } from '@/ui/Facts'
import { Disclosure } from '../ui/Disclosure'

/** 为什么是这一天: the days counted, the rule, and the other authorities' limits. */
export const Why = ({ promise, of }: { promise: PromiseView; of: StaffCaseView }) => (
  <Disclosure title='为什么是这一天' note={`${promise.limit.authority}：${promise.limit.limit}`}>
    <CalendarStrip
      startDay={promise.startDay}
      days={promise.days}
      dueDay={promise.dueDay}
      from={countedFrom(of, promise)}
      what={of.promised}
    />
    <View className='gap'>
      <Facts
        rows={[
          ['用户类别', of.whyClass],
          ['依据', promise.limit.source],
          ...(promise.notices.length > 0 ? [['放假安排', promise.notices.join('、')] as [string, string]] : []),
          ...promise.others.map(({ authority, limit, dueDay, provisional }): [string, string] => [
            authority,
            `${limit}（${shortDay(dueDay)}${provisional ? '，暂定' : ''}）`,
          ]),
        ]}
      />
    </View>
    {promise.earlierDay ? (
      <Text className='muted small block gap'>
        勘察后不需要架设外部线路的，最晚日提前到{spokenDay(promise.earlierDay, promise.earlierProvisional)}。
      </Text>
    ) : null}
  </Disclosure>
)
