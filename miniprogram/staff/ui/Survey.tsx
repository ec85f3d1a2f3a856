import type { PromiseView } from '@shared/contract/case'
import { spokenDay } from '@shared/wording'
import { Card } from '@/ui/Card'
import { Choice, type Option } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import type { Sheet } from '../sheet/Sheet'

const POSITIONS = ['进门左侧墙面', '进门右侧墙面', '楼道表箱', '一楼集中表箱', '院墙外侧', '屋檐下外墙']

interface Props {
  sheet: Sheet
  promise: PromiseView | null
  edit: (change: Partial<Pick<Sheet, 'externalLine' | 'meterPosition' | 'note'>>) => void
}

/** 现场勘查: the line, which decides the promise, and where the meter goes. */
export const Survey = ({ sheet, promise, edit }: Props) => (
  <>
    <Card className='snug' title='要不要架设外部线路'>
      <Choice
        label='这一项决定承诺的日子'
        options={lineOptions(promise)}
        value={sheet.externalLine === null ? null : sheet.externalLine ? 'yes' : 'no'}
        onChange={(answer) => edit({ externalLine: answer === 'yes' })}
      />
    </Card>
    <Card className='snug-last' title='电表装在哪里'>
      <Choice
        label='和用户商量好的位置'
        grid
        options={POSITIONS.map((position) => ({ value: position, text: position }))}
        value={sheet.meterPosition}
        onChange={(meterPosition) => edit({ meterPosition })}
      />
      <Field
        label='位置说明'
        value={sheet.meterPosition}
        onChange={(meterPosition) => edit({ meterPosition })}
        maxLength={100}
        placeholder='点上面选，也可以自己写'
      />
    </Card>
  </>
)

export const SurveyNote = ({ sheet, edit }: Omit<Props, 'promise'>) => (
  <Card className='snug' title='备注'>
    <Field
      label='没有可以不写，只给办事的人看'
      value={sheet.note}
      onChange={(note) => edit({ note })}
      tall
      maxLength={300}
      placeholder='例如：从3号杆引下，需带梯子'
    />
  </Card>
)

/** Both answers with the day each leads to. */
function lineOptions(promise: PromiseView | null): Option<'yes' | 'no'>[] {
  const without = promise?.earlierDay ?? null
  const by = (day: string | null) => (day ? `承诺最晚${spokenDay(day)}通电` : undefined)
  return [
    { value: 'no', text: '不要架线，直接装表', note: by(without) },
    { value: 'yes', text: '要架设外部线路', note: by(promise?.dueDay ?? null) },
  ]
}
