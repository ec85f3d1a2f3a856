import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { asFailure, type Failure } from '@/failure'

export interface View<T> {
  /** The last answer; stays on screen while a refresh runs or fails. */
  data: T | null
  /** Why the latest load failed; null after a good one. */
  failure: Failure | null
  loading: boolean
  reload(): Promise<void>
  /** Puts the answer of a command in place, without another request. */
  replace(data: T): void
}

/**
 * What a page shows: loaded when it appears, on show and on pull-down, and every `everyMs` while the page is visible.
 * An answer that was overtaken by a newer one is dropped.
 */
export function useView<T>(load: () => Promise<T>, everyMs?: number): View<T> {
  const [data, setData] = useState<T | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [loading, setLoading] = useState(true)
  const [visible, setVisible] = useState(true)
  const latest = useRef(load)
  latest.current = load
  const turn = useRef(0)
  const first = useRef(false)

  const reload = useCallback(async () => {
    turn.current += 1
    const mine = turn.current
    setLoading(true)
    try {
      const answer = await latest.current()
      if (mine !== turn.current) return
      setData(answer)
      setFailed(null)
    } catch (thrown) {
      if (mine === turn.current) setFailed(asFailure(thrown))
    } finally {
      if (mine === turn.current) setLoading(false)
    }
  }, [])

  const replace = useCallback((answer: T) => {
    turn.current += 1
    setData(answer)
    setFailed(null)
    setLoading(false)
  }, [])

  useDidShow(() => {
    setVisible(true)
    // The first load is under way since the part appeared.
    if (!first.current) void reload()
  })
  // A part that appears on a page that stands already is told of no showing: it loads by itself.
  useEffect(() => {
    if (turn.current > 0) return
    first.current = true
    void reload().finally(() => {
      first.current = false
    })
  }, [reload])
  useDidHide(() => setVisible(false))
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh())
  })
  useEffect(() => {
    if (!visible || !everyMs) return
    const timer = setInterval(() => void reload(), everyMs)
    return () => clearInterval(timer)
  }, [visible, everyMs, reload])

  return { data, failure: failed, loading, reload, replace }
}
