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
  /** Nothing is chosen yet where something has to be. */
  missing?: boolean
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
  missing,
  grid,
}: Props<V>) => (
  <View className={`choice ${grid ? 'choice--grid' : ''} ${missing ? 'to-mend' : ''}`}>
    <Text className='field__label'>{missing ? `${label}（请选一个）` : label}</Text>
    <View className='choice__rows' {...speak('radiogroup', spoken)}>
      {options.map((option, index) => {
        const on = option.value === value
        const choose = () => onChange(option.value)
        // Tab comes to the group once: to what is chosen, or to the first.
        const reached = on || (index === 0 && !options.some((other) => other.value === value))
        return (
          <View
            key={option.value}
            className={`choice__row ${on ? 'choice__row--on' : ''}`}
            onClick={choose}
            {...speak('radio', [option.text, option.note].filter(Boolean).join('，'), { 'aria-checked': on })}
            {...asRadio(choose, reached, (step) =>
              onChange(options[(index + step + options.length) % options.length].value),
            )}
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

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }

/** One of a group on the web: chosen by Space and Enter, and the arrows go on to the next one and choose it. */
function asRadio(choose: () => void, reached: boolean, go: (step: number) => void) {
  if (process.env.TARO_ENV !== 'h5') return {}
  const { onKeyDown } = pressable(choose)
  return {
    tabIndex: reached ? 0 : -1,
    onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => {
      const step = STEPS[event.key]
      if (!step) return onKeyDown?.(event)
      event.preventDefault()
      go(step)
      const all = [...(event.currentTarget.parentElement?.children ?? [])]
      const next = all[(all.indexOf(event.currentTarget) + step + all.length) % all.length] as HTMLElement | undefined
      next?.focus()
    },
  }
}

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
