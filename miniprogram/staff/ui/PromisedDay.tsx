import type { StaffCaseView } from '@shared/contract/case'
import { spokenDay } from '@shared/time/spokenTime'
import { Text } from '@tarojs/components'

/** What is promised after a step that was just recorded; a day that has passed already is not shown as if it were kept. */
export function PromisedDay({ of: { dueDay, promised, provisional, standing } }: { of: StaffCaseView }) {
  if (dueDay === null) return null
  const late = standing === 'overdue'
  return (
    <>
      <Text className='done__lead'>承诺最晚{promised}</Text>
      <Text className={`done__day ${late ? 'done__day--late' : ''}`}>{spokenDay(dueDay, provisional)}</Text>
      {late ? <Text className='strong block'>已经超时，请马上接着办</Text> : null}
    </>
  )
}
