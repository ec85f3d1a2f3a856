import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { platform } from '@/platform'
import { resumeSheets } from './sendSheet'
import { sheetsWaiting, useSheets } from './sheets'

const TRY_AGAIN_MS = 15_000

/**
 * Sends what waits whenever there is new hope: the page shows, the network returns, or some time has passed.
 * `onGone` is told when a sheet has left the phone, or has come back refused.
 */
export function useSheetSender(onGone: () => unknown): void {
  const waiting = useSheets(sheetsWaiting).length
  const before = useRef(waiting)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the number of waiting sheets counts
  useEffect(() => {
    if (waiting < before.current) onGone()
    before.current = waiting
  }, [waiting])
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
