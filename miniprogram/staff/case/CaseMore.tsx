import type { StaffAction, StaffCaseView } from '@shared/contract/case'
import { TASK_TITLES } from '@shared/flow/titles'
import { spokenDay } from '@shared/time/spokenTime'
import { Card } from '@/ui/Card'
import type { IconName } from '@/ui/Icon'
import { Row } from '@/ui/Row'
import { goStaff } from '../go'
import { useMe } from '../ui/useMe'

interface Link {
  /** Stands where one of these may be done, or always. */
  for: readonly StaffAction[]
  icon: IconName
  page: Parameters<typeof goStaff>[0]
  text: string
  note: string
}

/** What else can be done about a case: complaints, what holds it up, the time agreed on, whose it is. */
export function CaseMore({ of }: { of: StaffCaseView }) {
  const supervisor = useMe().shown?.role === 'supervisor'
  const lasting = of.anomalies.filter(({ resolvedAt }) => resolvedAt === null)
  const complaints = of.complaints.filter(({ answeredAt }) => answeredAt === null).length
  const { appointment } = of
  const agreed = appointment && `已约${spokenDay(appointment.day)}${appointment.part === 'morning' ? '上午' : '下午'}`
  const links: Link[] = [
    {
      for: ['giveNewDay'],
      icon: 'clock',
      page: 'newDay',
      text: TASK_TITLES.newDay,
      note: of.missed ? `超过承诺了，最晚${spokenDay(of.missed.newDayBy)}告诉` : '',
    },
    { for: ['appoint'], icon: 'calendar', page: 'appoint', text: '约时间', note: agreed ?? '还没有约' },
    { for: ['contact'], icon: 'phone', page: 'contact', text: TASK_TITLES.contact, note: '困难、预计哪天做完、建议' },
    {
      for: ['recordAnomaly', 'resolveAnomaly'],
      icon: 'alert',
      page: 'anomaly',
      text: '用时异常',
      note: lasting.length > 0 ? `${lasting.map(({ title }) => title).join('、')}，还没解除` : '被什么耽误了，登记一下',
    },
    {
      for: ['reassign'],
      icon: 'user',
      page: 'reassign',
      text: supervisor ? '改派给别人' : '转给同事',
      note: of.manager ? `现在是${of.manager.name}` : '还没有客户经理',
    },
  ]
  const rows = links.filter((link) => link.for.some((action) => of.actions.includes(action)))
  const open = (page: Link['page']) => () => void goStaff(page, { id: of.id })
  if (rows.length === 0 && of.complaints.length === 0) return null
  return (
    <Card title='还可以办'>
      {of.complaints.length > 0 ? (
        <Row
          icon='bell'
          text='投诉'
          note={complaints > 0 ? `${complaints}条等答复` : '都答复过了'}
          onTap={open('complaint')}
        />
      ) : null}
      {rows.map(({ icon, page, text, note }) => (
        <Row key={page} icon={icon} text={text} note={note} onTap={open(page)} />
      ))}
    </Card>
  )
}
