import { FORM_TITLE } from '@shared/applicationForm'
import type { CaseView } from '@shared/contract/case'
import { spokenInstant } from '@shared/wording'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { documents } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { FailureNotice } from '@/ui/Notice'
import { Row } from '@/ui/Row'

/** The person's own copy of every form they signed. */
export function SignedForms({ id, forms }: Pick<CaseView, 'id' | 'forms'>) {
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
          text={forms.length > 1 ? `第 ${index + 1} 次签的${FORM_TITLE}` : `我签的${FORM_TITLE}`}
          note={`PDF，${spokenInstant(signedAt)}签名`}
          onTap={() => void open(index + 1)}
        />
      ))}
      <FailureNotice failure={failed} />
    </View>
  )
}
