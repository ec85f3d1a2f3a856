import type { StaffCaseView } from '@shared/contract/case'
import { isClosed } from '@shared/flow/state'
import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { nextForStaff } from '../ui/nextForStaff'
import { staffStanding } from './staffStanding'

const stepNow = ({ road }: StaffCaseView) => road.flatMap(({ steps }) => steps).find(({ state }) => state === 'now')

/** What stands largest: the day of what is promised next, or whose time it is meanwhile. */
function headline(of: StaffCaseView): { lead: string; when: string } {
  const { status, time, dueDay, promised, end, energizedAt } = of
  if (status === 'withdrawn') return { lead: '不再办理', when: '已撤回' }
  if (energizedAt !== null) return { lead: `已${end}`, when: spokenDay(beijingDay(energizedAt)) }
  if (time?.pause) return { lead: `${time.pause.title}，承诺的时间停着`, when: '等用户报验' }
  if (dueDay !== null) return { lead: `承诺最晚${promised}`, when: spokenDay(dueDay) }
  const acceptance = stepNow(of)
  return acceptance?.plannedDay
    ? { lead: '最晚受理', when: spokenDay(acceptance.plannedDay, acceptance.provisional) }
    : { lead: '已收到申请', when: '今天受理' }
}

/** The day of the step that is on, where it comes before the promised one: the list goes by it. */
function stepDay(of: StaffCaseView): string {
  const step = stepNow(of)
  if (!step?.plannedDay || !of.dueDay || step.plannedDay >= of.dueDay) return ''
  return `。这一步最晚${spokenDay(step.plannedDay, step.provisional)}`
}

/** 承诺卡 as staff read it: by when, how it stands, and what they do next. */
export function StaffPromise({ of }: { of: StaffCaseView }) {
  const { lead, when } = headline(of)
  const { text, tone } = staffStanding(of)
  const since = of.time?.pause ? `从${spokenDay(beijingDay(of.time.pause.since))}起` : null
  return (
    <View className={`card promise promise--${tone}`}>
      <View className='promise__top'>
        <Text>{of.title}</Text>
        <Text className='promise__state'>{text}</Text>
      </View>
      <Text className='promise__where'>{of.address}</Text>
      <Text className='promise__lead'>{lead}</Text>
      <Text className='promise__when'>{when}</Text>
      {since ? <Text className='promise__note'>{since}</Text> : null}
      {of.provisional && !isClosed(of.status) ? (
        <Text className='promise__note'>这一天暂定：放假安排还没公布，公布后可能提前也可能推后，会通知用户。</Text>
      ) : null}
      <Text className='promise__next'>
        {nextForStaff(of)}
        {stepDay(of)}
      </Text>
    </View>
  )
}
