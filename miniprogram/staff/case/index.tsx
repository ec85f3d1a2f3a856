import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { command } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { Freshness } from '@/ui/Freshness'
import { FailureNotice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { sheetActions } from '../sheet/kinds'
import { openSheet } from '../sheet/openSheet'
import { sheetKey } from '../sheet/Sheet'
import { readSheet } from '../sheet/sheets'
import { CaseDetails } from '../ui/CaseDetails'
import { MainAction, mainActionOf } from '../ui/MainAction'
import { markTasksRead } from '../ui/readTasks'
import { SheetState } from '../ui/SheetState'
import { useMe } from '../ui/useMe'
import { useStaffCase } from '../ui/useStaffCase'
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
  const sheets = sheetActions.flatMap((action) => readSheet(sheetKey(action, id)) ?? [])

  useEffect(() => {
    if (view.data && staffId) markTasksRead(view.data, staffId)
  }, [view.data, staffId])

  const accept = async () => {
    if (!shown) return
    setRefused(null)
    try {
      view.replace(await command(`accept:${id}`, 'staff', 'accept', { id, version: shown.version }))
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
      {sheets.map((sheet) => (
        <SheetState key={sheet.key} sheet={sheet} whenRefused={() => void openSheet(sheet)} />
      ))}
      {shown ? (
        <CaseDetails of={shown} supervisor={me.shown?.role === 'supervisor'} />
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
