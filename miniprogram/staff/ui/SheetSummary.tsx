import type { MaterialView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Thumbnail } from '@/ui/Thumbnail'
import type { Sheet, SheetPaper } from '../sheet/Sheet'

/** What was entered, to read: while it waits to be sent, or when it can no longer be. */
export function SheetSummary({ sheet, materials }: { sheet: Sheet; materials: MaterialView[] }) {
  const line = sheet.externalLine === null ? null : sheet.externalLine ? '要架设' : '不用架设'
  const kindOf = ({ group, kind }: SheetPaper) => {
    const material = materials.find((other) => other.group === group)
    return material?.oneOf.find(({ code }) => code === kind)?.title ?? material?.title ?? '材料'
  }
  return (
    <Card title='手机里存的内容'>
      <Facts
        rows={[
          ['外部线路', line],
          ['电表位置', sheet.meterPosition],
          ['备注', sheet.note],
        ]}
      />
      {sheet.papers
        .filter(({ pictures }) => pictures.length > 0)
        .map((paper) => (
          <View key={paper.group}>
            <Text className='strong block gap'>
              {kindOf(paper)} · {paper.pictures.length}张
            </Text>
            <View className='thumbs'>
              {paper.pictures.map((picture, index) => (
                <Thumbnail key={picture.key} picture={picture} label={`${kindOf(paper)}第${index + 1}张`} />
              ))}
            </View>
          </View>
        ))}
    </Card>
  )
}
