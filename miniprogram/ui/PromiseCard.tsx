import type { CaseCard } from '@shared/contract/case'
import { isClosed } from '@shared/flow/state'
import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { pressable } from './Row'
import { speak } from './speak'
import { standingLook } from './standing'

type Promised = Pick<
  CaseCard,
  'title' | 'address' | 'status' | 'dueDay' | 'promised' | 'end' | 'provisional' | 'energizedAt' | 'standing' | 'next'
>

/** What the card says largest: the day of power or of the stage before it, promised or done. */
function headline(
  { status, dueDay, promised, end, energizedAt }: Promised,
  own: boolean,
): { lead: string; when: string } {
  if (status === 'withdrawn') return { lead: '不再办理', when: '已撤回' }
  if (energizedAt !== null) return { lead: `已${end}`, when: spokenDay(beijingDay(energizedAt)) }
  if (dueDay !== null) return { lead: `承诺最晚${promised}`, when: spokenDay(dueDay) }
  const whose = own ? '现在是您的时间' : '现在是用户的时间'
  if (status === 'replied') return { lead: whose, when: '施工中' }
  if (status === 'remedying') return { lead: whose, when: '整改中' }
  return { lead: '已收到申请', when: '正在受理' }
}

interface Props {
  of: Promised
  /** Opens the case; absent on the case's own page. */
  onTap?: () => void
  /** The reader is the applicant. */
  own?: boolean
  children?: ReactNode
}

/** 承诺卡: by when there will be power. The date is the largest thing on its page. */
export function PromiseCard({ of, onTap, own = true, children }: Props) {
  const { lead, when } = headline(of, own)
  const { text, tone } = standingLook(of)
  const notes = [
    of.provisional && !isClosed(of.status) && '这一天暂定：放假安排还没公布，公布后可能提前也可能推后，会告诉您。',
    of.standing === 'paused' && '这段时间不占供电公司的承诺。',
  ].filter((note) => note !== false)
  const spoken = [of.title, text, of.address, lead + when, ...notes, of.next.what].join('，')
  return (
    <View
      className={`card promise promise--${tone}`}
      {...(onTap ? { onClick: onTap, ...speak('button', spoken), ...pressable(onTap) } : {})}
    >
      <View className='promise__top'>
        <Text>{of.title}</Text>
        <Text className='promise__state'>{text}</Text>
      </View>
      <Text className='promise__where'>{of.address}</Text>
      <Text className='promise__lead'>{lead}</Text>
      <Text className='promise__when'>{when}</Text>
      {notes.map((note) => (
        <Text key={note} className='promise__note'>
          {note}
        </Text>
      ))}
      <View className='promise__row'>
        <Text className='promise__what'>{of.next.what}</Text>
        {onTap ? <Icon name='next' className='muted' /> : null}
      </View>
      {children}
    </View>
  )
}
