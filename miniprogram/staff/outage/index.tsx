import { pointRows, pointsIn } from '@shared/flow/pointRows'
import { spokenDay } from '@shared/time/spokenTime'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { goBack } from '@/go'
import { handIn } from '@/outbox/handIn'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Freshness } from '@/ui/Freshness'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { DayField } from '../ui/DayField'
import { useStaffCase } from '../ui/useStaffCase'
import '../staff.scss'

/** 停电计划: the day dispatch has granted. */
export default function Outage() {
  const { id = '' } = useRouter().params
  const view = useStaffCase(id)
  const [picked, setPicked] = useState<string | null>(null)
  const [refused, setRefused] = useState<Failure | null>(null)
  const { shown } = view
  if (!shown)
    return (
      <Screen title='停电计划'>
        <Freshness of={view} />
        {view.loading ? <Skeleton lines={4} /> : null}
      </Screen>
    )
  const { outage } = shown
  if (!outage || !shown.actions.includes('scheduleOutage'))
    return (
      <Screen title='停电计划' foot={<Action onTap={goBack}>返回案件</Action>}>
        <Notice tone='soon' title='现在不用排停电' text='这件申请接电不用停电，或者已经办完了。' />
      </Screen>
    )
  const day = picked ?? outage.day
  const save = async () => {
    if (!day) return
    setRefused(null)
    try {
      view.replace(
        await handIn(
          'staff',
          'scheduleOutage',
          { id, version: shown.version, day },
          { intention: `scheduleOutage:${id}`, title: '停电计划' },
        ),
      )
      await goBack()
    } catch (thrown) {
      const failure = asFailure(thrown)
      setRefused(failure)
      if (failure.code === 'CASE_CHANGED') await view.reload()
    }
  }
  const early = day !== null && day < outage.notBefore
  return (
    <Screen
      title='停电计划'
      foot={
        <Action
          icon='check'
          missing={day === null ? '请先选日子' : early ? `太早了，最早${spokenDay(outage.notBefore)}` : null}
          onTap={save}
          busyText='正在保存…'
        >
          {day === null ? '定下停电日子' : `定在${spokenDay(day)}`}
        </Action>
      }
    >
      <Freshness of={view} />
      <FailureNotice failure={refused} />
      <Card title='调度批下来是哪一天'>
        <Facts
          rows={[
            ['用电地址', shown.address],
            ...(shown.scheme ? pointRows(pointsIn(shown.scheme)) : []),
            ['现在排在', outage.day ? spokenDay(outage.day) : '还没有排'],
          ]}
        />
        <DayField
          label='停电日子'
          value={day}
          from={outage.notBefore}
          onChange={setPicked}
          hint={`调度要提前一个月知道，最早${spokenDay(outage.notBefore)}`}
          error={early ? `太早了，最早${spokenDay(outage.notBefore)}` : null}
        />
      </Card>
    </Screen>
  )
}
