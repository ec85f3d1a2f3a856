import type { StaffCaseView } from '@shared/contract/case'
import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/wording'
import { Card } from '@/ui/Card'
import { Choice, type Option } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { picturesIn } from '../sheet/Sheet'
import type { OpenSheet } from '../sheet/useSheet'
import { TakePictures } from '../ui/TakePictures'

const POSITIONS = {
  low: ['进门左侧墙面', '进门右侧墙面', '楼道表箱', '一楼集中表箱', '院墙外侧', '屋檐下外墙'],
  high: ['配电房计量柜', '箱式变电站计量柜', '用户围墙外计量箱', '电杆上计量箱'],
}

interface Props {
  open: OpenSheet<'visit'>
  of: StaffCaseView
}

/** 现场勘察: the line, which decides the promise, and where the meter goes. */
export function Survey({ open, of }: Props) {
  const { entry } = open.sheet
  const { promise, customerClass } = of
  const high = customerClass === 'hvSingle' || customerClass === 'hvDual'
  const change = (to: Partial<typeof entry>) => {
    // A signature stands under what was agreed on, and nothing else.
    open.removePictures((slot) => slot === 'signature')
    open.edit(() => to)
  }
  const line = entry.externalLine === null ? null : entry.externalLine ? ('yes' as const) : ('no' as const)
  return (
    <>
      <Card className='snug' title='要不要架设外部线路'>
        <Choice
          label={promise?.earlierDay ? '这一项决定承诺的日子' : '到现场看过再选'}
          options={lineOptions(of)}
          value={line}
          onChange={(answer) => change({ externalLine: answer === 'yes' })}
        />
      </Card>
      <Card className='snug-last' title='电表装在哪里'>
        <Choice
          label='和用户商量好的位置'
          grid
          options={POSITIONS[high ? 'high' : 'low'].map((position) => ({ value: position, text: position }))}
          value={entry.meterPosition}
          onChange={(meterPosition) => change({ meterPosition })}
        />
        <Field
          label='位置说明'
          value={entry.meterPosition}
          onChange={(meterPosition) => change({ meterPosition })}
          maxLength={100}
          placeholder='点上面选，也可以自己写'
        />
      </Card>
    </>
  )
}

/** 现场照片: the place, and where the meter will be. */
export const SitePictures = ({ open }: Pick<Props, 'open'>) => (
  <Card className='snug' title='现场照片' aside='可以不拍'>
    <TakePictures
      of='现场照片'
      named
      pictures={picturesIn(open.sheet, 'site')}
      onAdd={(picture) => open.addPicture('site', 'site', picture)}
      onRemove={(key) => open.removePictures((_, other) => other === key)}
    />
  </Card>
)

export const SurveyNote = ({ open: { sheet, edit } }: Pick<Props, 'open'>) => (
  <Card className='snug' title='备注'>
    <Field
      label='可以不写，只给办事的人看'
      value={sheet.entry.note}
      onChange={(note) => edit(() => ({ note }))}
      tall
      maxLength={300}
      placeholder='例如：从3号杆引下，需带梯子'
    />
  </Card>
)

/** Both answers, each with the day it leads to; at high voltage the line does not move the day. */
function lineOptions({ promise, promised }: StaffCaseView): Option<'yes' | 'no'>[] {
  const today = beijingDay(Date.now())
  const by = (day: string) => `承诺最晚${spokenDay(day)}${promised}${day < today ? '，已经超时' : ''}`
  const days = promise?.earlierDay ? { no: by(promise.earlierDay), yes: by(promise.dueDay) } : null
  return [
    { value: 'no', text: '不要架线，直接装表', note: days?.no },
    { value: 'yes', text: '要架设外部线路', note: days?.yes },
  ]
}
