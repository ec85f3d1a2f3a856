import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { EntryNotices } from '@/outbox/EntryNotice'
import { handIn } from '@/outbox/handIn'
import { Freshness } from '@/ui/Freshness'
import { FailureNotice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { markTasksRead } from '../ui/readTasks'
import { useMe } from '../ui/useMe'
import { useStaffCase } from '../ui/useStaffCase'
import { CaseDetails } from './CaseDetails'
import { MainAction, mainActionOf } from './MainAction'
import { Proposals } from './Proposals'
import '../staff.scss'

const REFRESH_MS = 60_000

/** 案件: everything about one case, and only the actions its stage and this person's role allow. */
export default function StaffCase() {
  const { id = '' } = useRouter().params
  const view = useStaffCase(id, REFRESH_MS)
  const me = useMe()
  const [refused, setRefused] = useState<Failure | null>(null)
  const shown = view.shown
  const staffId = me.shown?.id

  useEffect(() => {
    if (view.data && staffId) markTasksRead(view.data, staffId)
  }, [view.data, staffId])

  const accept = async () => {
    if (!shown) return
    setRefused(null)
    try {
      const about = { intention: `accept:${id}`, title: '受理' }
      view.replace(await handIn('staff', 'accept', { id, version: shown.version }, about))
    } catch (thrown) {
      const failure = asFailure(thrown)
      setRefused(failure)
      if (failure.code === 'CASE_CHANGED') await view.reload()
    }
  }

  return (
    <Screen
      title={shown?.title ?? '案件'}
      foot={
        shown && mainActionOf(shown) ? (
          <>
            <FailureNotice failure={refused} />
            <MainAction of={shown} accept={accept} />
          </>
        ) : undefined
      }
      wide
    >
      <Freshness of={view} />
      <EntryNotices fn='staff' caseId={id} />
      {shown ? <Proposals of={shown} replace={view.replace} reload={view.reload} /> : null}
      {shown ? (
        <CaseDetails of={shown} supervisor={me.shown?.role === 'supervisor'} replace={view.replace} />
      ) : view.loading ? (
        <Loading />
      ) : null}
    </Screen>
  )
}

const Loading = () => (
  <View>
    <Skeleton promise />
    <Skeleton lines={4} />
  </View>
)
