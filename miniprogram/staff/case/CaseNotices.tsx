import type { StaffCaseView } from '@shared/contract/case'
import { pointsIn } from '@shared/flow/pointRows'
import { spokenDay, spokenInstant } from '@shared/time/spokenTime'
import { Notice } from '@/ui/Notice'
import { goStaff } from '../go'

/** What whoever works on a case should know before anything else. */
export function CaseNotices({ of }: { of: StaffCaseView }) {
  const { scheme } = of
  const objecting = of.actions.includes('reply') ? of.reviews.filter(({ opinion }) => opinion === 'object') : []
  return (
    <>
      {of.urgedAt === null ? null : (
        <Notice tone='soon' title='用户催过办' text={`${spokenInstant(of.urgedAt)}催的。办之前先打个电话。`} />
      )}
      {of.sameAddress.map((id) => (
        <Notice
          key={id}
          tone='soon'
          title='同一地址还有在办的申请'
          text={`申请编号 ${id}。请核实是不是同一处用电。`}
          action={{ text: '看那一件', onTap: () => goStaff('case', { id }) }}
        />
      ))}
      {of.missed?.newDay ? (
        <Notice
          tone='soon'
          title={`已告诉用户：最晚${spokenDay(of.missed.newDay.day)}`}
          text={`承诺的是${spokenDay(of.missed.dueDay)}，因为${of.missed.newDay.because}晚了。`}
        />
      ) : null}
      {objecting.length > 0 ? (
        <Notice
          tone='soon'
          title='有会签人不同意'
          text={`${objecting.map(({ department, name }) => `${department}${name}`).join('、')}不同意，答复时要写明怎么处理。`}
        />
      ) : null}
      {of.channel === 'online' ? null : (
        <Notice
          text={`${of.channel === 'counter' ? '在柜台' : '在绿色通道'}代办的申请：用户手机上看不到，有事请打电话。`}
        />
      )}
      {scheme
        ? pointsIn(scheme).map(({ point, line, pole, renamed }) =>
            renamed ? (
              <Notice
                key={point}
                text={`接入点改名了：方案上写的是${line}${pole}，现在叫${renamed.line}${renamed.pole}，还是同一个地方。`}
              />
            ) : null,
          )
        : null}
    </>
  )
}
