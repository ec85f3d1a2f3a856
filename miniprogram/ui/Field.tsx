import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { TextBox, type TextKind } from './native'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  kind?: TextKind
  tall?: boolean
  maxLength?: number
  placeholder?: string
  hint?: string
  /** What is wrong and what to do; null or absent when nothing is. */
  error?: string | null
  /** Read off a picture with little confidence: asks for a second look. */
  doubtful?: boolean
  /** Stands above the box, e.g. the cut-out of a name. */
  children?: ReactNode
}

/** A text field: label above, one line of help or error below. */
export function Field(props: Props) {
  const { label, value, onChange, kind = 'text', tall = false, maxLength = 60, placeholder, hint, error } = props
  const tone = error ? 'field__input--wrong' : props.doubtful ? 'field__input--doubt' : ''
  const spoken = [label, props.doubtful ? '请核对' : '', error ?? hint ?? ''].filter(Boolean).join('，')
  return (
    <View className='field'>
      <View className='field__label'>
        <Text>{label}</Text>
        {props.doubtful ? <Text className='field__mark'>请核对</Text> : null}
      </View>
      {props.children}
      <TextBox
        className={`field__input ${tall ? 'field__input--tall' : ''} ${tone}`}
        label={spoken}
        value={value}
        kind={kind}
        tall={tall}
        maxLength={maxLength}
        placeholder={placeholder}
        onChange={onChange}
      />
      {error ? (
        <Text className='field__error' aria-live='polite'>
          {error}
        </Text>
      ) : hint ? (
        <Text className='field__hint'>{hint}</Text>
      ) : null}
    </View>
  )
}
