import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Notice } from '@/ui/Notice'
import { useDraft, type Whose, workOn } from './draft'

/** The page is about this draft from its first rendering on, and again whenever it comes back from under another page. */
export function useWorkOn(whose: Whose): void {
  useState(() => workOn(whose))
  useDidShow(() => workOn(whose))
}

interface Applying {
  /** Staff write it down for somebody who came. */
  counter: boolean
  title: string
  /** What the next page's address has to say. */
  query: Record<string, string>
}

/** Whose application the page is about: its address says `for=counter` where it is not one's own. */
export function useApplying(): Applying {
  const counter = useRouter().params.for === 'counter'
  useWorkOn(counter ? 'counter' : 'own')
  return counter
    ? { counter, title: '替来柜台的人申请', query: { for: 'counter' } }
    : { counter, title: '我要用电', query: {} }
}

/** Says on each page whose application it is; nothing on one's own. */
export function AtCounter() {
  const { channel, identity, contact, byAgent } = useDraft()
  if (!channel) return null
  const who = (byAgent ? contact?.name : null) || identity?.name
  return (
    <Notice
      text={`您在替${who || '来柜台的人'}办${channel === 'greenChannel' ? '（绿色通道）' : ''}，不是您自己的申请。请把内容念给本人听，由本人在这里签名。`}
    />
  )
}
