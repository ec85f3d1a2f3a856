import type { CaseView } from '@shared/contract/case'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { CasePhotos } from '../ui/CasePhotos'
import { Problem } from './Problem'

/** Every round that is over, oldest first, with its list and what was put right; the list being answered stands above, in its form. */
export const Rounds = ({ of: { id, rounds, actions } }: { of: CaseView }) =>
  rounds
    .filter(
      (round, index) => round.at !== null && !(actions.includes('requestInspection') && index === rounds.length - 1),
    )
    .map(({ round, requestedAt, at, problems }) => (
      <Card key={round} title={`第 ${round} 次检验`} aside={problems?.length ? `${problems.length} 处要改` : '合格'}>
        <Text className='block muted small numbers'>
          {spokenInstant(requestedAt)}报验，{spokenInstant(at!)}检验
        </Text>
        {(problems ?? []).map((problem, index) => (
          <Problem key={`${problem.item}${problem.what}`} caseId={id} number={index + 1} problem={problem}>
            {problem.remedy ? (
              <>
                <Text className='block strong gap'>已改好</Text>
                <CasePhotos caseId={id} pictures={problem.remedy} label={`第${index + 1}条，改好的样子`} />
              </>
            ) : null}
          </Problem>
        ))}
      </Card>
    ))
