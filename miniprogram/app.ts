import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { onCommandSettled, resumeCommands } from '@/api'
import { platform } from '@/platform'
import './app.scss'

/** A server that was away comes back without the phone being told. */
const TRY_AGAIN_MS = 10_000

/** Commands that got no answer are sent again whenever there is new hope: the app opens, returns, finds the network, or time has passed. */
export default function App({ children }: PropsWithChildren) {
  useLaunch(() => platform.start())
  useDidShow(() => {
    void resumeCommands()
  })
  useEffect(
    () =>
      platform.onOnline((online) => {
        if (online) void resumeCommands()
      }),
    [],
  )
  useEffect(() => {
    const timer = setInterval(() => void resumeCommands(), TRY_AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
  useEffect(
    () =>
      onCommandSettled(({ result, resumed }) => {
        if (!result.ok && resumed) void Taro.showToast({ title: result.failure.message, icon: 'none', duration: 4000 })
      }),
    [],
  )
  return children
}
