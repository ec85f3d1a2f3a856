import type { RoadStage, TimelineStep } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import { speak } from './speak'

const STATE = { done: '已完成', now: '进行中', todo: '未开始' }

/** A step as it is shown: when it happened or by when it will, and what had been promised for it. */
export interface StepWords {
  title: string
  when: string | null
  promised?: string | null
}

interface Props {
  road: RoadStage[]
  words: (step: TimelineStep) => StepWords
}

/** The road of a case: its two or three stages, numbered, with the steps of each; a step is read as one sentence. */
export const Timeline = ({ road, words }: Props) => (
  <View>
    {road.map((stage) => (
      <View key={stage.number} className='tl' {...speak('list', nameOf(stage, road.length))}>
        <View className={`tl__row tl__row--${stage.state}`}>
          <View className='tl__rail'>
            <View className='tl__dot'>
              <Text>{stage.number}</Text>
            </View>
            <View className='tl__bar' />
          </View>
          <View className='tl__body'>
            <Text className='tl__stage'>{stage.title}</Text>
            <Text className='tl__state'>{STATE[stage.state]}</Text>
          </View>
        </View>
        {stage.steps.map((step) => (
          <StepRow key={step.key} step={step} words={words(step)} />
        ))}
      </View>
    ))}
  </View>
)

const nameOf = ({ number, title, state }: RoadStage, count: number) =>
  `第${number}个环节，共${count}个，${title}，${STATE[state]}`

const StepRow = ({ step, words: { title, when, promised } }: { step: TimelineStep; words: StepWords }) => (
  <View
    className={`tl__row tl__row--${step.state}`}
    {...speak('listitem', [title, STATE[step.state], when, step.note, promised].filter(Boolean).join('，'))}
  >
    <View className='tl__rail'>
      <View className='tl__tick'>{step.state === 'done' ? <Icon name='check' /> : null}</View>
      <View className='tl__bar' />
    </View>
    <View className='tl__body'>
      <Text className='tl__title'>{title}</Text>
      <Text className='tl__state'>{STATE[step.state]}</Text>
      {when ? <Text className='tl__when'>{when}</Text> : null}
      {promised ? <Text className='tl__note'>{promised}</Text> : null}
      {step.note ? <Text className='tl__note'>{step.note}</Text> : null}
    </View>
  </View>
)
