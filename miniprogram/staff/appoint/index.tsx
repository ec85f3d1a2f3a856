import type { DayPart } from '@shared/contract/vocabulary'
import { spokenDay } from '@shared/time/spokenTime'
import { useRouter } from '@tarojs/taro'
import { openDays, openHalves, timeMissing } from '@/case/openTimes'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Notice } from '@/ui/Notice'
import { CaseFormScreen } from '../caseForm/CaseFormScreen'
import { useCaseForm } from '../caseForm/useCaseForm'
import { goBackToCase } from '../go'
import { SureAction } from '../ui/SureAction'
import '../staff.scss'

interface Time {
  day: string | null
  part: DayPart | null
}
const PARTS: Record<DayPart, string> = { morning: '上午', afternoon: '下午' }

const FORM = { action: 'appoint', title: '约的时间', page: 'appoint' } as const

/** 约时间: a day and a half of it, among those before the promised day. */
export default function Appoint() {
  const { id = '' } = useRouter().params
  const { form, change, ...of } = useCaseForm<Time, 'appoint'>(id, FORM, { day: null, part: null }, () =>
    goBackToCase(id),
  )
  const { shown } = of.view
  const what = shown?.status === 'accepted' ? '上门勘察' : '装表送电'
  const agreed = shown?.appointment
  const { day, part } = form

  const agree = () => {
    const task = shown?.status === 'accepted' ? 'visit' : 'energize'
    return of.send({ task, day: day!, part: part! })
  }
  return (
    <CaseFormScreen
      title='约时间'
      action='appoint'
      of={of}
      foot={
        <SureAction
          icon='calendar'
          missing={timeMissing(shown?.slots ?? [], day, part)}
          ask={null}
          yes='约好了'
          onSure={agree}
          busyText='正在提交…'
        >
          约好了
        </SureAction>
      }
    >
      {agreed ? <Notice text={`现在约的是${spokenDay(agreed.day)}${PARTS[agreed.part]}，重新选就改过来。`} /> : null}
      <Card>
        <Choice
          label={`哪天${what}`}
          options={openDays(shown?.slots ?? [])}
          value={day}
          onChange={(chosen) => change(() => ({ day: chosen }))}
        />
        <Choice
          label='上午还是下午'
          grid
          options={openHalves(day)}
          value={part}
          onChange={(chosen) => change(() => ({ part: chosen }))}
        />
      </Card>
      <Notice
        text={
          shown?.channel === 'online'
            ? '约好后用户会收到通知。请先打电话商量好。'
            : '这位用户没有手机收消息，请打电话或捎话说一声。'
        }
      />
    </CaseFormScreen>
  )
}
