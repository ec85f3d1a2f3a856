import type { ProblemView } from '@shared/contract/details'
import { Text, View } from '@tarojs/components'
import { OnePicture } from './OnePicture'

interface Props {
  caseId: string
  problem: ProblemView
  number: number
}

/** One line of a list of problems: what it is, by which clause, and the photographs before and after. */
export const ProblemWords = ({ caseId, problem, number }: Props) => {
  const { title, what, clause, pictures, late, remedy } = problem
  return (
    <View className='problem'>
      <Text className='strong block'>
        {number}. {title}
      </Text>
      <Text className='block'>{what}</Text>
      <Text className='problem__note'>依据：{clause}</Text>
      {late ? <Text className='problem__late'>第一次清单里没有写</Text> : null}
      {pictures.map((picture, index) => (
        <OnePicture key={picture} caseId={caseId} picture={picture} title={`问题${number}照片${index + 1}`} />
      ))}
      {remedy ? (
        <Text className='problem__done'>
          用户报告已改好{remedy.length > 0 ? `，照片${remedy.length}张` : '，没有照片'}
        </Text>
      ) : null}
      {remedy?.map((picture, index) => (
        <OnePicture key={picture} caseId={caseId} picture={picture} title={`问题${number}整改照片${index + 1}`} />
      ))}
    </View>
  )
}
