import type { ResponseOf } from '@shared/contract'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { anyone } from '@/api'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { FailureNotice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useView } from '@/useView'

/** 办事指南: process, materials and limits, generated from the rules in force and shown with their source. */
export default function Guide() {
  const { data, failure, reload } = useView(() => anyone('guide', {}))
  const [chosen, setChosen] = useState<string | null>(null)
  const [lawOpen, setLawOpen] = useState(false)
  const sections = data?.sections ?? []
  const shown = sections.find(({ title }) => title === chosen) ?? sections[0]
  return (
    <Screen title='办事指南' open>
      <FailureNotice failure={failure} retry={reload} />
      {data && shown ? (
        <View>
          <Choice
            label='想看什么'
            grid
            options={sections.map(({ title }) => ({ value: title, text: title }))}
            value={shown.title}
            onChange={setChosen}
          />
          <Card title={shown.title}>
            <Rows rows={shown.rows} />
          </Card>
          {shown.law.length > 0 ? (
            <Card title='各级规定怎么写的'>
              {lawOpen ? <Rows rows={shown.law} /> : null}
              <Action kind='quiet' onTap={() => setLawOpen(!lawOpen)}>
                {lawOpen ? '收起' : '展开'}
              </Action>
            </Card>
          ) : null}
          <Text className='block muted small'>依据：{data.document}。以上内容由现行规定自动生成。</Text>
        </View>
      ) : failure ? null : (
        <Skeleton lines={8} />
      )}
    </Screen>
  )
}

const Rows = ({ rows }: { rows: ResponseOf<'public', 'guide'>['sections'][number]['rows'] }) => (
  <>
    {rows.map(({ title, details, source }) => (
      <View key={`${title}${details}${source}`} className='mat'>
        <Text className='block strong'>{title}</Text>
        {details.map((line) => (
          <Text key={line} className='block'>
            {line}
          </Text>
        ))}
        <Text className='block muted small'>{source}</Text>
      </View>
    ))}
  </>
)
