import type { StaffAction, StaffCaseView } from '@shared/contract/case'
import { TASK_TITLES } from '@shared/flow/titles'
import { Action } from '@/ui/Action'
import type { IconName } from '@/ui/Icon'
import { goStaff, type StaffPage } from '../go'
import { SureAction } from '../ui/SureAction'

interface Lead {
  icon: IconName
  text: string
  page: StaffPage
  query?: Record<string, string>
}

/** Actions that have a page of their own and carry the case on. */
const LEADS: Partial<Record<StaffAction, Lead>> = {
  visit: { icon: 'camera', text: TASK_TITLES.visit, page: 'visit' },
  reply: { icon: 'paper', text: TASK_TITLES.reply, page: 'reply' },
  review: { icon: 'pen', text: TASK_TITLES.review, page: 'review' },
  inspect: { icon: 'check', text: TASK_TITLES.inspect, page: 'inspect' },
  energize: { icon: 'bolt', text: TASK_TITLES.energize, page: 'energize' },
  answerComplaint: { icon: 'bell', text: TASK_TITLES.complaint, page: 'complaint' },
  collect: { icon: 'camera', text: '补收材料', page: 'visit', query: { only: 'papers' } },
  requestInspection: { icon: 'paper', text: '替用户报验', page: 'report' },
  scheduleOutage: { icon: 'calendar', text: TASK_TITLES.outage, page: 'outage' },
  contact: { icon: 'phone', text: TASK_TITLES.contact, page: 'contact' },
}

/**
 * The one next action: the first that carries the case on. An outage without a day is owed and in 待办, so it comes before papers;
 * one already planned is changed further down the page.
 */
export function mainActionOf({ actions, outage }: Pick<StaffCaseView, 'actions' | 'outage'>): StaffAction | null {
  const toPlan = outage?.day === null && actions.includes('scheduleOutage')
  const passed: StaffAction = toPlan ? 'collect' : 'scheduleOutage'
  return actions.find((action) => action !== passed && (action === 'accept' || action in LEADS)) ?? null
}

/** The button of the one next action; nothing when there is none for this person. */
export function MainAction({ of, accept }: { of: StaffCaseView; accept: () => Promise<void> }) {
  const action = mainActionOf(of)
  if (action === 'accept')
    return (
      <SureAction
        icon='check'
        ask={
          of.numberAsPrinted
            ? `证件号码没有通过校验，${of.applicant.name}说证件上就是这样。已看过证件，号码一致？受理后开始计时。`
            : `已与${of.applicant.name}核对过身份？受理后开始计时。`
        }
        yes='受理'
        onSure={accept}
        busyText='正在受理…'
      >
        {TASK_TITLES.accept}
      </SureAction>
    )
  const lead = action && LEADS[action]
  if (!lead) return null
  return (
    <Action icon={lead.icon} onTap={() => void goStaff(lead.page, { id: of.id, ...lead.query })}>
      {lead.text}
    </Action>
  )
}
