import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import { speak } from './speak'

export interface Step {
  key: string
  title: string
  state: 'done' | 'now' | 'todo'
  /** When it happened, or by when it will. */
  when: string | null
  note: string | null
  /** What had been promised for a step that has happened. */
  promised?: string | null
}
const STATE = { done: '已完成', now: '进行中', todo: '未开始' }

/** The stages of a case; each is read as one sentence: 第2步，现场勘察，进行中. */
export const Timeline = ({ steps }: { steps: Step[] }) => (
  <View {...speak('list')}>
    {steps.map((step, index) => (
      <View
        key={step.key}
        className={`tl__row tl__row--${step.state}`}
        {...speak(
          'listitem',
          [`第${index + 1}步`, step.title, STATE[step.state], step.when, step.note, step.promised]
            .filter(Boolean)
            .join('，'),
        )}
      >
        <View className='tl__rail'>
          <View className='tl__dot'>{step.state === 'done' ? <Icon name='check' /> : <Text>{index + 1}</Text>}</View>
          <View className='tl__bar' />
        </View>
        <View className='tl__body'>
          <Text className='tl__title'>{step.title}</Text>
          <Text className='tl__state'>{STATE[step.state]}</Text>
          {step.when ? <Text className='tl__when'>{step.when}</Text> : null}
          {step.promised ? <Text className='tl__note'>{step.promised}</Text> : null}
          {step.note ? <Text className='tl__note'>{step.note}</Text> : null}
        </View>
      </View>
    ))}
  </View>
)
