import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import type { IconName } from '@/ui/Icon'
import { speak } from '@/ui/speak'

interface Props {
  children: string
  icon?: IconName
  /** Looked at on each tap: a question to answer first, nothing to ask, or something to put right first. */
  check: () => { ask: string } | 'go' | 'stop'
  /** The answer that goes on. */
  yes: string
  onSure: () => unknown
  busyText: string
}

/** The main button of a step that cannot be taken back: it asks once more, in the page, where type and scheme follow. */
export function SureAction({ children, icon, check, yes, onSure, busyText }: Props) {
  const [question, setQuestion] = useState<string | null>(null)
  const tap = () => {
    const answer = check()
    if (answer === 'go') return onSure()
    if (answer !== 'stop') setQuestion(answer.ask)
    return undefined
  }
  if (question === null)
    return (
      <Action icon={icon} onTap={tap} busyText={busyText}>
        {children}
      </Action>
    )
  return (
    <View {...speak('alert', undefined, { 'aria-live': 'assertive' })}>
      <Text className='sure__question'>{question}</Text>
      <View className='actions'>
        <Action kind='plain' onTap={() => setQuestion(null)}>
          再看看
        </Action>
        <Action
          icon={icon}
          busyText={busyText}
          onTap={async () => {
            await onSure()
            setQuestion(null)
          }}
        >
          {yes}
        </Action>
      </View>
    </View>
  )
}
