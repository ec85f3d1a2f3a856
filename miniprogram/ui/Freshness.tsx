import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import type { Failure } from '@/failure'
import { FailureNotice } from '@/ui/Notice'
import { speak } from '@/ui/speak'
import type { KeptView } from '@/useKeptView'

/** Seen this lately, being brought up to date goes without saying. */
const RECENT_MS = 60_000

/** How fresh the page is: nothing when it is; what was kept and from when while it is not; the failure when there is nothing to show. */
export function Freshness({ of }: { of: KeptView<unknown> }) {
  const { keptAt, failure, shown, reload } = of
  if (shown === null || (failure && !failure.retryable)) return <FailureNotice failure={failure} retry={reload} />
  if (!failure && (keptAt === null || Date.now() - keptAt < RECENT_MS)) return null
  return (
    <View className='freshness' {...speak('status', undefined, { 'aria-live': 'polite' })}>
      <Text>{words(keptAt, failure)}</Text>
    </View>
  )
}

function words(keptAt: number | null, failure: Failure | null): string {
  if (!failure) return '正在更新…'
  if (keptAt === null) return '刚才没有更新成功，下拉可再试。'
  return `没有连上网，这是${spokenInstant(keptAt)}看到的内容。`
}
