import type { StaffAction, StaffCaseView } from '@shared/contract/case'
import { spokenDay, spokenInstant } from '@shared/wording'
import { Card } from '@/ui/Card'
import type { IconName } from '@/ui/Icon'
import { Notice } from '@/ui/Notice'
import { Row } from '@/ui/Row'
import { goStaff } from '../go'
import { useMe } from './useMe'

interface Link {
  /** Stands where one of these may be done, or always. */
  for: readonly StaffAction[]
  icon: IconName
  page: Parameters<typeof goStaff>[0]
  text: string
  note: string
}

/** What else can be done about a case, and what people said about it: complaints, urging, what holds it up. */
export function CaseMore({ of }: { of: StaffCaseView }) {
  const supervisor = useMe().shown?.role === 'supervisor'
  const lasting = of.anomalies.filter(({ resolvedAt }) => resolvedAt === null)
  const complaints = of.complaints.filter(({ answeredAt }) => answeredAt === null).length
  const { appointment, scheme } = of
  const agreed = appointment && `已约${spokenDay(appointment.day)}${appointment.part === 'morning' ? '上午' : '下午'}`
  const links: Link[] = [
    { for: ['appoint'], icon: 'calendar', page: 'appoint', text: '约时间', note: agreed ?? '还没有约' },
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
  return (
    <>
      {of.urgedAt === null ? null : (
        <Notice tone='soon' title='用户催过办' text={`${spokenInstant(of.urgedAt)}催的。办之前先打个电话。`} />
      )}
      {of.channel === 'online' ? null : (
        <Notice
          text={`${of.channel === 'counter' ? '在柜台' : '在绿色通道'}代办的申请：用户手机上看不到，有事请打电话。`}
        />
      )}
      {scheme?.renamed ? (
        <Notice
          text={`接入点改名了：方案上写的是${scheme.line}${scheme.pole}，现在叫${scheme.renamed.line}${scheme.renamed.pole}，还是同一个地方。`}
        />
      ) : null}
      {rows.length > 0 || of.complaints.length > 0 ? (
        <Card title='其他'>
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
      ) : null}
    </>
  )
}
