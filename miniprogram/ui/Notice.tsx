import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Failure } from '@/failure'
import { platform } from '@/platform'
import { Action } from './Action'
import { Icon } from './Icon'
import { speak } from './speak'

interface Props {
  tone?: 'good' | 'soon' | 'danger'
  title?: string
  text: string
  /** What to do about it. */
  action?: { text: string; onTap: () => unknown }
  /** Stands between title and text, e.g. the cut-out of what is spoken of. */
  children?: ReactNode
}

/** A message in the page: what happened and what to do. */
export const Notice = ({ tone = 'good', title, text, action, children }: Props) => (
  <View
    className={`notice notice--${tone}`}
    {...speak(tone === 'danger' ? 'alert' : 'status', undefined, { 'aria-live': 'polite' })}
  >
    <Icon name={tone === 'good' ? 'info' : 'alert'} className='notice__icon' />
    <View className='notice__body'>
      {title ? <Text className='notice__title'>{title}</Text> : null}
      {children}
      <Text className='notice__text'>{text}</Text>
      {action ? (
        <View className='gap'>
          <Action kind='plain' onTap={action.onTap}>
            {action.text}
          </Action>
        </View>
      ) : null}
    </View>
  </View>
)

/** A failure as a message, with the way to try again where that can help. Nothing when there is none. */
export const FailureNotice = ({ failure, retry }: { failure: Failure | null; retry?: () => unknown }) =>
  failure ? (
    <Notice
      tone={failure.retryable ? 'soon' : 'danger'}
      text={failure.message}
      action={
        failure.code === 'NOT_PERMITTED'
          ? { text: '打开设置', onTap: platform.openSettings }
          : retry && failure.retryable
            ? { text: '再试一次', onTap: retry }
            : undefined
      }
    />
  ) : null
