import type { CaseView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Icon } from '@/ui/Icon'
import { FailureNotice } from '@/ui/Notice'
import { pressable } from '@/ui/Row'
import { speak } from '@/ui/speak'
import { useCaseCommand } from './useCaseCommand'

const WORDS = ['很不满意', '不满意', '一般', '满意', '很满意']

interface Props {
  of: CaseView
  onDone: (view: CaseView) => void
}

/** 评价, once there is power: stars, and the word they stand for. */
export function Rating({ of, onDone }: Props) {
  const { send, failure, waiting } = useCaseCommand(of.id, 'rate', onDone)
  const [stars, setStars] = useState(0)
  if (of.stars !== null)
    return (
      <Card title='您的评价'>
        <Text>
          {of.stars} 颗星，{WORDS[of.stars - 1]}。谢谢您。
        </Text>
      </Card>
    )
  if (!of.actions.includes('rate')) return null
  if (waiting) return null
  return (
    <Card title='办得怎么样' aside={stars > 0 ? WORDS[stars - 1] : '点星星'}>
      <View className='stars' {...speak('radiogroup', '办得怎么样')}>
        {WORDS.map((word, index) => {
          const choose = () => setStars(index + 1)
          return (
            <View
              key={word}
              className={`stars__one ${index < stars ? 'stars__one--on' : ''}`}
              onClick={choose}
              {...speak('radio', `${index + 1}颗星，${word}`, { 'aria-checked': index + 1 === stars })}
              {...pressable(choose)}
            >
              <Icon name='star' />
            </View>
          )
        })}
      </View>
      <FailureNotice failure={failure} />
      {stars > 0 ? (
        <Action kind='plain' busyText='正在提交…' onTap={() => send({ stars })}>
          提交评价
        </Action>
      ) : null}
    </Card>
  )
}
