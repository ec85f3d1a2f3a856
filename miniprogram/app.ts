import Taro, { useDidShow, useLaunch } from '@tarojs/taro'
import { type PropsWithChildren, useEffect } from 'react'
import { onCommandSettled, resumeCommands } from '@/api'
import { platform } from '@/platform'
import './app.scss'

/** Commands that got no answer are sent again whenever there is new hope: the app opens, returns, or finds the network. */
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
  useEffect(
    () =>
      onCommandSettled(({ result }) => {
        if (!result.ok) void Taro.showToast({ title: result.failure.message, icon: 'none', duration: 4000 })
      }),
    [],
  )
  return children
}
