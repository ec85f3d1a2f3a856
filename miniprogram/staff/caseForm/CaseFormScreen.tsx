import type { StaffAction } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { EntryNotice } from '@/outbox/EntryNotice'
import { Freshness } from '@/ui/Freshness'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { nextForStaff } from '../ui/nextForStaff'
import { OutOfReach, outOfReach } from '../ui/OutOfReach'
import type { CaseForm } from './useCaseForm'

interface Props {
  title: string
  /** What is asked here; where the case does not allow it, the page says what comes next instead. */
  action: StaffAction
  of: Pick<CaseForm<object, StaffAction>, 'view' | 'handedIn'>
  /** The one button that sends the form; a refusal stands right above it, wherever on the page somebody is. */
  foot: ReactNode
  /** Said where the form is not needed; what comes next when absent. */
  otherwise?: string
  /** Stands above the form, also where there is nothing to fill in. */
  above?: ReactNode
  children: ReactNode
}

/** The frame of a small form about one case: which case it is, the form, and how its sending stands. */
export function CaseFormScreen({ title, action, of: { view, handedIn }, foot, otherwise, above, children }: Props) {
  const { shown } = view
  const allowed = shown?.actions.includes(action) ?? false
  const waiting = handedIn !== null && handedIn.refusal === null
  const refused = handedIn?.refusal?.message ?? null
  const open = allowed && !waiting && foot !== null
  const gone = outOfReach(handedIn)
  if (gone)
    return (
      <Screen title={title}>
        <OutOfReach entry={gone} />
      </Screen>
    )
  return (
    <Screen
      title={title}
      foot={
        open ? (
          <>
            {refused ? <Notice tone='danger' text={refused} /> : null}
            {foot}
          </>
        ) : undefined
      }
    >
      <Freshness of={view} />
      {open || !refused ? null : <Notice tone='danger' text={refused} />}
      {shown ? (
        <View className='about'>
          <Text className='about__title'>{shown.title}</Text>
          <Text className='about__where'>{[shown.applicant.name, shown.address].filter(Boolean).join(' · ')}</Text>
        </View>
      ) : view.loading ? (
        <Skeleton lines={5} />
      ) : null}
      {shown ? above : null}
      {waiting ? (
        <EntryNotice entry={handedIn} mending />
      ) : shown && !allowed ? (
        <Notice tone='soon' title={otherwise ?? '这一步现在不用办'} text={`这件申请下一步：${nextForStaff(shown)}。`} />
      ) : shown ? (
        children
      ) : null}
    </Screen>
  )
}
