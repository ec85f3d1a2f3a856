import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import type { IconName } from '@/ui/Icon'
import { speak } from '@/ui/speak'

interface Props {
  children: string
  icon?: IconName
  /** What has to be put right first: said above the button from the first try on, wherever on the page it is. */
  missing?: string | null
  /** Asked once more before it goes; null goes straight on. */
  ask: string | null
  /** The answer that goes on. */
  yes: string
  onSure: () => unknown
  busyText: string
}

/** The main button of a form: it says what is missing, and what cannot be taken back it asks once more, in the page. */
export function SureAction({ children, icon, missing = null, ask, yes, onSure, busyText }: Props) {
  /** The question being asked. Another one, because the form has changed, has not been asked yet. */
  const [asked, setAsked] = useState<string | null>(null)
  const tap = () => {
    if (ask === null) return onSure()
    setAsked(ask)
    return undefined
  }
  if (asked === null || asked !== ask || missing !== null)
    return (
      <Action icon={icon} missing={missing} onTap={tap} busyText={busyText}>
        {children}
      </Action>
    )
  return (
    <View {...speak('alert', undefined, { 'aria-live': 'assertive' })}>
      <Text className='sure__question'>{asked}</Text>
      <View className='actions'>
        <Action kind='plain' onTap={() => setAsked(null)}>
          再看看
        </Action>
        <Action
          icon={icon}
          busyText={busyText}
          onTap={async () => {
            await onSure()
            setAsked(null)
          }}
        >
          {yes}
        </Action>
      </View>
    </View>
  )
}
