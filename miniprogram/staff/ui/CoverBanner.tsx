import type { ResponseOf } from '@shared/contract'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { speak } from '@/ui/speak'

/** 假期代班 at the top of 待办: who does one's work, or whose one does. Nothing while nobody is away. */
export function CoverBanner({ of: { coveredBy, covers } }: { of: ResponseOf<'staff', 'me'> }) {
  const lines = [
    ...(coveredBy ? [`您的待办由${coveredBy.name}代办，到${spokenDay(coveredBy.until)}为止`] : []),
    ...covers.map(({ name, until }) => `您在替${name}办，到${spokenDay(until)}为止`),
  ]
  if (lines.length === 0) return null
  return (
    <View className='cover' {...speak('status')}>
      {lines.map((line) => (
        <Text key={line} className='block'>
          {line}
        </Text>
      ))}
    </View>
  )
}
