import type { MaterialView } from '@shared/contract/case'
import { spokenInstant } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { speak } from './speak'

const STATE: Record<MaterialView['state'], string> = { received: '已收到', wanted: '还差', later: '完工时交' }
const VIA = { online: '网上提交', visit: '上门收取' }

interface Props {
  materials: MaterialView[]
  /** What can be done about one still wanted. */
  whenWanted?: (material: MaterialView) => ReactNode
}

/** 材料: exactly the groups of this case, ticked as they arrive. */
export const Materials = ({ materials, whenWanted }: Props) => (
  <View>
    {materials.map((material) => {
      const { group, title, state, received, oneOf } = material
      const note = received
        ? `${received.title} · ${VIA[received.via]} · ${spokenInstant(received.at)}`
        : `${oneOf.length > 1 ? '任选一种：' : ''}${oneOf.map((kind) => kind.title).join('、')}`
      const word = STATE[state]
      return (
        <View key={group} className='mat'>
          <View {...speak('group', `${title}，${word}，${note}`)}>
            <View className='mat__head'>
              <View className={`mat__tick ${received ? 'mat__tick--on' : ''}`}>
                {received ? <Icon name='check' /> : null}
              </View>
              <Text className='mat__title'>{title}</Text>
              <Text className={`mat__state mat__state--${state}`}>{word}</Text>
            </View>
            <Text className='mat__note'>{note}</Text>
          </View>
          {state === 'wanted' && whenWanted ? <View className='mat__do'>{whenWanted(material)}</View> : null}
        </View>
      )
    })}
  </View>
)
