import type { RequestOf } from '@shared/contract'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { anyone } from '@/api'
import { go } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice, Tick } from '@/ui/Choice'
import { FailureNotice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useView } from '@/useView'

type Question = RequestOf<'public', 'materials'>

const WHO = [
  { value: 'home', text: '家里用', note: '住宅、宿舍' },
  { value: 'company', text: '店铺、公司', note: '有营业执照的' },
  { value: 'socialBody', text: '社会团体' },
  { value: 'institution', text: '机关、事业单位、其他组织' },
]
const SIZE = [
  { value: 'lowVoltage', text: '160 千伏安以内', note: '小店、餐馆、作坊、办公室' },
  { value: 'hvSingle', text: '160 千伏安以上', note: '要自己建变压器的厂房、商场、小区' },
  { value: 'hvDual', text: '要两路电源，或 35 千伏以上', note: '医院、数据中心这类停不得电的' },
]
const CHANGE = [
  { value: 'new', text: '新装' },
  { value: 'increase', text: '已经有电，要加大容量' },
]

/** 需要什么材料: three taps, and exactly what this case asks for. */
export default function Materials() {
  const [who, setWho] = useState<string | null>(null)
  const [size, setSize] = useState<string | null>(null)
  const [change, setChange] = useState<string | null>(null)
  const [byAgent, setByAgent] = useState(false)
  const [vatInvoice, setVatInvoice] = useState(false)
  const atHome = who === 'home'
  const question =
    who && (size || atHome) && change
      ? ({
          customerClass: atHome ? 'resident' : size,
          applicantKind: atHome ? 'person' : who,
          change,
          byAgent,
          vatInvoice: vatInvoice && !atHome,
        } as Question)
      : null
  return (
    <Screen title='需要什么材料' open>
      <View className='card'>
        <Choice label='谁用电' options={WHO} value={who} onChange={setWho} />
        {who && !atHome ? <Choice label='用多少' options={SIZE} value={size} onChange={setSize} /> : null}
        {who && (atHome || size) ? (
          <Choice label='办什么' grid options={CHANGE} value={change} onChange={setChange} />
        ) : null}
      </View>
      {question ? (
        <>
          <Answer key={JSON.stringify(question)} question={question} />
          <View className='card'>
            <Tick text='不是本人去办' on={byAgent} onChange={setByAgent} />
            {atHome ? null : <Tick text='电费要开增值税专用发票' on={vatInvoice} onChange={setVatInvoice} />}
          </View>
          <Action onTap={() => go('apply-certificate')}>我要用电</Action>
        </>
      ) : (
        <Text className='block muted'>点一点就知道，只要这些，多一份都不用。</Text>
      )}
    </Screen>
  )
}

function Answer({ question }: { question: Question }) {
  const { data, failure, reload } = useView(() => anyone('materials', question))
  // The page was shown long before this question was put.
  useEffect(() => void reload(), [reload])
  if (!data) return failure ? <FailureNotice failure={failure} retry={reload} /> : <Skeleton lines={5} />
  return (
    <Card title={`只要${data.groups.length}样`} aside='多一份都不用'>
      {data.groups.map(({ title, oneOf, askedAt, source }) => (
        <View key={title} className='mat'>
          <Text className='block strong'>{title}</Text>
          <Text className='block'>
            {oneOf.length > 1 ? '任选一种：' : ''}
            {oneOf.map((paper) => (paper.condition ? `${paper.title}（${paper.condition}）` : paper.title)).join('、')}
          </Text>
          {askedAt === 'energization' ? <Text className='block muted'>工程做完、申请竣工检验时才要</Text> : null}
          <Text className='block muted small'>{source}</Text>
        </View>
      ))}
      <Text className='block muted small'>先交身份证明就能受理，其余的客户经理上门时一起取。依据：{data.document}</Text>
    </Card>
  )
}
