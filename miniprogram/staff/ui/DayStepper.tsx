import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { Action } from '@/ui/Action'
import { speak } from '@/ui/speak'

const DAY_MS = 86_400_000
const shifted = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

interface Props {
  label: string
  value: string
  /** The first day there is to choose; any when absent. */
  earliest?: string
  onChange: (day: string) => void
}

/** A day, moved by taps: no wheel to turn and no keyboard. */
export function DayStepper({ label, value, earliest, onChange }: Props) {
  const before = shifted(value, -1)
  const first = earliest !== undefined && before < earliest
  return (
    <View className='day' {...speak('group', `${label}，${spokenDay(value)}`)}>
      <Text className='field__label'>{label}</Text>
      <Text className='day__value' aria-live='polite'>
        {spokenDay(value)}
      </Text>
      <View className='actions'>
        <Action
          kind='plain'
          label={`${label}早一天`}
          missing={first ? `最早${spokenDay(value)}` : null}
          onTap={() => onChange(before)}
        >
          早一天
        </Action>
        <Action kind='plain' label={`${label}晚一天`} onTap={() => onChange(shifted(value, 1))}>
          晚一天
        </Action>
        <Action kind='plain' label={`${label}晚一周`} onTap={() => onChange(shifted(value, 7))}>
          晚一周
        </Action>
      </View>
    </View>
  )
}
