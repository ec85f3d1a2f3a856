import type { Finding } from '@shared/certificates/findings'
import { Notice } from '@/ui/Notice'

/** What the picture itself gave reason to say, all at once, each with what to do. */
export const PaperFindings = ({ findings }: { findings: Finding[] }) =>
  findings.map(({ code, text, remedy }) => <Notice key={code} tone='soon' title={text} text={remedy} />)
