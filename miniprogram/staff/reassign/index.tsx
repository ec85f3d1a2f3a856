import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { command, staff } from '@/api'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Skeleton } from '@/ui/Skeleton'
import { forgetView } from '@/useKeptView'
import { useView } from '@/useView'
import { CaseFormScreen } from '../caseForm/CaseFormScreen'
import { useCaseForm } from '../caseForm/useCaseForm'
import { goBackToCase, goTasks } from '../go'
import { Colleagues } from '../ui/Colleagues'
import { SureAction } from '../ui/SureAction'
import { useMe } from '../ui/useMe'
import '../staff.scss'

interface Handing {
  managerId: string | null
  reason: string
}

/** 转办 by the account manager, 改派 by a supervisor: to whom, and why. */
export default function Reassign() {
  const { id = '' } = useRouter().params
  const me = useMe().shown
  const intention = `reassign:${id}`
  const { form, change, ...of } = useCaseForm<Handing>(id, intention, { managerId: null, reason: '' }, (after) => {
    if (me?.role === 'supervisor') return goBackToCase(id)
    // Handed on, it is out of reach: nothing of it stays on this phone.
    if (after.manager?.id !== me?.id) forgetView(`case.${id}`)
    return goTasks()
  })
  const colleagues = useView(() => staff('colleagues', { id }))
  const [tried, setTried] = useState(false)
  const [word, title] = me?.role === 'supervisor' ? ['改派', '改派给别人'] : ['转给', '转给同事']
  const managers = colleagues.data?.managers ?? []
  const chosen = managers.find((one) => one.id === form.managerId)
  const reason = form.reason.trim()

  const hand = () =>
    of.send(({ version }) => command(intention, 'staff', 'reassign', { id, version, managerId: chosen!.id, reason }))
  return (
    <CaseFormScreen
      title={title}
      action='reassign'
      of={of}
      foot={
        managers.length === 0 ? null : (
          <SureAction
            icon='user'
            check={() => {
              setTried(true)
              if (!chosen || reason.length < 2) return 'stop'
              const away = chosen.away ? '现在不在岗，由代班的同事接着办' : '马上会收到通知'
              return { ask: `${word}${chosen.name}？${chosen.name}${away}，期限不变。` }
            }}
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
        <Notice
          tone='soon'
          title='没有人可以接'
          text={`${of.view.shown?.district ?? ''}没有别的客户经理，请找主管增派。`}
        />
      ) : null}
      {managers.length > 0 ? (
        <Card>
          <Colleagues
            label={tried && !chosen ? '给谁办（请选一位）' : '给谁办'}
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
            error={tried && reason.length < 2 ? '请写一下原因' : null}
            onChange={(text) => change(() => ({ reason: text }))}
          />
        </Card>
      ) : null}
    </CaseFormScreen>
  )
}
