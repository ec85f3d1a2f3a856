import type { ReviewView } from '@shared/contract/details'
import { spokenInstant } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { speak } from '@/ui/speak'

const OPINION = { agree: '同意', object: '不同意' }

/** 会签: who holds it since when, and who said what. */
export const Reviews = ({ reviews }: { reviews: ReviewView[] }) => (
  <Card title='会签' aside='各部门同时看，不停表'>
    <View {...speak('list')}>
      {reviews.map(({ name, department, scheme, askedAt, at, opinion, note, mine }) => (
        <View
          key={`${name}-${askedAt}`}
          className={`review review--${at === null ? 'waiting' : opinion}`}
          {...speak('listitem')}
        >
          <View className='review__head'>
            <Text className='review__who'>
              {department} {name}
              {mine ? '（您）' : ''}
            </Text>
            <Text className='review__state'>{opinion ? OPINION[opinion] : '还没回'}</Text>
          </View>
          <Text className='review__when'>
            {at === null ? `${spokenInstant(askedAt)}送到，在他手里` : `${spokenInstant(at)}回复`}
          </Text>
          <Text className='review__when'>{scheme}</Text>
          {note ? <Text className='block'>{note}</Text> : null}
        </View>
      ))}
    </View>
  </Card>
)
