import { CaseScreen } from '@/case/CaseScreen'
import { notNow } from '@/case/notNow'
import { SignedForms } from '@/case/SignedForms'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { AboutStamped, CaseDocument } from '../ui/CaseDocument'

/** 文书: everything on paper there is, drawn up out of the record when it is opened. */
export default function Documents() {
  return (
    <CaseScreen title='文书'>
      {(of, replace) => (
        <>
          {of.documents.length === 0 ? <Notice text={notNow(of, '受理以后这里就有受理通知书。')} /> : null}
          {of.documents.map((one) => (
            <Card key={`${one.document}${one.round}`}>
              <CaseDocument of={of} {...one} onDone={replace} />
            </Card>
          ))}
          {of.forms.length > 0 ? (
            <Card>
              <SignedForms own id={of.id} forms={of.forms} />
            </Card>
          ) : null}
          {of.documents.length > 0 ? <AboutStamped of={of} /> : null}
        </>
      )}
    </CaseScreen>
  )
}
