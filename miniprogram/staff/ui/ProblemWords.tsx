import type { ProblemView } from '@shared/contract/details'
import { Text, View } from '@tarojs/components'
import { OnePicture } from './OnePicture'

interface Props {
  caseId: string
  problem: ProblemView
  /** Its place on the written list. */
  number: number
  /** Under the heading of its item, which need not be said again. */
  underItem?: boolean
  /** Tells its pictures from those of other rounds on the page. */
  round?: number
}

/** One line of a list of problems: what it is, by which clause, and the photographs before and after. */
export const ProblemWords = ({ caseId, problem, number, underItem = false, round }: Props) => {
  const { title, what, clause, pictures, late, remedy } = problem
  const line = `${round ? `第${round}次检验` : ''}第${number}条`
  return (
    <View className='problem'>
      <Text className='strong block'>
        {number}. {underItem ? what : title}
      </Text>
      {underItem ? null : <Text className='block'>{what}</Text>}
      <Text className='problem__note'>依据：{clause}</Text>
      {late ? <Text className='problem__late'>第一次清单里没有写</Text> : null}
      {pictures.map((picture, index) => (
        <OnePicture key={picture} caseId={caseId} picture={picture} title={`${line}照片${index + 1}`} />
      ))}
      {remedy ? (
        <Text className='problem__done'>
          用户报告已改好{remedy.length > 0 ? `，照片${remedy.length}张` : '，没有照片'}
        </Text>
      ) : null}
      {remedy?.map((picture, index) => (
        <OnePicture key={picture} caseId={caseId} picture={picture} title={`${line}整改照片${index + 1}`} />
      ))}
    </View>
  )
}
