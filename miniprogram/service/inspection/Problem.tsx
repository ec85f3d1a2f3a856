import type { RoundView } from '@shared/contract/details'
import { Text } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Card } from '@/ui/Card'
import { CasePhotos } from '../ui/CasePhotos'

interface Props {
  caseId: string
  number: number
  problem: NonNullable<RoundView['problems']>[number]
  children?: ReactNode
}

/** One problem of a list: what, by which clause, and as the inspector photographed it. */
export const Problem = ({ caseId, number, problem, children }: Props) => {
  const { title, what, clause, pictures, late } = problem
  return (
    <Card title={`${number}. ${title}`} aside={late ? '第一次没有列出' : undefined}>
      <Text className='block'>{what}</Text>
      <Text className='block muted small'>依据：{clause}</Text>
      <CasePhotos caseId={caseId} pictures={pictures} label={`第${number}条，检验员拍的`} />
      {children}
    </Card>
  )
}
