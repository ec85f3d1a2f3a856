import type { StaffCaseView } from '@shared/contract/case'
import { isClosed } from '@shared/flow/state'
import { shownDay, spokenDay } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { nextForStaff } from './nextForStaff'
import { staffStanding } from './staffStanding'

/** What stands largest: the day of what is promised next, or whose time it is meanwhile. */
function headline({ status, time, dueDay, promised, energizedAt }: StaffCaseView): { lead: string; when: string } {
  if (status === 'withdrawn') return { lead: '不再办理', when: '已撤回' }
  if (energizedAt !== null) return { lead: '已通电', when: spokenDay(shownDay(energizedAt)) }
  if (time?.pause) return { lead: `${time.pause.title}，承诺的时间停着`, when: '等用户报验' }
  if (dueDay !== null) return { lead: `承诺最晚${promised}`, when: spokenDay(dueDay) }
  return { lead: '已收到申请', when: '今天受理' }
}

/** 承诺卡 as staff read it: by when, how it stands, and what they do next. */
export function StaffPromise({ of }: { of: StaffCaseView }) {
  const { lead, when } = headline(of)
  const { text, tone } = staffStanding(of)
  const since = of.time?.pause ? `从${spokenDay(shownDay(of.time.pause.since))}起` : null
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
        <Text className='promise__note'>这一天暂定：放假安排公布后可能调整，日子有变会通知用户。</Text>
      ) : null}
      <Text className='promise__next'>{nextForStaff(of)}</Text>
    </View>
  )
}
