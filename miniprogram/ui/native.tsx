import { Button, Image, Input, Textarea } from '@tarojs/components'
import { type ChangeEvent, type CompositionEvent, type CSSProperties, type ReactNode, useState } from 'react'

/**
 * The three elements that must be the platform's own. On the web Taro's stand-ins are no real <button>, <input> and <img>: they take
 * no focus, no keyboard and no label.
 */
const web = process.env.TARO_ENV === 'h5'

interface TapProps {
  className: string
  label?: string
  disabled: boolean
  busy: boolean
  onTap: () => void
  children: ReactNode
}

export function TapButton({ className, label, disabled, busy, onTap, children }: TapProps) {
  if (web)
    return (
      <button
        type='button'
        className={className}
        aria-label={label}
        aria-busy={busy}
        disabled={disabled}
        onClick={onTap}
      >
        {children}
      </button>
    )
  return (
    <Button
      className={className}
      hoverClass='action--down'
      disabled={disabled}
      onClick={onTap}
      aria-role='button'
      aria-label={label}
      aria-busy={busy}
    >
      {children}
    </Button>
  )
}

export type TextKind = 'text' | 'decimal' | 'tel' | 'id'
const WEAPP_TYPE = { text: 'text', decimal: 'digit', tel: 'number', id: 'idcard' } as const
const WEB_MODE = { text: 'text', decimal: 'decimal', tel: 'tel', id: 'text' } as const

interface TextProps {
  className: string
  label: string
  value: string
  kind: TextKind
  tall: boolean
  placeholder?: string
  onChange: (value: string) => void
}

/** Nothing is cut before it has been cleaned: WeChat's own limit (140 where none is given) is out of the way. */
const UNLIMITED = -1

export function TextBox({ className, label, value, kind, tall, placeholder, onChange }: TextProps) {
  // A word being composed is the keyboard's until it is chosen.
  const [composing, setComposing] = useState<string | null>(null)
  if (web) {
    const shared = {
      className,
      value: composing ?? value,
      placeholder,
      'aria-label': label,
      onChange: ({ target, nativeEvent }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        (nativeEvent as InputEvent).isComposing ? setComposing(target.value) : onChange(target.value),
      onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
        setComposing(null)
        onChange(currentTarget.value)
      },
    }
    return tall ? <textarea {...shared} rows={2} /> : <input {...shared} inputMode={WEB_MODE[kind]} />
  }
  const shared = {
    className,
    value,
    placeholder,
    maxlength: UNLIMITED,
    placeholderClass: 'field__placeholder',
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  }
  return tall ? (
    <Textarea {...shared} autoHeight aria-label={label} />
  ) : (
    <Input {...shared} type={WEAPP_TYPE[kind]} aria-label={label} />
  )
}

interface PictureProps {
  src: string
  label: string
  className: string
  style?: CSSProperties
}

export function PictureImage({ src, label, className, style }: PictureProps) {
  if (web) return <img src={src} alt={label} className={className} style={style} />
  return (
    <Image
      src={src}
      className={className}
      style={style}
      mode={style ? 'scaleToFill' : 'widthFix'}
      aria-role='img'
      aria-label={label}
    />
  )
}
