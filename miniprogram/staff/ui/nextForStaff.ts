import type { CaseCard, MaterialView } from '@shared/contract/case'

/** What happens next, said to the people who do it; the server's own sentence speaks to the applicant. */
export function nextForStaff({
  status,
  end,
  materials = [],
}: Pick<CaseCard, 'status' | 'end'> & { materials?: MaterialView[] }): string {
  const wanted = materials.filter(({ state }) => state === 'wanted').map(({ title }) => title)
  const papers = wanted.length > 0 ? `取${wanted.join('、')}` : ''
  switch (status) {
    case 'submitted':
      return '与申请人核对身份并受理'
    case 'accepted':
      return ['上门勘察', papers].filter(Boolean).join('，顺便')
    case 'surveyed':
      return [papers, '装表送电'].filter(Boolean).join('，再')
    case 'planning':
      return ['答复供电方案', papers].filter(Boolean).join('，并')
    case 'replied':
      return '等用户施工和报验'
    case 'inspecting':
      return '到现场竣工检验'
    case 'remedying':
      return '等用户整改后重新报验'
    case 'passed':
      return [papers, '装表送电'].filter(Boolean).join('，再')
    case 'energized':
      return `已经${end}`
    case 'withdrawn':
      return '申请人撤回了申请，不用再办'
  }
}
