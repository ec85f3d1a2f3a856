import { Text, View } from '@tarojs/components'
import { Icon } from './Icon'
import { pressable } from './Row'
import { speak } from './speak'

export interface Option<V> {
  value: V
  text: string
  note?: string
}
interface Props<V> {
  label: string
  /** What a screen reader says of the whole, where the label alone does not tell it from another on the page. */
  spoken?: string
  options: Option<V>[]
  value: V | null
  onChange: (value: V) => void
  /** Short options side by side. */
  grid?: boolean
}

/** One of several, as rows to tap. */
export const Choice = <V extends string | number>({
  label,
  spoken = label,
  options,
  value,
  onChange,
  grid,
}: Props<V>) => (
  <View className={`choice ${grid ? 'choice--grid' : ''}`}>
    <Text className='field__label'>{label}</Text>
    <View className='choice__rows' {...speak('radiogroup', spoken)}>
      {options.map((option) => {
        const on = option.value === value
        const choose = () => onChange(option.value)
        return (
          <View
            key={option.value}
            className={`choice__row ${on ? 'choice__row--on' : ''}`}
            onClick={choose}
            {...speak('radio', [option.text, option.note].filter(Boolean).join('，'), { 'aria-checked': on })}
            {...pressable(choose)}
          >
            <View className='choice__dot' />
            <View className='choice__text'>
              <Text>{option.text}</Text>
              {option.note ? <Text className='choice__note'>{option.note}</Text> : null}
            </View>
          </View>
        )
      })}
    </View>
  </View>
)

/** Yes or no, e.g. a consent. */
export const Tick = ({ text, on, onChange }: { text: string; on: boolean; onChange: (on: boolean) => void }) => (
  <View
    className={`choice__row ${on ? 'choice__row--on' : ''}`}
    onClick={() => onChange(!on)}
    {...speak('checkbox', text, { 'aria-checked': on })}
    {...pressable(() => onChange(!on))}
  >
    <View className='choice__dot choice__dot--square'>{on ? <Icon name='check' /> : null}</View>
    <Text className='choice__text'>{text}</Text>
  </View>
)
