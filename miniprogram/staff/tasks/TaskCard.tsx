import type { TaskRow } from '@shared/contract/case'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import type { Entry } from '@/outbox/Entry'
import { entriesAbout, isStored } from '@/outbox/entries'
import { useKept } from '@/outbox/storage'
import { Icon, type IconName } from '@/ui/Icon'
import { pressable } from '@/ui/Row'
import { speak } from '@/ui/speak'

const ICON: Record<TaskRow['kind'], IconName> = {
  accept: 'user',
  visit: 'camera',
  reply: 'paper',
  review: 'pen',
  inspect: 'check',
  energize: 'bolt',
  outage: 'calendar',
  newDay: 'clock',
  contact: 'phone',
  complaint: 'bell',
  confirmTime: 'clock',
}
const TONE: Partial<Record<TaskRow['standing'], string>> = { overdue: 'task--overdue', dueSoon: 'task--soon' }

/** How much time is left, said in words: colour only repeats it. */
function timeLeft({ standing, workingDaysLeft }: Pick<TaskRow, 'standing' | 'workingDaysLeft'>): string {
  if (standing === 'overdue') return workingDaysLeft < 0 ? `超时${-workingDaysLeft}个工作日` : '已超时'
  return workingDaysLeft === 0 ? '今天到期' : `还剩${workingDaysLeft}个工作日`
}

/** How what was handed in in the field stands. */
function stateOf(entry: Entry): string {
  if (entry.refusal) return `${entry.title}没有提交成功，请打开核对`
  return isStored(entry)
    ? `${entry.title}已存在手机里，有网后自动提交`
    : `手机存不下${entry.title}，请不要关掉这一页，连上网再提交`
}

const PRESSING = { complained: '用户投诉了，还没有答复', urged: '用户催过办' } as const

interface Props {
  task: TaskRow
  onTap: () => void
}

/** 待办: what to do next, for whom, where, and by when. */
export function TaskCard({ task, onTap }: Props) {
  const { promised, dueDay } = task
  const { day, provisional } = promised ?? { day: dueDay, provisional: task.provisional }
  const due = `最晚${spokenDay(day)}`
  // A day of the step's own is not taken for the case's.
  const step = day === dueDay ? null : `这一步最晚${spokenDay(dueDay)}`
  const about = [promised?.what, provisional || task.provisional ? '日期暂定' : null, step].filter(Boolean).join('，')
  const left = timeLeft(task)
  const kept = useKept(() => entriesAbout('staff', task.caseId).map(stateOf)[0] ?? null)
  const pressing = task.pressing && PRESSING[task.pressing]
  const spoken = [task.title, left, due, about, `${task.caseTitle} · ${task.address}`, pressing, kept]
    .filter(Boolean)
    .join('，')
  return (
    <View
      className={`card task ${TONE[task.standing] ?? ''}`}
      onClick={onTap}
      {...speak('button', spoken)}
      {...pressable(onTap)}
    >
      <View className='task__head'>
        <Icon name={ICON[task.kind]} className='task__icon' />
        <Text className='task__title'>{task.title}</Text>
        <Text className='task__left'>{left}</Text>
      </View>
      <Text className='task__due'>{due}</Text>
      {about ? <Text className='task__where strong'>{about}</Text> : null}
      <Text className='task__where'>
        {task.caseTitle} · {task.address}
      </Text>
      {pressing ? <Text className='task__kept'>{pressing}</Text> : null}
      {kept ? <Text className='task__kept'>{kept}</Text> : null}
    </View>
  )
}
