import { FORM_TITLE } from '@shared/applicationForm'
import type { CaseView } from '@shared/contract/case'
import { spokenInstant } from '@shared/time/spokenTime'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { documents } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { FailureNotice } from '@/ui/Notice'
import { Row } from '@/ui/Row'

interface Props extends Pick<CaseView, 'id' | 'forms'> {
  /** The reader is the one who signed. */
  own?: boolean
}

/** Every form that was signed, each a PDF at a tap. */
export function SignedForms({ id, forms, own = false }: Props) {
  const [failed, setFailed] = useState<Failure | null>(null)
  const open = async (number: number) => {
    try {
      const { url } = await documents('signedForm', { id, number })
      await platform.openDocument(url)
      setFailed(null)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  return (
    <View>
      {forms.map(({ signedAt, digest }, index) => (
        <Row
          key={digest}
          icon='paper'
          text={
            forms.length > 1 ? `第 ${index + 1} 次签的${FORM_TITLE}` : `${own ? '我签的' : '签过名的'}${FORM_TITLE}`
          }
          note={`PDF，${spokenInstant(signedAt)}签名`}
          onTap={() => void open(index + 1)}
        />
      ))}
      <FailureNotice failure={failed} />
    </View>
  )
}
