import { go } from '@/go'
import { Notice } from '@/ui/Notice'
import { useApplying } from './AtCounter'
import type { Draft } from './draft'

/** Which papers' photographs are gone, why, and how it goes on with or without them. `here`: they are photographed on this page. */
export function LostPapers({ draft: { lost = [] }, here = false }: { draft: Draft; here?: boolean }) {
  const { query } = useApplying()
  if (lost.length === 0) return null
  const what = lost.map((paper) => (paper === 'identity' ? '证件' : '房屋证明')).join('、')
  const without = [
    lost.includes('identity') && '没有证件照片，由客户经理与您核对身份后受理',
    lost.includes('property') && '房屋证明受理以后再拍也行',
  ]
  return (
    <Notice
      tone='soon'
      title={`${what}的照片已经删除`}
      text={`传上来3天还没提交的照片不保留。填好的内容都在。可以重新拍，也可以不拍、接着办：${without.filter(Boolean).join('；')}。`}
      action={here ? undefined : { text: '重新拍照', onTap: () => go('apply-certificate', query) }}
    />
  )
}
