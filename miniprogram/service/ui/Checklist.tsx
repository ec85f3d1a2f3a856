import { inspectionItems } from '@shared/rules/inspection'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'

/** What the inspector will look at, and by which standard: to prepare for (附件3: 确保工程具备检验条件). */
export const Checklist = () => (
  <Card title='检验就看这些，请提前准备' aside={`${inspectionItems.length}项`}>
    {inspectionItems.map(({ code, title, clause }) => (
      <View key={code} className='mat'>
        <Text className='block strong'>{title}</Text>
        <Text className='block muted small'>{clause}</Text>
      </View>
    ))}
  </Card>
)
