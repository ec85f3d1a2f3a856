import type { CaseView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { documents } from '@/api'
import { useCaseCommand } from '@/case/useCaseCommand'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { FailureNotice } from '@/ui/Notice'
import { Row } from '@/ui/Row'

type Document = CaseView['documents'][number]

interface Props extends Document {
  of: Pick<CaseView, 'id' | 'actions'>
  onDone: (view: CaseView) => void
}

/** What a stamped copy is, said once a page. */
export const AboutStamped = ({ of: { actions } }: { of: Pick<CaseView, 'actions'> }) =>
  actions.includes('requestCopy') ? (
    <Text className='block muted small'>盖章的只是一份文书，给您去办别的事用。不是办电的一步，不耽误进度。</Text>
  ) : null

/** One document of the case as a PDF, and where there is one the stamped copy of it. */
export function CaseDocument({ of: { id, actions }, document, round, title, onDone }: Props) {
  const copy = useCaseCommand(id, 'requestCopy', onDone)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [opening, setOpening] = useState(false)
  const open = async () => {
    setOpening(true)
    setFailed(null)
    try {
      const { url } = await documents('caseDocument', { id, document, ...(round === null ? {} : { round }) })
      await platform.openDocument(url)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    } finally {
      setOpening(false)
    }
  }
  const stamped = async () => {
    if (document !== 'problems' && (await copy.send({ document }))) await open()
  }
  return (
    <View>
      <Row icon='paper' text={title} note={opening ? '正在打开…' : '点开看，PDF'} onTap={() => void open()} />
      {document !== 'problems' && actions.includes('requestCopy') ? (
        <Action kind='quiet' label={`要一份盖章的${title}`} busyText='正在盖章…' onTap={stamped}>
          要一份盖章的
        </Action>
      ) : null}
      <FailureNotice failure={failed ?? copy.failure} />
    </View>
  )
}
