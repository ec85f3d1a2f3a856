import type { TimeView } from '@shared/contract/details'
import { Text, View } from '@tarojs/components'
import { speak } from './speak'

const PARTIES = [
  { party: 'utility', name: '供电公司' },
  { party: 'customer', name: '您' },
  { party: 'thirdParty', name: '其他单位' },
] as const

/** How a party is called in front of the applicant. */
export const nameOfParty = (party: keyof TimeView['days']): string => PARTIES.find((one) => one.party === party)!.name

interface Props {
  days: TimeView['days']
  /** How the customer is called: by the applicant's own pages '您'. */
  customer?: string
}

/** 谁的时间: the working days since acceptance as one bar, by whose they were. */
export function TimeBar({ days, customer = '您' }: Props) {
  const shown = PARTIES.map(({ party, name }) => ({
    party,
    name: party === 'customer' ? customer : name,
    days: days[party],
  })).filter((one) => one.days > 0 || one.party !== 'thirdParty')
  const total = shown.reduce((sum, one) => sum + one.days, 0)
  const spoken = shown.map((one) => `${one.name}${one.days}个工作日`).join('，')
  return (
    <View {...speak('img', `受理以来，${spoken}`)}>
      <View className='whose__bar'>
        {total === 0 ? <View className='whose__part' /> : null}
        {shown.map((one) =>
          one.days > 0 ? (
            <View
              key={one.party}
              className={`whose__part whose__part--${one.party}`}
              style={{ width: `${(100 * one.days) / total}%` }}
            />
          ) : null,
        )}
      </View>
      {shown.map((one) => (
        <View key={one.party} className='whose__row'>
          <View className={`whose__key whose__part--${one.party}`} />
          <Text className='whose__name'>{one.name}</Text>
          <Text className='whose__days'>{one.days} 个工作日</Text>
        </View>
      ))}
    </View>
  )
}
