import type { ResponseOf } from '@shared/contract'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { speak } from '@/ui/speak'

type Overview = ResponseOf<'staff', 'overview'>
type Count = Overview['counts'][number]

const CLASSES: [Count['customerClass'], string][] = [
  ['resident', '居民'],
  ['lowVoltage', '一般低压'],
]
const STAGES: [Count['status'], string][] = [
  ['submitted', '待受理'],
  ['accepted', '待勘察'],
  ['surveyed', '待送电'],
]

/** How many are overdue and how many nearly: the two figures a supervisor looks for first. */
export const Alarms = ({ overdue, dueSoon }: Pick<Overview, 'overdue' | 'dueSoon'>) => (
  <View className='alarms'>
    <View className={`card alarm ${overdue > 0 ? 'alarm--overdue' : ''}`} {...speak('group', `已超时${overdue}件`)}>
      <Text className='alarm__number'>{overdue}</Text>
      <Text className='alarm__name'>已超时</Text>
    </View>
    <View className={`card alarm ${dueSoon > 0 ? 'alarm--soon' : ''}`} {...speak('group', `今天到期${dueSoon}件`)}>
      <Text className='alarm__number'>{dueSoon}</Text>
      <Text className='alarm__name'>今天到期</Text>
    </View>
  </View>
)

/** 在办 by class and stage. */
export function Counts({ counts }: Pick<Overview, 'counts'>) {
  const of = (customerClass: string, status: string) =>
    counts.find((count) => count.customerClass === customerClass && count.status === status)?.open ?? 0
  const total = counts.reduce((sum, { open }) => sum + open, 0)
  return (
    <Card title='在办' aside={`共${total}件`}>
      <View className='counts' {...speak('table', '各类用户在各环节的件数')}>
        <View className='counts__row counts__row--head' {...speak('row')}>
          <Text className='counts__class'>类别</Text>
          {STAGES.map(([status, title]) => (
            <Text key={status} className='counts__cell'>
              {title}
            </Text>
          ))}
        </View>
        {CLASSES.map(([customerClass, title]) => (
          <View key={customerClass} className='counts__row' {...speak('row')}>
            <Text className='counts__class'>{title}</Text>
            {STAGES.map(([status]) => (
              <Text key={status} className={`counts__cell ${of(customerClass, status) > 0 ? 'strong' : 'muted'}`}>
                {of(customerClass, status)}
              </Text>
            ))}
          </View>
        ))}
      </View>
    </Card>
  )
}
