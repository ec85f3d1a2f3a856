import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Icon } from '@/ui/Icon'
import { pressable } from '@/ui/Row'
import { speak } from '@/ui/speak'

/** A card whose body opens at a tap: the details that are not needed every time. */
export function Disclosure({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const [open, setOpen] = useState(false)
  const way = open ? '收起' : '展开'
  const toggle = () => setOpen((was) => !was)
  return (
    <View className='card disclosure'>
      <View
        className='disclosure__head'
        onClick={toggle}
        {...speak('button', [title, note, way].filter(Boolean).join('，'), { 'aria-expanded': open })}
        {...pressable(toggle)}
      >
        <View className='disclosure__words'>
          <Text className='card__title'>{title}</Text>
          {note ? <Text className='disclosure__note'>{note}</Text> : null}
        </View>
        <Text className='disclosure__state'>{way}</Text>
        <Icon name='next' className={`muted disclosure__arrow ${open ? 'disclosure__arrow--open' : ''}`} />
      </View>
      {open ? <View className='disclosure__body'>{children}</View> : null}
    </View>
  )
}
