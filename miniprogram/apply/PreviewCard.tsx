import type { ResponseOf } from '@shared/contract'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { anyone } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { Notice } from '@/ui/Notice'
import { Skeleton } from '@/ui/Skeleton'
import { speak } from '@/ui/speak'
import { useDraft } from './draft'
import { supplyAnswer } from './supplyAnswer'

export type Preview = ResponseOf<'public', 'preview'>
export interface PreviewState {
  /** Why this class, known before there is a day. */
  because: string | null
  preview: Preview | null
  failure: Failure | null
  loading: boolean
}

/** What would be promised, as soon as place and use are known. An answer overtaken by a change is dropped. */
export function usePreview(): PreviewState {
  const { use, capacityKva, sources = 'single', change = 'new', place, identity } = useDraft()
  // A number to be compared with the paper waits for the account manager like one without a picture.
  const photographed = Boolean(identity?.pictures?.length) && !identity?.asPrinted
  const because = supplyAnswer({ use, capacityKva, sources })?.because ?? null
  const district = place?.district
  const [state, setState] = useState<Omit<PreviewState, 'because'>>({ preview: null, failure: null, loading: false })
  useEffect(() => {
    const capacity = use === 'household' ? null : (capacityKva ?? undefined)
    if (!use || !district || capacity === undefined) {
      setState({ preview: null, failure: null, loading: false })
      return
    }
    let current = true
    setState((before) => ({ ...before, failure: null, loading: true }))
    anyone('preview', { use, capacityKva: capacity, sources, change, district, photographed }).then(
      (preview) => current && setState({ preview, failure: null, loading: false }),
      (thrown) => current && setState({ preview: null, failure: asFailure(thrown), loading: false }),
    )
    return () => {
      current = false
    }
  }, [use, capacityKva, sources, change, district, photographed])
  return { ...state, because }
}

/** The promise before it is made. */
export function PreviewCard({ state: { preview, failure, loading, because } }: { state: PreviewState }) {
  if (loading && !preview) return <Skeleton promise lines={1} />
  // Only a preview: the application goes on without it.
  if (failure) return <Notice tone='soon' text='暂时算不出承诺日期，不影响申请，提交后就能看到。' />
  if (!preview) return because ? <Notice text={`${because}。选好区县，就知道最晚哪一天。`} /> : null
  const when = spokenDay(preview.dueDay)
  return (
    <View
      className='card promise'
      {...speak('status', `现在申请，最晚${when}${preview.provisional ? '暂定' : ''}${preview.promised}`, {
        'aria-live': 'polite',
      })}
    >
      <Text className='promise__lead'>现在申请，最晚{preview.promised}</Text>
      <Text className='promise__when'>{when}</Text>
      {preview.earlierDay && preview.earlierDay !== preview.dueDay ? (
        <Text className='promise__next'>
          不用架外线的话，{spokenDay(preview.earlierDay, preview.earlierProvisional)}就能{preview.promised}
        </Text>
      ) : null}
      <Text className='promise__note'>{preview.because}。</Text>
      {preview.afterwards ? (
        <Text className='promise__note'>{preview.afterwards}。您自己施工的时间不算在内。</Text>
      ) : null}
      {preview.freeToMeter ? <Text className='promise__note'>装表到户，不收一分钱。</Text> : null}
      {preview.provisional ? (
        <Text className='promise__note'>日期暂定：放假安排还没公布，公布后可能提前也可能推后。</Text>
      ) : null}
    </View>
  )
}
