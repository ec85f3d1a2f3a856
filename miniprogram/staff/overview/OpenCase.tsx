import type { ResponseOf } from '@shared/contract'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { Icon } from '@/ui/Icon'
import { pressable } from '@/ui/Row'
import { speak } from '@/ui/speak'
import { standingLook } from '@/ui/standing'
import { nextForStaff } from '../ui/nextForStaff'

type OverviewCase = ResponseOf<'staff', 'overview'>['cases']['rows'][number]

interface Props {
  of: OverviewCase
  open: () => void
  openLedger: () => void
}

/** One case of the board: a card on a phone, a line on a desk. */
export function OpenCase({ of, open, openLedger }: Props) {
  // The words of the applicant's pages say whose turn it is to the applicant; here it is the other way round.
  const { text, tone } = of.standing === 'paused' ? { text: '等用户', tone: 'paused' } : standingLook(of)
  const due = of.dueDay ? `最晚${spokenDay(of.dueDay, of.provisional)}` : of.standing === 'paused' ? '不计时' : '待受理'
  const manager = `客户经理${of.managerName ?? '未分派'}`
  const next = nextForStaff(of)
  return (
    <View className={`line line--${tone}`}>
      <View
        className='line__main'
        onClick={open}
        {...speak('button', [due, text, `${of.title} · ${of.district}`, of.address, manager, next].join('，'))}
        {...pressable(open)}
      >
        <View className='line__when'>
          <Text className='line__due'>{due}</Text>
          <Text className='line__standing'>{text}</Text>
        </View>
        <View className='line__where'>
          <Text className='block'>
            {of.title} · {of.district}
          </Text>
          <Text className='line__address'>{of.address}</Text>
        </View>
        <View className='line__who'>
          <Text className='block'>{manager}</Text>
          <Text className='line__next'>{next}</Text>
        </View>
      </View>
      <View
        className='line__ledger'
        onClick={openLedger}
        {...speak('button', `看${of.title}，${of.address}的台账`)}
        {...pressable(openLedger)}
      >
        <Text>台账</Text>
        <Icon name='next' />
      </View>
    </View>
  )
}
