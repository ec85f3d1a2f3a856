import type { CaseView } from '@shared/contract/case'
import { spokenDay } from '@shared/time/spokenTime'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { goService } from '@/go'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Row } from '@/ui/Row'
import { appointedText, appointmentWords } from './appointment'
import { useCaseCommand } from './useCaseCommand'

interface Props {
  of: CaseView
  onDone: (view: CaseView) => void
}

/** The days there are to choose from. */
const choiceOf = (slots: string[]): string => {
  const [first, last] = [spokenDay(slots[0]!), spokenDay(slots[slots.length - 1]!)]
  return first === last ? `${first}，您挑上午或下午` : `${first}到${last}，您挑一天`
}

/** Whom to call, when they come, and the way to hurry them. */
export function ManagerCard({ of, onDone }: Props) {
  const { manager, appointment, actions, id } = of
  const urge = useCaseCommand(id, 'urge', onDone)
  const [urged, setUrged] = useState(false)
  const mayAppoint = actions.includes('appoint')
  if (!manager) return null
  return (
    <Card title='您的客户经理'>
      <Row
        icon='phone'
        text={manager.name}
        // A number is not broken over two lines, also in large type.
        note={`点一下拨打 ${manager.phone.replace(/-/g, '\u2011')}`}
        onTap={() => platform.dial(manager.phone)}
      />
      {mayAppoint ? (
        <Row
          icon='calendar'
          text={appointment ? appointedText(appointment) : `约${appointmentWords(of)}的时间`}
          note={appointment ? '点一下改时间' : choiceOf(of.slots)}
          onTap={() => goService('appoint', id)}
        />
      ) : appointment && of.status !== 'energized' ? (
        <Text className='block muted'>{appointedText(appointment)}</Text>
      ) : null}
      {actions.includes('urge') && of.next.who === 'utility' && !urged ? (
        <Action kind='quiet' icon='bell' busyText='正在催…' onTap={async () => setUrged(await urge.send({}))}>
          等急了？催一催
        </Action>
      ) : null}
      {urged ? <Notice text='催过了，客户经理和主管都收到了。' /> : null}
      <FailureNotice failure={urge.failure} />
    </Card>
  )
}
