import type { ApplicantAction, CaseView } from '@shared/contract/case'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { goHome } from '@/go'
import { EntryNotices } from '@/outbox/EntryNotice'
import { Action } from '@/ui/Action'
import { Freshness } from '@/ui/Freshness'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { ownIntention } from './useCaseCommand'
import { useOwnCase } from './useOwnCase'

interface Props {
  title: string
  everyMs?: number
  /** What is written on this page: its refusal is told there by the form itself. */
  mends?: ApplicantAction
  children: (of: CaseView, replace: (view: CaseView) => void) => ReactNode
  /** The page's one main action, fixed at the bottom. */
  foot?: (of: CaseView, replace: (view: CaseView) => void) => ReactNode
}

/** A page of one case of the applicant's, named by `id` in its address. */
export function CaseScreen({ title, everyMs, mends, children, foot }: Props) {
  const { id = '' } = useRouter().params
  const view = useOwnCase(id, everyMs)
  const { shown, failure, replace } = view
  return (
    <Screen title={title} foot={shown ? foot?.(shown, replace) : undefined}>
      <Freshness of={view} />
      <EntryNotices fn='applicant' caseId={id} mends={mends && ownIntention(mends, id)} />
      {shown ? children(shown, replace) : null}
      {shown || failure ? null : <Skeleton promise lines={5} />}
      {!shown && failure ? (
        <Action kind='quiet' onTap={goHome}>
          回首页
        </Action>
      ) : null}
    </Screen>
  )
}
