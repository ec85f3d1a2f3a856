import type { Outcome } from '@shared/contract/case'
import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'

type Rows = Parameters<typeof Facts>[0]['rows']

const rowsOf = (
  { promisedDay, workingDaysUsed }: Pick<Outcome, 'promisedDay' | 'workingDaysUsed'>,
  at: number,
): Rows => [
  ['承诺', `最晚 ${spokenDay(promisedDay)}`],
  ['实际', `${spokenDay(beijingDay(at))}，用了 ${workingDaysUsed} 个工作日`],
]

/** 承诺与实际, once the power is on: stage by stage where there were several. */
export const OutcomeCard = ({ outcome, end }: { outcome: Outcome; end: string }) => {
  const { stages, energizedAt, kept } = outcome
  return (
    <Card title='说到做到了吗'>
      {stages.length > 1 ? (
        stages.map((stage) => (
          <View key={stage.title} className='mat'>
            <View className='mat__head'>
              <Text className='mat__title'>{stage.title}</Text>
              <Text className={`mat__state ${stage.kept ? '' : 'mat__state--wanted'}`}>
                {stage.kept ? '按时' : '晚了'}
              </Text>
            </View>
            <Facts rows={rowsOf(stage, stage.doneAt)} />
          </View>
        ))
      ) : (
        <Facts rows={rowsOf(outcome, energizedAt)} />
      )}
      <View className='gap'>
        {stages.length > 1 ? (
          <Text className='block muted'>
            供电公司一共用了 {outcome.workingDaysUsed} 个工作日。您施工、整改的时间不算在内。
          </Text>
        ) : null}
        <Text className='strong'>
          {kept ? `按时${end}，承诺兑现。` : '晚了，对不起。您可以在下面投诉，主管会答复您。'}
        </Text>
      </View>
    </Card>
  )
}
