import { type AnomalyCode, anomalyCauses } from '@shared/rules/anomalies'
import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { goBack } from '@/go'
import { handIn } from '@/outbox/handIn'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Facts } from '@/ui/Facts'
import { Freshness } from '@/ui/Freshness'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { DayField } from '../ui/DayField'
import { SureAction } from '../ui/SureAction'
import { useStaffCase } from '../ui/useStaffCase'
import '../staff.scss'

/** 新的日子: what was promised is late; by when it is done now, and what held it up. */
export default function NewDay() {
  const { id = '' } = useRouter().params
  const view = useStaffCase(id)
  const [day, setDay] = useState<string | null>(null)
  const [cause, setCause] = useState<AnomalyCode | null>(null)
  const [refused, setRefused] = useState<Failure | null>(null)
  const { shown } = view
  if (!shown)
    return (
      <Screen title='新的日子'>
        <Freshness of={view} />
        {view.loading ? <Skeleton lines={4} /> : null}
      </Screen>
    )
  const { missed } = shown
  if (!missed || !shown.actions.includes('giveNewDay'))
    return (
      <Screen title='新的日子' foot={<Action onTap={goBack}>返回案件</Action>}>
        <Notice title='现在不用给新的日子' text='没有超过承诺的日子，或者已经告诉用户了。' />
      </Screen>
    )
  const send = async () => {
    setRefused(null)
    try {
      const { version } = shown
      const said = { id, version, day: day!, cause: cause! }
      view.replace(await handIn('staff', 'giveNewDay', said, { intention: `giveNewDay:${id}`, title: '新的日子' }))
      await goBack()
    } catch (thrown) {
      const failure = asFailure(thrown)
      setRefused(failure)
      if (failure.code === 'CASE_CHANGED') await view.reload()
    }
  }
  return (
    <Screen
      title='新的日子'
      foot={
        <SureAction
          icon='check'
          missing={day === null ? '请先选日子' : cause === null ? '请选原因' : null}
          ask={`马上告诉用户：最晚${day ? spokenDay(day) : ''}。发出后不能改，确认？`}
          yes='告诉用户'
          onSure={send}
          busyText='正在发…'
        >
          告诉用户
        </SureAction>
      }
    >
      <Freshness of={view} />
      <FailureNotice failure={refused} />
      <Card title='哪一天一定办好'>
        <Facts
          rows={[
            ['用电地址', shown.address],
            ['承诺的日子', `${spokenDay(missed.dueDay)}，已经过了`],
            ['最晚告诉用户', spokenDay(missed.newDayBy)],
          ]}
        />
        <DayField
          label='新的日子'
          value={day}
          from={beijingDay(Date.now())}
          onChange={setDay}
          hint='选一定做得到的一天，用户会一直看到'
          error={null}
        />
      </Card>
      <Card title='什么原因' aside='用户会看到'>
        <Choice
          label='什么原因'
          options={anomalyCauses.map(({ code, title }) => ({ value: code, text: title }))}
          value={cause}
          onChange={setCause}
        />
      </Card>
    </Screen>
  )
}
