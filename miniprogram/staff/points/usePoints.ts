import type { ConnectionPoint } from '@shared/contract'
import { useCallback, useEffect, useState } from 'react'
import { staff } from '@/api'
import { asFailure, type Failure } from '@/failure'

interface Listed {
  district: string
  points: ConnectionPoint[]
  next: string | null
}

/** The connection points of a district, a page at a time. An answer for a district left meanwhile is dropped. */
export function usePoints(district: string | null) {
  const [listed, setListed] = useState<Listed | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const load = useCallback(
    async (from: Listed | null, stillWanted: () => boolean = () => true) => {
      if (!district) return
      setFailed(null)
      try {
        const { rows, next } = await staff('points', { district, after: from?.next ?? null })
        if (stillWanted()) setListed({ district, points: [...(from?.points ?? []), ...rows], next })
      } catch (thrown) {
        if (stillWanted()) setFailed(asFailure(thrown))
      }
    },
    [district],
  )
  useEffect(() => {
    let wanted = true
    void load(null, () => wanted)
    return () => {
      wanted = false
    }
  }, [load])

  const mine = listed?.district === district ? listed : null
  return {
    points: mine?.points ?? null,
    failure: failed,
    loading: !mine && !failed,
    more: mine?.next ? () => load(mine) : null,
    reload: () => load(null),
    replace: (point: ConnectionPoint) =>
      setListed((now) => now && { ...now, points: now.points.map((one) => (one.id === point.id ? point : one)) }),
  }
}
