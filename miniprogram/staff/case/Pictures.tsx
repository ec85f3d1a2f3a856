import type { StaffCaseView } from '@shared/contract/case'
import { Text } from '@tarojs/components'
import { Card } from '@/ui/Card'
import { OnePicture } from '../ui/OnePicture'

/** 证件和照片: shown one by one at a tap, through addresses that work for minutes; each look is recorded. */
export function Pictures({ caseId, pictures }: { caseId: string; pictures: StaffCaseView['pictures'] }) {
  if (pictures.length === 0) return null
  const titles = numbered(pictures)
  return (
    <Card title='证件和照片' aside={`${pictures.length}张`}>
      <Text className='muted small block'>这是用户的个人材料。您每看一张，系统都会记下是谁、什么时候看的。</Text>
      {pictures.map(({ picture }, index) => (
        <OnePicture key={picture} caseId={caseId} picture={picture} title={titles[index]} />
      ))}
    </Card>
  )
}

/** Several pictures of one paper are told apart by a number. */
function numbered(pictures: StaffCaseView['pictures']): string[] {
  return pictures.map(({ title }, index) => {
    const same = pictures.filter((other) => other.title === title)
    if (same.length === 1) return title
    return `${title} ${pictures.slice(0, index + 1).filter((other) => other.title === title).length}`
  })
}
