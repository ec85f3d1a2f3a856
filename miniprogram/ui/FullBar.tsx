import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { dropOldViews } from '@/keptViews'
import { allStored, storeAgain, useKept } from '@/outbox/storage'
import { Action } from './Action'
import { speak } from './speak'

/** Stands while the device has not stored what was written, and offers to make room. */
export function FullBar() {
  if (useKept(allStored)) return null
  const makeRoom = () => {
    if (!dropOldViews(storeAgain))
      void Taro.showToast({ title: '清掉了也不够。请连上网再提交', icon: 'none', duration: 4000 })
  }
  return (
    <View className='offline' {...speak('alert', undefined, { 'aria-live': 'assertive' })}>
      <Text>手机存不下了，请不要关掉这一页，连上网再提交。</Text>
      <Action kind='quiet' onTap={makeRoom}>
        清掉以前看过的内容
      </Action>
    </View>
  )
}
