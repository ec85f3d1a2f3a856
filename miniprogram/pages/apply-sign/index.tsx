import { FORM_TITLE, formRows, statementsOf } from '@shared/applicationForm'
import { Text } from '@tarojs/components'
import { useRef, useState } from 'react'
import { AtCounter, useApplying } from '@/apply/AtCounter'
import { ConsentCard, hasConsent } from '@/apply/ConsentCard'
import { changeDraft, currentDraft, useDraft } from '@/apply/draft'
import { LostPapers } from '@/apply/LostPapers'
import { PreviewCard, usePreview } from '@/apply/PreviewCard'
import { APPLY_STEPS } from '@/apply/steps'
import { complete, submitApplication } from '@/apply/submitApplication'
import { asFailure, type Failure, failure } from '@/failure'
import { go, goCaseOverDesk, goCaseOverHome, goDesk, goHome } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Steps } from '@/ui/Progress'
import { Screen } from '@/ui/Screen'
import { SignaturePad, type TakeSignature } from '@/ui/SignaturePad'
import { Skeleton } from '@/ui/Skeleton'

/** 第3步: the finished application, the consent, the signature. Nothing to fill in. */
export default function ApplySign() {
  const { counter, title, query } = useApplying()
  const draft = useDraft()
  const preview = usePreview()
  const signature = useRef<TakeSignature | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [sending, setSending] = useState(false)
  const { consent } = draft
  const leave = counter ? goDesk : goHome

  const submit = async () => {
    setFailed(null)
    setSending(true)
    try {
      if (!hasConsent(consent)) throw failure('BAD_REQUEST', { what: '还没有勾选同意《个人信息告知书》' })
      if (!signature.current) throw failure('SIGNATURE_MISSING')
      const { id } = await submitApplication(draft, await signature.current())
      await (counter ? goCaseOverDesk(id) : goCaseOverHome({ id, fresh: '1' }))
    } catch (thrown) {
      const refused = asFailure(thrown)
      // Another phone has handed in this draft already: the case is on the first page. Otherwise a new id is due.
      if (refused.code === 'COMMAND_REUSED') {
        changeDraft({ commandId: undefined })
        await leave()
        return
      }
      // Which papers they are of, and the way to them, the page says by itself.
      if (!(refused.code === 'PICTURE_GONE' && currentDraft().lost?.length)) setFailed(refused)
    } finally {
      setSending(false)
    }
  }

  const filled = complete({ ...draft, consent: { noticeVersion: '' } }, '')
  // Once accepted the draft is used up, a moment before the next page opens.
  if (!filled)
    return (
      <Screen title={title}>
        {sending ? (
          <Skeleton promise />
        ) : (
          <Notice
            tone='soon'
            text='这份申请还没填完，或者已经提交了。'
            action={{ text: counter ? '回待办' : '回首页看看', onTap: leave }}
          />
        )}
      </Screen>
    )

  return (
    <Screen
      title={title}
      foot={
        <>
          <LostPapers draft={draft} />
          <FailureNotice failure={failed} />
          <Action busyText='正在提交…' onTap={submit}>
            提交申请
          </Action>
        </>
      }
    >
      <Steps names={APPLY_STEPS} now={2} />
      <AtCounter />
      <PreviewCard state={preview} />
      <Card title={FORM_TITLE} aside='已替您填好'>
        <Facts rows={formRows(filled)} />
        <Action kind='quiet' icon='pen' onTap={() => go('apply-certificate', query)}>
          有错，回去改
        </Action>
      </Card>
      <Card title='签名' aside={counter ? '请本人用手指写' : '用手指写'}>
        {statementsOf(filled).map((statement) => (
          <Text key={statement} className='block lead'>
            {statement}
          </Text>
        ))}
        <SignaturePad
          onInk={(take) => {
            signature.current = take
            if (take) setFailed(null)
          }}
        />
      </Card>
      <ConsentCard />
    </Screen>
  )
}
