import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import type { Failure } from '@/failure'
import { onSettled, resume } from '@/outbox/delivery'
import type { Entry } from '@/outbox/Entry'
import { isAwaited } from '@/outbox/handIn'
import { platform } from '@/platform'
import './app.scss'

/** A server that was away comes back without the phone being told. */
const TRY_AGAIN_MS = 10_000

/** What can be mended says why on its own page. */
const wordsOf = ({ title, form }: Entry, { message }: Failure) => (form ? `${title}没有提交成功` : message)

/** What waits on the device is sent whenever there is new hope: the app opens, returns, finds the network, or time has passed. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => platform.start())
  useDidShow(() => {
    void resume()
  })
  useEffect(
    () =>
      platform.onOnline((online) => {
        if (online) void resume()
      }),
    [],
  )
  useEffect(() => {
    const timer = setInterval(() => void resume(), TRY_AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(
    () =>
      onSettled(({ entry, result }) => {
        if (!result.ok && entry.title && !isAwaited(entry))
          void Taro.showToast({ title: wordsOf(entry, result.failure), icon: 'none', duration: 4000 })
      }),
    [],
  )
  return children
}
