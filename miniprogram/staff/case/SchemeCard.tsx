import type { StaffCaseView } from '@shared/contract/case'
import { pointRows, pointsIn } from '@shared/flow/pointRows'
import { spokenDay, spokenInstant } from '@shared/time/spokenTime'
import { View } from '@tarojs/components'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { goStaff } from '../go'

/** 供电方案 as replied, and the outage its connection needs. */
export function SchemeCard({ of }: { of: StaffCaseView }) {
  const { scheme, outage } = of
  if (!scheme) return null
  const planned = outage && (outage.day ? spokenDay(outage.day) : `还没有排，最早${spokenDay(outage.notBefore)}`)
  return (
    <Card title='供电方案'>
      <Facts
        rows={[
          ['方案', scheme.title],
          ...pointRows(pointsIn(scheme)),
          ['计量方式', scheme.metering],
          ['备注', scheme.note],
          ['答复时间', spokenInstant(scheme.repliedAt)],
          ['停电', planned ?? '不用停电'],
        ]}
      />
      {outage && of.actions.includes('scheduleOutage') ? (
        <View className='gap'>
          <Action kind='plain' icon='calendar' onTap={() => void goStaff('outage', { id: of.id })}>
            {outage.day ? '改停电日子' : '填停电日子'}
          </Action>
        </View>
      ) : null}
    </Card>
  )
}
