import type { TaskRow } from '@shared/contract/case'
import { spokenDay } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { Icon, type IconName } from '@/ui/Icon'
import { pressable } from '@/ui/Row'
import { speak } from '@/ui/speak'
import { kindOf } from '../sheet/kinds'
import type { Sheet } from '../sheet/Sheet'

const ICON: Record<TaskRow['kind'], IconName> = {
  accept: 'user',
  visit: 'camera',
  reply: 'paper',
  review: 'pen',
  inspect: 'check',
  energize: 'bolt',
  outage: 'calendar',
  complaint: 'bell',
}
const TONE: Partial<Record<TaskRow['standing'], string>> = { overdue: 'task--overdue', dueSoon: 'task--soon' }

/** How much time is left, said in words: colour only repeats it. */
function timeLeft({ standing, workingDaysLeft }: Pick<TaskRow, 'standing' | 'workingDaysLeft'>): string {
  if (standing === 'overdue') return workingDaysLeft < 0 ? `超时${-workingDaysLeft}个工作日` : '已超时'
  return workingDaysLeft === 0 ? '今天到期' : `还剩${workingDaysLeft}个工作日`
}

/** How what was written down in the field stands; nothing to say while it is only begun. */
function stateOf({ action, sending, refusal }: Sheet): string | null {
  const name = kindOf(action).title
  if (sending) return `${name}已存在手机里，有网后自动提交`
  return refusal ? `${name}没有提交成功，请打开核对` : null
}

const PRESSING = { complained: '用户投诉了，还没有答复', urged: '用户催过办' } as const

interface Props {
  task: TaskRow
  /** The sheets of this case that are on the phone. */
  sheets: Sheet[]
  onTap: () => void
}

/** 待办: what to do next, for whom, where, and by when. */
export function TaskCard({ task, sheets, onTap }: Props) {
  const { promised, dueDay } = task
  const due = promised && `最晚${spokenDay(promised.day, promised.provisional)}${promised.what}`
  const step = promised?.day === dueDay ? null : `这一步最晚${spokenDay(dueDay, task.provisional)}`
  const left = timeLeft(task)
  const kept = sheets.map(stateOf).find((words) => words !== null) ?? null
  const pressing = task.pressing && PRESSING[task.pressing]
  const spoken = [task.title, due, step, left, pressing, task.caseTitle, task.address, kept].filter(Boolean).join('，')
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
      {due ? <Text className='task__due'>{due}</Text> : null}
      {step ? <Text className='task__due'>{step}</Text> : null}
      <Text className='task__where'>
        {task.caseTitle} · {task.address}
      </Text>
      {pressing ? <Text className='task__kept'>{pressing}</Text> : null}
      {kept ? <Text className='task__kept'>{kept}</Text> : null}
    </View>
  )
}
