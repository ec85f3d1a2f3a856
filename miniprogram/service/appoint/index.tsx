import type { CaseView } from '@shared/contract/case'
import type { DayPart } from '@shared/contract/vocabulary'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { appointedText, appointmentTask, appointmentWords } from '@/case/appointment'
import { CaseScreen } from '@/case/CaseScreen'
import { notNow } from '@/case/notNow'
import { openDays, openHalves, timeMissing } from '@/case/openTimes'
import { useCaseCommand } from '@/case/useCaseCommand'
import { goBack } from '@/go'
import { Action } from '@/ui/Action'
import { Choice } from '@/ui/Choice'
import { FailureNotice, Notice } from '@/ui/Notice'
import { heading } from '@/ui/speak'

/** 约时间: a day out of those that keep the promise, and which half of it. */
export default function Appoint() {
  return (
    <CaseScreen title='约时间'>
      {(of, replace) =>
        of.actions.includes('appoint') ? (
          <Slots of={of} onDone={replace} />
        ) : (
          <Notice text={notNow(of, '现在没有要约的时间。轮到上门时会告诉您。')} />
        )
      }
    </CaseScreen>
  )
}

function leadOf({ standing, slots, dueDay }: CaseView): string {
  if (standing === 'overdue') return '已经过了承诺的日子，对不起。请挑最近方便的一天，客户经理会照您选的来。'
  // A line has to be switched off first.
  if (dueDay && slots[0]! > dueDay) return '接火要停一次电，最早这几天，比承诺的日子晚，对不起。客户经理会照您选的来。'
  return '这几天都在承诺之内，客户经理会照您选的来。'
}

function Slots({ of, onDone }: { of: CaseView; onDone: (view: CaseView) => void }) {
  const { id, slots, appointment } = of
  const { send, failure, waiting } = useCaseCommand(id, 'appoint', onDone)
  const [day, setDay] = useState(appointment?.day ?? null)
  const [part, setPart] = useState<DayPart | null>(appointment?.part ?? null)
  const agree = async () => {
    if (day && part && (await send({ task: appointmentTask(of), day, part }))) await goBack()
  }
  if (waiting) return null
  return (
    <>
      {appointment ? <Notice text={`已经${appointedText(appointment)}。要改，在下面重新选。`} /> : null}
      <Text className='headline' {...heading()}>
        哪天方便{appointmentWords(of)}？
      </Text>
      <Text className='lead'>{leadOf(of)}</Text>
      <Choice label='哪一天' options={openDays(slots)} value={day} onChange={setDay} />
      <Choice label='上午还是下午' grid options={openHalves(day)} value={part} onChange={setPart} />
      <FailureNotice failure={failure} />
      <Action missing={timeMissing(slots, day, part)} busyText='正在约…' onTap={agree}>
        就这个时间
      </Action>
    </>
  )
}
