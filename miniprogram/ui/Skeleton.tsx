import { View } from '@tarojs/components'
import { speak } from './speak'

/** The shape of what is loading. `promise`: a tall line where the date will stand. */
export const Skeleton = ({ lines = 3, promise = false }: { lines?: number; promise?: boolean }) => (
  <View className='card skeleton' {...speak('status', '正在加载', { 'aria-busy': true })}>
    {promise ? <View className='skeleton__line skeleton__line--tall' /> : null}
    {Array.from({ length: lines }, (_, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: identical lines that never move
      <View key={index} className={`skeleton__line ${index === lines - 1 ? 'skeleton__line--short' : ''}`} />
    ))}
  </View>
)
