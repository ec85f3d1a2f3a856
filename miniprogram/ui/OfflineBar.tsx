import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { allStored, useKept } from '@/outbox/storage'
import { platform } from '@/platform'
import { speak } from './speak'

/** Stands while there is no network; says that nothing is lost, where that is so. */
export function OfflineBar() {
  const [online, setOnline] = useState(platform.online())
  const stored = useKept(allStored)
  useEffect(() => platform.onOnline(setOnline), [])
  if (online) return null
  return (
    <View className='offline' {...speak('status', undefined, { 'aria-live': 'polite' })}>
      <Text>{stored ? '现在没有网络。您填的内容都存着。' : '现在没有网络。'}</Text>
    </View>
  )
}
