import type { TimeView } from '@shared/contract/details'
import { shortDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { nameOfParty, TimeBar } from '@/ui/TimeBar'

const CUSTOMER = '用户'

/** 谁的时间: working days since acceptance by whose they were, and each stop of the clock with its reason and proof. */
export const TimeByParty = ({ time: { days, stops } }: { time: TimeView }) => (
  <Card title='谁的时间' aside='受理以来'>
    <TimeBar days={days} customer={CUSTOMER} />
    {stops.map(({ party, title, from, to, evidence }) => (
      <View key={`${from}-${title}`} className='stop'>
        <Text className='block'>
          {title} · {party === 'customer' ? CUSTOMER : nameOfParty(party)}
        </Text>
        <Text className='stop__note'>
          {shortDay(from)}起{to ? `，${shortDay(to)}止` : '，还在停'}
          {evidence ? `。凭据：${evidence}` : ''}
        </Text>
      </View>
    ))}
  </Card>
)
