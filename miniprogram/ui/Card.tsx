import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { heading } from './speak'

interface Props {
  title?: string
  aside?: string
  className?: string
  children: ReactNode
}

export const Card = ({ title, aside, className = '', children }: Props) => (
  <View className={`card ${className}`}>
    {title ? (
      <View className='card__head'>
        <Text className='card__title' {...heading()}>
          {title}
        </Text>
        {aside ? <Text className='card__aside'>{aside}</Text> : null}
      </View>
    ) : null}
    {children}
  </View>
)
