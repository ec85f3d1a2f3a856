import type { PromiseView } from '@shared/contract/case'
import { spokenDay } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { applicant } from '@/api'
import { CalendarStrip } from '@/ui/CalendarStrip'
import { Card } from '@/ui/Card'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useView } from '@/useView'

/** 为什么是这一天: every day counted or skipped, the rule behind it, and whose time it is. */
export default function Why() {
  const { id = '' } = useRouter().params
  const { data, failure, reload } = useView(() => applicant('case', { id }))
  return (
    <Screen title='为什么是这一天'>
      <FailureNotice failure={failure} retry={reload} />
      {data?.promise ? <Reasons promise={data.promise} /> : null}
      {data && !data.promise ? <Notice text='受理之后才开始计算日期，受理当天就会告诉您。' /> : null}
      {!data && !failure ? <Skeleton promise lines={6} /> : null}
    </Screen>
  )
}

const LINE = new Map<boolean | null, string>([
  [true, '勘察确认需要架设外线，按有外线计算。'],
  [false, '勘察确认不需要架设外线，按没有外线计算。'],
  [null, '还没上门勘察，先按需要架设外线计算，日子只会提前不会推后。'],
])

const Reasons = ({ promise }: { promise: PromiseView }) => (
  <View>
    <View className='card promise'>
      <Text className='promise__lead'>承诺最晚通电</Text>
      <Text className='promise__when'>{spokenDay(promise.dueDay)}</Text>
      <Text className='promise__next'>
        {promise.limit.authority}的规定：从受理到通电，{promise.limit.limit}。{LINE.get(promise.externalLine)}
      </Text>
      {promise.earlierDay ? (
        <Text className='promise__note'>不用架外线的话，是{spokenDay(promise.earlierDay)}。</Text>
      ) : null}
    </View>
    {promise.provisional ? (
      <Notice tone='soon' text='这段时间里有一年的放假安排还没公布，先按已知的算；公布后日子有变，马上通知您。' />
    ) : null}
    <Card title='一天一天数'>
      <CalendarStrip startDay={promise.startDay} days={promise.days} dueDay={promise.dueDay} />
    </Card>
    <Card title='依据'>
      <LimitRow limit={promise.limit} />
      {promise.others.map((limit) => (
        <LimitRow key={`${limit.authority}${limit.source}`} limit={limit} />
      ))}
      {promise.notices.length > 0 ? (
        <Text className='block muted small gap'>放假和调休按：{promise.notices.join('、')}。</Text>
      ) : null}
      <Text className='block muted small gap'>几级规定同时适用时，按最快的向您承诺。</Text>
    </Card>
    <Card title='这是谁的时间'>
      <Text className='block'>从受理到通电，都算供电企业的时间。</Text>
      <Text className='block muted'>您补材料、约时间，都不会让钟停下来。</Text>
    </Card>
  </View>
)

const LimitRow = ({ limit: { authority, limit, dueDay, source } }: { limit: PromiseView['limit'] }) => (
  <View className='mat'>
    <View className='mat__head'>
      <Text className='mat__title'>{authority}</Text>
      <Text>{limit}</Text>
    </View>
    <Text className='block muted small'>按它算，最晚{spokenDay(dueDay)}</Text>
    <Text className='block muted small'>{source}</Text>
  </View>
)
