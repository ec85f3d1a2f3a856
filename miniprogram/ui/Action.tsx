import { Text } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Icon, type IconName } from './Icon'
import { TapButton } from './native'
import { speak } from './speak'

interface Props {
  children: string
  /** A promise keeps the button busy until it settles; further taps meanwhile do nothing. */
  onTap: () => unknown
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  icon?: IconName
  disabled?: boolean
  /** What has to be put right first: the button stays live and says so from the first try on. A grey one tells nobody why. */
  missing?: string | null
  /** Shown while busy, e.g. 正在提交. */
  busyText?: string
  /** What a screen reader says, when the words alone do not tell. */
  label?: string
}

/** A button: at least 44 px high, safe against double taps. The handler shows its own failures. */
export function Action({ children, onTap, kind = 'primary', icon, disabled = false, missing, busyText, label }: Props) {
  const [busy, setBusy] = useState(false)
  // State lags one render behind a second tap; the ref does not.
  const running = useRef(false)
  const [tried, setTried] = useState(false)
  const tap = async () => {
    if (running.current || disabled) return
    setTried(true)
    if (missing) return
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
    <>
      {tried && missing ? (
        <Text className='foot-hint' {...speak('alert', undefined, { 'aria-live': 'assertive' })}>
          {missing}
        </Text>
      ) : null}
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
    </>
  )
}
