import type { CaseView } from '@shared/contract/case'
import { isClosed } from '@shared/flow/state'
import { REGULATOR } from '@shared/rules/hotlines'
import { NOT_NEEDED } from '@shared/rules/notNeeded'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { goService } from '@/go'
import { Action } from '@/ui/Action'
import { PromiseCard } from '@/ui/PromiseCard'

/** The promise on its own page: what may still move it, what to do once it is broken, and the way to its reasons. */
export function PromisedCard({ of }: { of: CaseView }) {
  const { id, promise, status } = of
  const running = !isClosed(status)
  const note = running ? noteOf(of) : null
  return (
    <PromiseCard of={of}>
      {running ? <Text className='promise__note'>{NOT_NEEDED}。</Text> : null}
      {of.missed ? (
        <Text className='promise__note'>
          {newDayOf(of.missed)}不满意也可以打 {REGULATOR}（能源监管热线）。
        </Text>
      ) : null}
      {note ? <Text className='promise__note'>{note}</Text> : null}
      {promise && status !== 'withdrawn' ? (
        <View className='gap'>
          <Action kind='plain' icon='calendar' onTap={() => goService('why', id)}>
            {running ? '为什么是这一天' : '承诺的日子怎么算的'}
          </Action>
        </View>
      ) : null}
      {of.scheme && status === 'replied' ? (
        <View className='gap'>
          <Action kind='plain' icon='paper' onTap={() => goService('scheme', id)}>
            看供电方案
          </Action>
        </View>
      ) : null}
    </PromiseCard>
  )
}

/** The new day as the manager said it, or by when they do. */
function newDayOf(missed: NonNullable<CaseView['missed']>): string {
  const { newDay, newDayBy } = missed
  return newDay
    ? `新的日子是${spokenDay(newDay.day)}，因为${newDay.because}。`
    : `客户经理最晚${spokenDay(newDayBy)}告诉您新的日子。`
}

function noteOf({ promise, status, standing, road, outage, dueDay, end }: CaseView): string | null {
  if (standing === 'overdue') return '过了承诺的日子，对不起。您可以在下面催一催，也可以投诉，主管会答复您。'
  if (status === 'submitted') {
    const step = road.flatMap(({ steps }) => steps).find(({ key }) => key === 'accepted')
    return step?.plannedDay ? `最晚${spokenDay(step.plannedDay, step.provisional)}受理，受理后告诉您哪天${end}。` : null
  }
  const off = outage && (outage.day ?? outage.notBefore)
  if (off && dueDay && off > dueDay)
    return `接火要停一次电，最早${spokenDay(off)}停得了。承诺的日子不变，晚了算供电公司的。`
  if (!promise?.earlierDay) return null
  const day = spokenDay(promise.earlierDay, promise.earlierProvisional)
  return promise.earlierPassed
    ? `${day}已经过了，还没上门勘察。如果不用架外线，就是供电公司晚了。`
    : `上门勘察后，如果不用架外线，会提前到${day}。`
}
