import { cleanWhileTyping, lengthOf, type Typed } from '@shared/typed/clean'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { TextBox, type TextKind } from './native'

interface Props {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is typed: everything typed or pasted is cleaned as such before the page hears of it. */
  typed?: Typed
  /** The keyboard. */
  kind?: TextKind
  tall?: boolean
  /** Words beyond it are left out, and the field says so. Names and numbers are never cut: a part of one is a wrong one. */
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
  const { label, value, onChange, typed = 'words', kind = 'text', tall = false, placeholder, hint } = props
  const most = typed === 'words' ? (props.maxLength ?? 60) : Number.POSITIVE_INFINITY
  const [leftOut, setLeftOut] = useState(0)
  const change = (given: string) => {
    const cleaned = cleanWhileTyping(typed, given)
    setLeftOut(Math.max(0, lengthOf(cleaned) - most))
    onChange([...cleaned].slice(0, most).join(''))
  }
  const error = props.error ?? (leftOut > 0 ? `最多写${most}个字，后面的${leftOut}个字没有写进去` : null)
  const tone = error ? 'field__input--wrong' : props.doubtful ? 'field__input--doubt' : ''
  const spoken = [label, props.doubtful ? '请核对' : '', error ?? hint ?? ''].filter(Boolean).join('，')
  return (
    <View className={`field ${error ? 'to-mend' : ''}`}>
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
        placeholder={placeholder}
        onChange={change}
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
