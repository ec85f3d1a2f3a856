import type { PromiseView } from '@shared/contract/case'
import { spokenDay } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { speak } from './speak'

/** Characters of a reason that stand beside the day; a longer one gets a line of its own. */
const SHORT = 8

interface Props {
  startDay: string
  days: PromiseView['days']
  dueDay: string
  /** What the days are counted from, and what is due on the last. */
  from?: string
  what?: string
}

/** Day by day: counted or skipped, and why. */
export function CalendarStrip({ startDay, days, dueDay, from = '受理', what = '通电' }: Props) {
  let counted = 0
  const rows = days
    .filter(({ day }) => day !== startDay)
    .map((day) => {
      if (day.counted) counted += 1
      return { ...day, number: counted }
    })
  return (
    <View className='cal' {...speak('list')}>
      <View className='cal__row' {...speak('listitem', `${spokenDay(startDay)}，${from}当天，不计入`)}>
        <Text className='cal__no'>{from}</Text>
        <Text className='cal__day'>{spokenDay(startDay)}</Text>
        <Text className='cal__why'>当天不算</Text>
      </View>
      {rows.map(({ day, counted: counts, reason, number }) => {
        const due = day === dueDay
        const no = counts ? `第${number}天` : '不算'
        return (
          <View
            key={day}
            className={`cal__row ${counts ? 'cal__row--counted' : ''} ${due ? 'cal__row--due' : ''} ${reason.length > SHORT ? 'cal__row--long' : ''}`}
            {...speak('listitem', `${spokenDay(day)}，${no}，${reason}${due ? `，最晚${what}` : ''}`)}
          >
            <Text className='cal__no'>{no}</Text>
            <Text className='cal__day'>{spokenDay(day)}</Text>
            <Text className='cal__why'>{due ? `最晚${what}` : reason}</Text>
          </View>
        )
      })}
    </View>
  )
}
