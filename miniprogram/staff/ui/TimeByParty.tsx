import type { TimeView } from '@shared/contract/details'
import { shortDay } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { speak } from '@/ui/speak'

const PARTIES = [
  { party: 'utility', name: '供电公司' },
  { party: 'customer', name: '用户' },
  { party: 'thirdParty', name: '第三方' },
] as const
const NAME = Object.fromEntries(PARTIES.map(({ party, name }) => [party, name]))

/** 谁的时间: working days since acceptance by whose they were, and each stop of the clock with its reason and proof. */
export function TimeByParty({ time: { days, stops } }: { time: TimeView }) {
  const total = PARTIES.reduce((sum, { party }) => sum + days[party], 0)
  const shown = PARTIES.filter(({ party }) => party !== 'thirdParty' || days[party] > 0)
  const words = shown.map(({ party, name }) => `${name}${days[party]}天`).join('，')
  return (
    <Card title='谁的时间' aside='工作日'>
      <View {...speak('img', words)}>
        {total > 0 ? (
          <View className='parties'>
            {shown
              .filter(({ party }) => days[party] > 0)
              .map(({ party }) => (
                <View
                  key={party}
                  className={`parties__part parties__part--${party}`}
                  style={{ flexGrow: days[party] }}
                />
              ))}
          </View>
        ) : null}
        <View className='parties__names'>
          {shown.map(({ party, name }) => (
            <View key={party} className='parties__name'>
              <View className={`parties__dot parties__part--${party}`} />
              <Text>
                {name} {days[party]}天
              </Text>
            </View>
          ))}
        </View>
      </View>
      {stops.map(({ party, title, from, to, evidence }) => (
        <View key={`${from}-${title}`} className='stop'>
          <Text className='block'>
            {title} · {NAME[party]}
          </Text>
          <Text className='stop__note'>
            {shortDay(from)}起{to ? `，${shortDay(to)}止` : '，还在停'}
            {evidence ? `。凭据：${evidence}` : ''}
          </Text>
        </View>
      ))}
    </Card>
  )
}
