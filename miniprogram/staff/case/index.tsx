import type { StaffCaseView } from '@shared/contract/case'
import { shownDay, spokenDay, spokenInstant } from '@shared/wording'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { command } from '@/api'
import { SignedForms } from '@/case/SignedForms'
import { asFailure, type Failure } from '@/failure'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Freshness } from '@/ui/Freshness'
import { Materials } from '@/ui/Materials'
import { FailureNotice } from '@/ui/Notice'
import { PromiseCard } from '@/ui/PromiseCard'
import { Row } from '@/ui/Row'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { Timeline } from '@/ui/Timeline'
import { goStaff } from '../go'
import { type Sheet, sheetKey } from '../sheet/Sheet'
import { readSheet } from '../sheet/sheets'
import { Applicant } from '../ui/Applicant'
import { CaseMore } from '../ui/CaseMore'
import { Disclosure } from '../ui/Disclosure'
import { History } from '../ui/History'
import { nextForStaff } from '../ui/nextForStaff'
import { Pictures } from '../ui/Pictures'
import { SheetState } from '../ui/SheetState'
import { SureAction } from '../ui/SureAction'
import { useMe } from '../ui/useMe'
import { useStaffCase } from '../ui/useStaffCase'
import { Why } from '../ui/Why'
import '../staff.scss'

const REFRESH_MS = 60_000

/** 案件: everything about one case, and only the actions its stage and this person's role allow. */
export default function StaffCase() {
  const { id = '' } = useRouter().params
  const view = useStaffCase(id, REFRESH_MS)
  const me = useMe()
  const [refused, setRefused] = useState<Failure | null>(null)
  const shown = view.shown
  const sheets = [readSheet(sheetKey('visit', id)), readSheet(sheetKey('collect', id))].flatMap((one) => one ?? [])

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
      foot={shown?.actions.length ? <MainAction of={shown} accept={accept} /> : undefined}
      wide
    >
      <Freshness of={view} />
      <FailureNotice failure={refused} />
      {sheets.map((sheet) => (
        <SheetState key={sheet.key} sheet={sheet} whenRefused={() => void openSheet(sheet)} />
      ))}
      {shown ? <Details of={shown} supervisor={me.shown?.role === 'supervisor'} /> : view.loading ? <Loading /> : null}
    </Screen>
  )
}

const openSheet = ({ action, caseId: id }: Sheet) =>
  goStaff('visit', action === 'collect' ? { id, only: 'papers' } : { id })

/** The one next action; nothing when there is none for this person. */
function MainAction({ of, accept }: { of: StaffCaseView; accept: () => Promise<void> }) {
  switch (of.actions[0]) {
    case 'accept':
      return (
        <SureAction
          icon='check'
          check={() => ({ ask: `已与${of.applicant.name}核对过身份？受理后开始计时。` })}
          yes='受理'
          onSure={accept}
          busyText='正在受理…'
        >
          核对身份并受理
        </SureAction>
      )
    case 'visit':
      return (
        <Action icon='camera' onTap={() => void goStaff('visit', { id: of.id })}>
          上门勘察并取资料
        </Action>
      )
    case 'energize':
      return (
        <Action icon='bolt' onTap={() => void goStaff('energize', { id: of.id })}>
          装表送电
        </Action>
      )
    case 'collect':
      return (
        <Action icon='camera' onTap={() => void goStaff('visit', { id: of.id, only: 'papers' })}>
          补收材料
        </Action>
      )
    default:
      return null
  }
}

function Details({ of, supervisor }: { of: StaffCaseView; supervisor: boolean }) {
  const mayCollect = of.actions.slice(1).includes('collect')
  return (
    <View className='columns'>
      <View className='columns__column'>
        <PromiseCard own={false} of={{ ...of, next: { ...of.next, what: nextForStaff(of) } }} />
        <Applicant of={of} />
        <Card title='材料' aside='只要这些，多一份都不用'>
          <Materials
            materials={of.materials}
            whenWanted={
              mayCollect
                ? () => (
                    <Action
                      kind='quiet'
                      icon='camera'
                      onTap={() => void goStaff('visit', { id: of.id, only: 'papers' })}
                    >
                      只补收材料
                    </Action>
                  )
                : undefined
            }
          />
        </Card>
        {of.promise ? <Why promise={of.promise} /> : null}
      </View>
      <View className='columns__column'>
        <Card title='进度'>
          <Timeline
            steps={of.timeline.map(({ at, plannedDay, ...step }) => ({
              ...step,
              when: at !== null ? spokenInstant(at) : plannedDay ? `最晚${spokenDay(plannedDay)}` : null,
            }))}
          />
          {of.outcome ? (
            <Facts
              rows={[
                ['承诺', spokenDay(of.outcome.promisedDay)],
                ['实际', spokenDay(shownDay(of.outcome.energizedAt))],
              ]}
            />
          ) : null}
        </Card>
        <Pictures caseId={of.id} pictures={of.pictures} />
        {of.forms.length > 0 ? (
          <Card title='申请书'>
            <SignedForms id={of.id} forms={of.forms} />
          </Card>
        ) : null}
        <Disclosure title='办理记录' note={`${of.history.length}条`}>
          <History lines={of.history} />
        </Disclosure>
        {supervisor ? (
          <Card>
            <Row
              icon='book'
              text='台账'
              note='原始记录，看有没有被改动'
              onTap={() => void goStaff('ledger', { id: of.id })}
            />
          </Card>
        ) : null}
        <CaseMore of={of} />
      </View>
    </View>
  )
}

const Loading = () => (
  <>
    <Skeleton promise />
    <Skeleton lines={4} />
  </>
)
