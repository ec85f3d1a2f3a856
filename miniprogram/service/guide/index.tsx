import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { anyone } from '@/api'
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
            {shown.rows.map(({ title, detail, source }) => (
              <View key={`${title}${detail}${source}`} className='mat'>
                <Text className='block strong'>{title}</Text>
                <Text className='block'>{detail}</Text>
                <Text className='block muted small'>{source}</Text>
              </View>
            ))}
          </Card>
          <Text className='block muted small'>依据：{data.document}。以上内容由现行规定自动生成。</Text>
        </View>
      ) : failure ? null : (
        <Skeleton lines={8} />
      )}
    </Screen>
  )
}
