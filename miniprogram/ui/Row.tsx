import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from './Icon'
import { speak } from './speak'

interface Props {
  icon?: IconName
  text: string
  note?: string
  end?: string
  onTap: () => void
}

/** One tappable line of a list: icon, words, and where it leads. */
export const Row = ({ icon, text, note, end, onTap }: Props) => (
  <View
    className='rows__row'
    onClick={onTap}
    {...speak('button', [text, note, end].filter(Boolean).join('，'))}
    {...pressable(onTap)}
  >
    {icon ? <Icon name={icon} className='rows__icon' /> : null}
    <View className='rows__text'>
      <Text>{text}</Text>
      {note ? <Text className='rows__note muted small'>{note}</Text> : null}
    </View>
    {end ? <Text className='rows__end'>{end}</Text> : null}
    <Icon name='next' className='muted' />
  </View>
)

/** Keyboard use on the web: reachable by Tab, pressed by Enter and by Space. WeChat ignores all of it. */
export function pressable(onTap: () => void) {
  if (process.env.TARO_ENV !== 'h5') return {}
  return {
    tabIndex: 0,
    onKeyDown: (event: Pick<KeyboardEvent, 'key' | 'preventDefault'>) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      // Space would scroll the page.
      event.preventDefault()
      onTap()
    },
  }
}
