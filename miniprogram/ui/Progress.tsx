import { Text, View } from '@tarojs/components'
import { speak } from './speak'

/** Work whose length is not known, with its name, e.g. 正在识别证件. */
export const Progress = ({ text }: { text: string }) => (
  <View className='progress' {...speak('status', text, { 'aria-live': 'polite', 'aria-busy': true })}>
    <View className='progress__track'>
      <View className='progress__fill progress__fill--running' />
    </View>
    <Text>{text}</Text>
  </View>
)

/** Where one is in a short series of pages. */
export const Steps = ({ names, now }: { names: string[]; now: number }) => (
  <View className='steps' {...speak('img', `共${names.length}步，现在是第${now + 1}步，${names[now]}`)}>
    {names.map((name, index) => (
      <View
        key={name}
        className={`steps__step ${index < now ? 'steps__step--done' : index === now ? 'steps__step--now' : ''}`}
      >
        <Text>{name}</Text>
      </View>
    ))}
  </View>
)
