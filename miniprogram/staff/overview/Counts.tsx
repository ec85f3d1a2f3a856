import type { ResponseOf } from '@shared/contract'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { speak } from '@/ui/speak'
import { Away } from './Away'

type Overview = ResponseOf<'staff', 'overview'>
type Count = Overview['counts'][number]
type Column = [customerClass: Count['customerClass'], title: string]
type Stage = [status: Count['status'], title: string]

const LOW: Column[] = [
  ['resident', '居民'],
  ['lowVoltage', '小微企业'],
]
const HIGH: Column[] = [
  ['hvSingle', '单电源'],
  ['hvDual', '双电源'],
]
const LOW_STAGES: Stage[] = [
  ['submitted', '待受理'],
  ['accepted', '待勘察'],
  ['surveyed', '待送电'],
]
const HIGH_STAGES: Stage[] = [
  ['submitted', '待受理'],
  ['accepted', '待勘察'],
  ['planning', '待答复方案'],
  ['inspecting', '待检验'],
  ['passed', '待送电'],
]
/** The customer's own time: no clock of ours runs. */
const WAITING: Stage[] = [
  ['replied', '施工、报验'],
  ['remedying', '整改'],
]

const openOf = (counts: Count[], statuses: Stage[], columns: Column[]): number =>
  counts
    .filter(
      ({ customerClass, status }) =>
        statuses.some(([one]) => one === status) && columns.some(([one]) => one === customerClass),
    )
    .reduce((sum, { open }) => sum + open, 0)

/** Cases in which it is the customer's turn and nothing runs out. */
export const waitingOf = (counts: Count[]): number => openOf(counts, WAITING, HIGH)

/** 在办 by class and stage: low voltage, and high voltage with what runs apart from what waits for the customer. */
export function Counts({ counts, away }: Pick<Overview, 'counts' | 'away'>) {
  const waiting = waitingOf(counts)
  return (
    <View className='columns'>
      <View className='columns__column'>
        <Card title='低压在办' aside={`共${openOf(counts, LOW_STAGES, LOW)}件`}>
          <Table label='低压各环节的件数' counts={counts} columns={LOW} parts={[{ stages: LOW_STAGES }]} />
        </Card>
        <Away away={away} />
      </View>
      <View className='columns__column'>
        <Card title='高压在办' aside={`共${openOf(counts, HIGH_STAGES, HIGH) + waiting}件`}>
          <Table
            label='高压各环节的件数'
            counts={counts}
            columns={HIGH}
            parts={[{ stages: HIGH_STAGES }, { title: '等用户，不计时', stages: WAITING }]}
          />
          <Text className='muted small block gap'>35千伏及以上算在双电源里。</Text>
        </Card>
      </View>
    </View>
  )
}

interface TableProps {
  label: string
  counts: Count[]
  columns: Column[]
  parts: { title?: string; stages: Stage[] }[]
}

/** Stages down, classes across: three columns stay readable on a phone, also in large type. */
const Table = ({ label, counts, columns, parts }: TableProps) => (
  <View className='counts' {...speak('table', label)}>
    <View className='counts__row counts__row--head' {...speak('row')}>
      <Text className='counts__stage' {...speak('columnheader')}>
        环节
      </Text>
      {columns.map(([customerClass, title]) => (
        <Text key={customerClass} className='counts__cell' {...speak('columnheader')}>
          {title}
        </Text>
      ))}
    </View>
    {parts.map(({ title, stages }) => (
      <View key={title ?? ''} {...speak('rowgroup', title)}>
        {title ? <Text className='counts__part'>{title}</Text> : null}
        {stages.map((stage) => (
          <View key={stage[0]} className='counts__row' {...speak('row')}>
            <Text className='counts__stage' {...speak('rowheader')}>
              {stage[1]}
            </Text>
            {columns.map((column) => (
              <Cell key={column[0]} open={openOf(counts, [stage], [column])} />
            ))}
          </View>
        ))}
      </View>
    ))}
  </View>
)

const Cell = ({ open }: { open: number }) => (
  <Text className={`counts__cell ${open > 0 ? 'strong' : 'muted'}`} {...speak('cell')}>
    {open}
  </Text>
)
