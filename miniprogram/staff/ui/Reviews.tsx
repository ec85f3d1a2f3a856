import type { ReviewView } from '@shared/contract/details'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { speak } from '@/ui/speak'

const OPINION = { agree: '同意', object: '不同意' }

/** 会签: who holds it since when, and who said what. */
export const Reviews = ({ reviews }: { reviews: ReviewView[] }) => (
  <Card title='会签' aside='各部门同时看，不停表'>
    <View {...speak('list')}>
      {reviews.map(({ name, department, scheme: title, proposed, askedAt, at, opinion, note, mine }) => {
        const who = `${department} ${name}${mine ? '（您）' : ''}`
        const state = opinion ? OPINION[opinion] : '还没回'
        const points = proposed?.points.map(({ line, pole }) => `${line}${pole}`).join('、')
        const scheme = points ? `${title}，接在${points}` : title
        const when = at === null ? `${spokenInstant(askedAt)}送到，还在看` : `${spokenInstant(at)}回复`
        return (
          <View
            key={`${name}-${askedAt}`}
            className={`review review--${opinion ?? 'waiting'}`}
            {...speak('listitem', [who, state, when, scheme, note].filter(Boolean).join('，'))}
          >
            <View className='review__head'>
              <Text className='review__who'>{who}</Text>
              <Text className='review__state'>{state}</Text>
            </View>
            <Text className='review__when'>{when}</Text>
            <Text className='review__when'>{scheme}</Text>
            {note ? <Text className='block'>{note}</Text> : null}
          </View>
        )
      })}
    </View>
  </Card>
)
