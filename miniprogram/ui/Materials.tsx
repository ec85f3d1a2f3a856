import type { MaterialView } from '@shared/contract/case'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { speak } from './speak'

const STATE = { received: '已收到', wanted: '还差', later: '完工时交' }
const VIA = { online: '网上提交', visit: '上门收取' }

interface Props {
  materials: MaterialView[]
  /** By when one still wanted is due, said instead of 还差 to whoever has to bring it. */
  wanted?: string
  /** What can be done about one still wanted. */
  whenWanted?: (material: MaterialView) => ReactNode
  /** What can be done about one that was handed in. */
  whenReceived?: (material: MaterialView) => ReactNode
}

/** 材料: exactly the groups of this case, ticked as they arrive. */
export const Materials = ({ materials, wanted, whenWanted, whenReceived }: Props) => (
  <View>
    {materials.map((material) => {
      const { group, title, state, received, oneOf } = material
      const note = received
        ? `${received.title} · ${VIA[received.via]} · ${spokenInstant(received.at)}`
        : choiceOf(title, oneOf)
      const due = state === 'wanted' && wanted ? wanted : null
      const word = due ?? STATE[state]
      const todo = { wanted: whenWanted, received: whenReceived, later: undefined }[state]
      return (
        <View key={group} className='mat'>
          <View {...speak('group', [title, word, note].filter(Boolean).join('，'))}>
            <View className='mat__head'>
              <View className={`mat__tick ${received ? 'mat__tick--on' : ''}`}>
                {received ? <Icon name='check' /> : null}
              </View>
              <Text className='mat__title'>{title}</Text>
              <Text className={`mat__state mat__state--${due ? 'later' : state}`}>{word}</Text>
            </View>
            {note ? <Text className='mat__note'>{note}</Text> : null}
          </View>
          {todo ? <View className='mat__do'>{todo(material)}</View> : null}
        </View>
      )
    })}
  </View>
)

/** What would do, with what it depends on; nothing where the title has said it. */
function choiceOf(title: string, oneOf: MaterialView['oneOf']): string {
  const kinds = oneOf.map((kind) => (kind.condition ? `${kind.title}（${kind.condition}）` : kind.title)).join('、')
  if (oneOf.length > 1) return `任选一种：${kinds}`
  return kinds === title ? '' : kinds
}
