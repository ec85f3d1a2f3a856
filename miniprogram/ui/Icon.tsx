import { View } from '@tarojs/components'
import { silent } from './speak'

export type IconName =
  | 'bolt'
  | 'camera'
  | 'album'
  | 'pen'
  | 'pin'
  | 'phone'
  | 'bell'
  | 'home'
  | 'shop'
  | 'calendar'
  | 'book'
  | 'check'
  | 'alert'
  | 'info'
  | 'back'
  | 'next'
  | 'user'
  | 'paper'
  | 'meter'
  | 'text'
  | 'star'
  | 'clock'
  | 'talk'

/** A small drawing beside words; never alone, so it is silent. */
export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <View className={`icon icon--${name} ${className}`} {...silent} />
)
