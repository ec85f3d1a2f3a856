import type { StaffCaseView } from '@shared/contract/case'
import type { RoundView } from '@shared/contract/details'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { ProblemWords } from '../ui/ProblemWords'

function resultOf({ at, problems }: RoundView): string {
  if (at === null || problems === null) return '等检验'
  const result = problems.length === 0 ? '合格' : `${problems.length}处问题`
  return `${spokenInstant(at)}检验，${result}`
}

/** 竣工检验: every round with its list and what was put right; nothing of an earlier one disappears. */
export const Rounds = ({ of }: { of: StaffCaseView }) => (
  <Card title='竣工检验' aside={of.rounds.length > 1 ? `共${of.rounds.length}次` : undefined}>
    {of.rounds.map((round) => (
      <View key={round.round} className='round'>
        <Text className='strong block'>第{round.round}次</Text>
        <Text className='muted small block'>{spokenInstant(round.requestedAt)}报验</Text>
        <Text className='block'>{resultOf(round)}</Text>
        {round.problems?.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a written list never changes
          <ProblemWords key={index} caseId={of.id} problem={problem} number={index + 1} round={round.round} />
        ))}
      </View>
    ))}
  </Card>
)
