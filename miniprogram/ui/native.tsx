import { Button, Image, Input, Textarea } from '@tarojs/components'
import type { CSSProperties, ReactNode } from 'react'

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

export type TextKind = 'text' | 'number' | 'decimal' | 'tel' | 'id'
const WEAPP_TYPE = { text: 'text', number: 'number', decimal: 'digit', tel: 'number', id: 'idcard' } as const
const WEB_MODE = { text: 'text', number: 'numeric', decimal: 'decimal', tel: 'tel', id: 'text' } as const

interface TextProps {
  className: string
  label: string
  value: string
  kind: TextKind
  tall: boolean
  maxLength: number
  placeholder?: string
  onChange: (value: string) => void
}

export function TextBox({ className, label, value, kind, tall, maxLength, placeholder, onChange }: TextProps) {
  if (web) {
    const shared = { className, value, maxLength, placeholder, 'aria-label': label }
    return tall ? (
      <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
    ) : (
      <input {...shared} inputMode={WEB_MODE[kind]} onChange={(event) => onChange(event.target.value)} />
    )
  }
  const shared = {
    className,
    value,
    placeholder,
    maxlength: maxLength,
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
