import type { Finding } from '@shared/certificates/findings'
import type { ComponentProps } from 'react'
import { FromPaper } from '@/ui/FromPaper'
import { Notice } from '@/ui/Notice'

interface Props {
  findings: Finding[]
  /** The paper itself, to show what is spoken of as it stands there. */
  paper: ComponentProps<typeof FromPaper>['paper']
}

const OF = { owner: '权利人', name: '名字', location: '地点', validity: '有效期' } as const

/** What the paper has where this was read. */
export const FindingOriginal = ({ finding, paper }: { finding: Finding; paper: Props['paper'] }) =>
  'field' in finding ? <FromPaper paper={paper} field={finding.field} label={OF[finding.field]} /> : null

/** What the picture itself gave reason to say, all at once, each with what to do. */
export const PaperFindings = ({ findings, paper }: Props) =>
  findings.map((finding) => (
    <Notice key={finding.code} tone='soon' title={finding.text} text={finding.remedy}>
      <FindingOriginal finding={finding} paper={paper} />
    </Notice>
  ))
