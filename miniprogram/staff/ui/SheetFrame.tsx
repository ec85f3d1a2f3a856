import type { StaffCaseView } from '@shared/contract/case'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { goBack } from '@/go'
import type { Refusal } from '@/outbox/Entry'
import { EntryNotice } from '@/outbox/EntryNotice'
import { allStored, useKept } from '@/outbox/storage'
import { Action } from '@/ui/Action'
import { Freshness } from '@/ui/Freshness'
import type { IconName } from '@/ui/Icon'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { kindOf } from '../sheet/kinds'
import type { Sheet, SheetAction } from '../sheet/Sheet'
import { forgetSheet, handInSheet, type SheetPage } from '../sheet/useSheet'
import { nextForStaff } from './nextForStaff'
import { OutOfReach, outOfReach } from './OutOfReach'
import { SheetSummary } from './SheetSummary'
import { SureAction } from './SureAction'

interface Submit {
  text: string
  icon?: IconName
  /** Asked once more before it goes; null goes straight on. */
  ask: string | null
  yes: string
  busyText: string
}

interface Props<A extends SheetAction> {
  title: string
  page: SheetPage<A>
  /** What is written down, as it will be sent; the page's own sheet when absent. */
  ready?: Sheet<A>
  /** False for a sheet that belongs to a step that is over. */
  current?: boolean
  submit: Submit
  /** The form. */
  children: (of: StaffCaseView) => ReactNode
  wide?: boolean
}

/** The page of a sheet: filled in, waiting, come back, or no longer asked for. The form is the caller's. */
export function SheetFrame<A extends SheetAction>(props: Props<A>) {
  const { title, page, ready = page.sheet, current = true, submit, children, wide } = props
  const { view, sheet, handedIn } = page
  const { shown } = view
  const stored = useKept(allStored)
  const gone = outOfReach(handedIn)
  if (gone)
    return (
      <Screen title={title} wide={wide}>
        <OutOfReach entry={gone} />
      </Screen>
    )
  if (!shown)
    return (
      <Screen title={title} wide={wide}>
        <Freshness of={view} />
        {view.loading ? <Skeleton lines={5} promise /> : null}
      </Screen>
    )
  const refusal = handedIn?.refusal ?? null
  const waiting = handedIn !== null && refusal === null
  const send = () => {
    page.removePictures((_, key) => !ready.pictures.some((picture) => picture.key === key))
    return handInSheet(ready, shown.version)
  }
  if (!waiting && !(current && shown.actions.includes(sheet.action)))
    return <NotNow title={title} of={shown} sheet={sheet} />
  // Sent again on what is no longer so, it would only come back once more.
  const outdated = refusal?.code === 'CASE_CHANGED' && shown.version <= handedIn!.input.version!
  const missing = kindOf(sheet.action).missing(ready, shown)
  return (
    <Screen
      title={title}
      wide={wide}
      foot={
        outdated ? (
          <Action onTap={view.reload} busyText='正在取…'>
            看最新情况
          </Action>
        ) : !waiting ? (
          <SureAction
            icon={submit.icon}
            missing={missing}
            ask={submit.ask}
            yes={submit.yes}
            onSure={send}
            busyText={submit.busyText}
          >
            {refusal ? '核对好了，再次提交' : submit.text}
          </SureAction>
        ) : undefined
      }
    >
      <Text className='lead'>{[shown.title, shown.applicant.name, shown.address].filter(Boolean).join(' · ')}</Text>
      <Freshness of={view} />
      {handedIn ? <EntryNotice entry={handedIn} mending /> : null}
      {refusal ? <Refused refusal={refusal} outdated={outdated} /> : null}
      {!waiting ? (
        <>
          {children(shown)}
          {stored ? <Text className='muted small block'>填的内容随时存在手机里，没有网络也能提交。</Text> : null}
        </>
      ) : (
        <SheetSummary sheet={sheet} of={shown} />
      )}
    </Screen>
  )
}

function Refused({ refusal, outdated }: { refusal: Refusal; outdated: boolean }) {
  const changed = refusal.code === 'CASE_CHANGED'
  return (
    <Notice
      tone={changed ? 'soon' : 'danger'}
      title={changed ? '这件申请有了新进展' : '没有提交成功'}
      text={
        changed
          ? `您填的都在下面。${outdated ? '正在取最新情况…' : '已为您换成最新情况，请核对后再次提交。'}`
          : refusal.message
      }
    />
  )
}

/** The stage has moved on, or the case is another's: what was entered is shown, and dropped only by hand. */
function NotNow({ title, of, sheet }: { title: string; of: StaffCaseView; sheet: Sheet }) {
  const entered =
    sheet.pictures.length > 0 || JSON.stringify(sheet.entry) !== JSON.stringify(kindOf(sheet.action).empty)
  return (
    <Screen title={title} foot={<Action onTap={goBack}>返回案件</Action>}>
      <Notice tone='soon' title='这一步现在不用办' text={`这件申请下一步：${nextForStaff(of)}。`} />
      {entered ? (
        <>
          <SheetSummary sheet={sheet} of={of} />
          <Action kind='danger' onTap={() => forgetSheet(sheet)}>
            删掉手机里的这份记录
          </Action>
        </>
      ) : null}
    </Screen>
  )
}
