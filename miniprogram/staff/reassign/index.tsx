import type { StaffCaseView } from '@shared/contract/case'
import { useRouter } from '@tarojs/taro'
import { staff } from '@/api'
import { goDesk } from '@/go'
import { forgetView } from '@/keptViews'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Skeleton } from '@/ui/Skeleton'
import { useView } from '@/useView'
import { CaseFormScreen } from '../caseForm/CaseFormScreen'
import { useCaseForm } from '../caseForm/useCaseForm'
import { goBackToCase } from '../go'
import { together } from '../sheet/together'
import { Colleagues } from '../ui/Colleagues'
import { SureAction } from '../ui/SureAction'
import { useMe } from '../ui/useMe'
import '../staff.scss'

interface Handing {
  managerId: string | null
  reason: string
}

const FORM = { action: 'reassign', title: '转办', page: 'reassign' } as const

/** 转办 by the account manager, 改派 by a supervisor: to whom, and why. */
export default function Reassign() {
  const { id = '' } = useRouter().params
  const me = useMe().shown
  const { form, change, ...of } = useCaseForm<Handing, 'reassign'>(
    id,
    FORM,
    { managerId: null, reason: '' },
    (after) => {
      if (me?.role === 'supervisor') return goBackToCase(id)
      // Handed on, it is out of reach: nothing of it stays on this phone.
      if (after.manager?.id !== me?.id) forgetView(`case.${id}`)
      return goDesk()
    },
  )
  const colleagues = useView(() => staff('colleagues', { id }))
  const [word, title] = me?.role === 'supervisor' ? ['改派', '改派给别人'] : ['转给', '转给同事']
  const managers = colleagues.data?.managers ?? []
  const chosen = managers.find((one) => one.id === form.managerId)
  const reason = form.reason.trim()

  const hand = () => of.send({ managerId: chosen!.id, reason })
  return (
    <CaseFormScreen
      title={title}
      action='reassign'
      of={of}
      foot={
        managers.length === 0 ? null : (
          <SureAction
            icon='user'
            missing={together(!chosen && '请选给谁办', reason.length < 2 && '请写一下原因')}
            ask={`${word}${chosen?.name}？${chosen?.name}${chosen?.away ? '现在不在岗，由代班的同事接着办' : '马上会收到通知'}，期限不变。`}
            yes={`${word}${chosen?.name ?? ''}`}
            onSure={hand}
            busyText='正在转…'
          >
            {title}
          </SureAction>
        )
      }
    >
      <FailureNotice failure={colleagues.failure} retry={colleagues.reload} />
      {!colleagues.data && colleagues.loading ? <Skeleton lines={4} /> : null}
      {colleagues.data && managers.length === 0 ? (
        <Notice tone='soon' title='没有人可以接' text={nobodyElse(of.view.shown, me?.role === 'supervisor')} />
      ) : null}
      {managers.length > 0 ? (
        <Card>
          <Colleagues
            label='给谁办'
            colleagues={managers}
            value={form.managerId}
            onChange={(managerId) => change(() => ({ managerId }))}
          />
          <Field
            label='原因'
            value={form.reason}
            maxLength={100}
            placeholder='如：休假、片区调整'
            hint='会记在办理记录里'
            onChange={(text) => change(() => ({ reason: text }))}
          />
        </Card>
      ) : null}
    </CaseFormScreen>
  )
}

/** What to do where a district has nobody else, said to whoever asks: a supervisor is not sent to the supervisor. */
function nobodyElse(of: StaffCaseView | null, supervisor: boolean): string {
  const place = of?.district ?? '这个县区'
  if (!supervisor) return `${place}没有别的客户经理，请找主管增派。`
  const only = of?.manager?.name ?? '一位客户经理'
  return `${place}只有${only}在负责。先给这个县区添一位客户经理，才能改派；急的话请打电话给${only}。`
}
