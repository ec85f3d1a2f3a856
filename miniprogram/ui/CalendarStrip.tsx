import type { CaseView, PromiseView } from '@shared/contract/case'
import { beijingDay } from '@shared/time/localDate'
import { shortDay, spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { speak } from './speak'

/** Characters of a reason that stand beside the day; a longer one gets a line of its own. */
const SHORT = 8

interface Props {
  startDay: string
  days: PromiseView['days']
  dueDay: string
  /** What the days are counted from, and what is due on the last. */
  from: string
  what: string
}

/** What the days of a promise are counted from. */
export const countedFrom = ({ acceptedAt }: Pick<CaseView, 'acceptedAt'>, { startDay }: PromiseView): string =>
  acceptedAt !== null && startDay === beijingDay(acceptedAt) ? '受理' : '报验'

const STOPPED = '停表'

interface Stretch {
  /** Its first and last day; one and the same of a single day. */
  day: string
  to: string
  counted: boolean
  reason: string
}

/** The days one by one, but those a stopped clock leaves out between them as one stretch. */
function stretchesOf(days: Props['days']): Stretch[] {
  const stretches: Stretch[] = []
  for (const { day, counted, reason } of days) {
    const last = stretches.at(-1)
    if (last && reason.startsWith(STOPPED) && last.reason === reason) last.to = day
    else stretches.push({ day, to: day, counted, reason })
  }
  return stretches
}

/** Day by day: counted or skipped, and why. */
export function CalendarStrip({ startDay, days, dueDay, from, what }: Props) {
  let counted = 0
  const rows = stretchesOf(days.filter(({ day }) => day !== startDay)).map((stretch) => {
    if (stretch.counted) counted += 1
    return { ...stretch, number: counted }
  })
  return (
    <View className='cal' {...speak('list')}>
      <View className='cal__row' {...speak('listitem', `${spokenDay(startDay)}，${from}当天，不计入`)}>
        <Text className='cal__no'>{from}</Text>
        <Text className='cal__day'>{spokenDay(startDay)}</Text>
        <Text className='cal__why'>当天不算</Text>
      </View>
      {rows.map(({ day, to, counted: counts, reason, number }) => {
        const due = day === dueDay
        const words = day === to ? spokenDay(day) : `${shortDay(day)}至${shortDay(to)}`
        const no = counts ? `第${number}天` : '不算'
        return (
          <View
            key={day}
            className={`cal__row ${counts ? 'cal__row--counted' : ''} ${due ? 'cal__row--due' : ''} ${reason.length > SHORT ? 'cal__row--long' : ''}`}
            {...speak('listitem', `${words}，${no}，${reason}${due ? `，最晚${what}` : ''}`)}
          >
            <Text className='cal__no'>{no}</Text>
            <Text className='cal__day'>{words}</Text>
            <Text className='cal__why'>{due ? `最晚${what}` : reason}</Text>
          </View>
        )
      })}
    </View>
  )
}
