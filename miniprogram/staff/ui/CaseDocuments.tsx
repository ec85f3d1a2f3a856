import type { StaffCaseView } from '@shared/contract/case'
import { useState } from 'react'
import { documents } from '@/api'
import { SignedForms } from '@/case/SignedForms'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { Card } from '@/ui/Card'
import { FailureNotice } from '@/ui/Notice'
import { Row } from '@/ui/Row'

type Document = StaffCaseView['documents'][number]

/** Every document of a case, each a PDF at a tap: drawn up out of the record, and the form as it was signed. */
export function CaseDocuments({ of }: { of: Pick<StaffCaseView, 'id' | 'documents' | 'forms'> }) {
  const [failed, setFailed] = useState<Failure | null>(null)
  if (of.documents.length === 0 && of.forms.length === 0) return null
  const open = async ({ document, round }: Document) => {
    try {
      const { url } = await documents('caseDocument', { id: of.id, document, round: round ?? undefined })
      await platform.openDocument(url)
      setFailed(null)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  return (
    <Card title='文件'>
      {of.documents.map((one) => (
        <Row
          key={`${one.document}-${one.round}`}
          icon='paper'
          text={one.title}
          note='PDF'
          onTap={() => void open(one)}
        />
      ))}
      <FailureNotice failure={failed} />
      <SignedForms id={of.id} forms={of.forms} />
    </Card>
  )
}
