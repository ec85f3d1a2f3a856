import { useState } from 'react'
import { applicant } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { FailureNotice, Notice } from '@/ui/Notice'

/** 通知我: WeChat's one-time subscription question, asked at a tap of the person's own. */
export function NotifyMe() {
  const [answer, setAnswer] = useState<'yes' | 'no' | null>(null)
  const [failed, setFailed] = useState<Failure | null>(null)
  if (!platform.canNotify) return null
  const ask = async () => {
    try {
      const { templates } = await applicant('subscriptions', {})
      const accepted = await platform.askToNotify(templates)
      setAnswer(accepted.length > 0 ? 'yes' : 'no')
      setFailed(null)
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  if (answer === 'yes') return <Notice text='好的，有进展会用微信通知您一次。想再收到下一次，进来再点一下。' />
  return (
    <>
      <Action kind='plain' icon='bell' onTap={ask}>
        有进展用微信通知我
      </Action>
      {answer === 'no' ? <Notice tone='soon' text='没有开通通知。随时可以回到这里看进度。' /> : null}
      <FailureNotice failure={failed} />
    </>
  )
}
