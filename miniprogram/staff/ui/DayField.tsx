import { spokenDay } from '@shared/time/spokenTime'
import { Picker, Text, View } from '@tarojs/components'
import { speak } from '@/ui/speak'

interface Props {
  label: string
  /** 'YYYY-MM-DD'; null until chosen. */
  value: string | null
  /** The first day that can be chosen. */
  from: string
  onChange: (day: string) => void
  hint: string
  error: string | null
}

const web = process.env.TARO_ENV === 'h5'

/** A day, by the calendar the platform itself brings. */
export function DayField({ label, value, from, onChange, hint, error }: Props) {
  const className = `field__input ${error ? 'field__input--wrong' : ''}`
  const spoken = `${label}，${error ?? hint}`
  const shown = value ? spokenDay(value) : '点这里选日子'
  return (
    <View className='field gap'>
      <Text className='field__label'>{label}</Text>
      {web ? (
        <input
          type='date'
          className={className}
          aria-label={spoken}
          value={value ?? ''}
          min={from}
          onChange={(event) => {
            if (event.target.value) onChange(event.target.value)
          }}
        />
      ) : (
        <Picker mode='date' value={value ?? from} start={from} onChange={({ detail }) => onChange(detail.value)}>
          <View className={className} {...speak('button', `${spoken}，${shown}`)}>
            {shown}
          </View>
        </Picker>
      )}
      <Text className={error ? 'field__error' : 'field__hint'} aria-live='polite'>
        {error ?? hint}
      </Text>
    </View>
  )
}
