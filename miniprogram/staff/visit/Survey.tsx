import type { StaffCaseView } from '@shared/contract/case'
import { Text } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
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

/**
 * 现场勘察: whether a line is needed, and where the meter goes. Which answer leads to which day is not said here: the place decides.
 */
export function Survey({ open, of }: Props) {
  const { entry } = open.sheet
  const { customerClass } = of
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
          label='到现场看过再选'
          options={[
            { value: 'no', text: '不要架线，直接装表' },
            { value: 'yes', text: '要架设外部线路', note: '要拍线路经过的地方' },
          ]}
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

/** 现场照片: the place, and where the meter will be; with an external line, where it must go. */
export const SitePictures = ({ open }: Pick<Props, 'open'>) => (
  <Card className='snug' title='现场照片' aside={open.sheet.entry.externalLine ? '至少一张' : '可以不拍'}>
    {open.sheet.entry.externalLine ? <Text className='block'>拍线路从哪里引、要经过哪里。</Text> : null}
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
