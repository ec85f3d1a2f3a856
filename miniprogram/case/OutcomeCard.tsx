import type { CaseView } from '@shared/contract/case'
import { shownDay, spokenDay } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'

/** 承诺与实际, once the power is on. */
export const OutcomeCard = ({ outcome }: { outcome: NonNullable<CaseView['outcome']> }) => (
  <Card title='说到做到了吗'>
    <Facts
      rows={[
        ['承诺', `最晚 ${spokenDay(outcome.promisedDay)}`],
        ['实际', `${spokenDay(shownDay(outcome.energizedAt))}，用了 ${outcome.workingDaysUsed} 个工作日`],
      ]}
    />
    <View className='gap'>
      <Text className='strong'>
        {outcome.kept ? '按时通电，承诺兑现。' : '晚了，对不起。原因会写进这件申请的记录。'}
      </Text>
    </View>
  </Card>
)
