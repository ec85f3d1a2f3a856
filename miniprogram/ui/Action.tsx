import { useRef, useState } from 'react'
import { Icon, type IconName } from './Icon'
import { TapButton } from './native'

interface Props {
  children: string
  /** A promise keeps the button busy until it settles; further taps meanwhile do nothing. */
  onTap: () => unknown
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  icon?: IconName
  disabled?: boolean
  /** Shown while busy, e.g. 正在提交. */
  busyText?: string
  /** What a screen reader says, when the words alone do not tell. */
  label?: string
}

/** A button: at least 44 px high, safe against double taps. The handler shows its own failures. */
export function Action({ children, onTap, kind = 'primary', icon, disabled = false, busyText, label }: Props) {
  const [busy, setBusy] = useState(false)
  // State lags one render behind a second tap; the ref does not.
  const running = useRef(false)
  const tap = async () => {
    if (running.current || disabled) return
    const answer = onTap()
    if (!(answer instanceof Promise)) return
    running.current = true
    setBusy(true)
    try {
      await answer
    } finally {
      running.current = false
      setBusy(false)
    }
  }
  return (
    <TapButton
      className={`action action--${kind} ${busy ? 'action--busy' : ''}`}
      label={label}
      disabled={disabled || busy}
      busy={busy}
      onTap={() => void tap()}
    >
      {icon ? <Icon name={icon} className='action__icon' /> : null}
      {busy ? (busyText ?? '请稍候…') : children}
    </TapButton>
  )
}
