import type { ResponseOf } from '@shared/contract'
import { Text, View } from '@tarojs/components'
import { pressable } from '@/ui/Row'
import { speak } from '@/ui/speak'
import { goStaff } from '../go'
import { waitingOf } from './Counts'

type Overview = ResponseOf<'staff', 'overview'>

/** The figures a supervisor looks for first: what is late, what soon will be, what stands still, and what people say. */
export const Alarms = ({ of }: { of: Overview }) => (
  <View className='alarms'>
    <Figure number={of.overdue} name='已超时' tone='overdue' />
    <Figure number={of.dueToday} name='今天到期' tone='soon' />
    <Figure number={of.dueThisWeek} name='本周到期' />
    <Figure number={of.complaints} name='投诉待答复' tone='soon' open={() => void goStaff('tasks')} />
    <Figure
      number={of.troubled}
      name='用时异常'
      tone='soon'
      open={() => void goStaff('overview', { only: 'troubled' })}
    />
    <Figure number={waitingOf(of.counts)} name='等用户' />
  </View>
)

interface Props {
  number: number
  name: string
  /** What it is where there is any. */
  tone?: 'overdue' | 'soon'
  /** Where the cases behind the figure are; none where there are none. */
  open?: () => void
}

function Figure({ number, name, tone, open }: Props) {
  const lit = number > 0 && tone ? `alarm--${tone}` : ''
  const words = `${number} ${name}`
  const tap = open && number > 0 ? open : null
  return (
    <View
      className={`card alarm ${lit} ${tap ? 'alarm--open' : ''}`}
      {...(tap ? { onClick: tap, ...speak('button', `${words}，点开看`), ...pressable(tap) } : speak('group', words))}
    >
      <Text className='alarm__number'>{number}</Text>
      <Text className='alarm__name'>{name}</Text>
      {tap ? <Text className='alarm__open'>点开看</Text> : null}
    </View>
  )
}
