import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { platform } from '@/platform'
import { resumeSheets } from './sendSheet'
import { sheetsWaiting } from './sheets'

const TRY_AGAIN_MS = 15_000

/** Sends what waits whenever there is new hope: the page shows, the network returns, or some time has passed. */
export function useSheetSender(): void {
  useDidShow(() => void resumeSheets())
  useEffect(
    () =>
      platform.onOnline((online) => {
        if (online) void resumeSheets()
      }),
    [],
  )
  useEffect(() => {
    const timer = setInterval(() => {
      if (sheetsWaiting().length > 0) void resumeSheets()
    }, TRY_AGAIN_MS)
    return () => clearInterval(timer)
  }, [])
}
