import type { CaseView } from '@shared/contract/case'
import type { ComplaintView } from '@shared/contract/details'
import { deployment } from '@shared/flow/deployment'
import { type ComplaintTopic, complaintTopics } from '@shared/rules/complaints'
import { spokenInstant } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { CaseScreen } from '@/case/CaseScreen'
import { useCaseCommand } from '@/case/useCaseCommand'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FailureNotice, Notice } from '@/ui/Notice'
import '../service.scss'

/** 投诉: what about, in one's own words, and what was answered. */
export default function Complain() {
  return (
    <CaseScreen title='投诉'>
      {(of, replace) => (
        <>
          {of.complaints.map((complaint) => (
            <Said key={complaint.number} complaint={complaint} of={of} />
          ))}
          {of.actions.includes('complain') ? <Complaint of={of} onDone={replace} /> : null}
        </>
      )}
    </CaseScreen>
  )
}

interface SaidProps {
  complaint: ComplaintView
  of: Pick<CaseView, 'status'>
}
const Said = ({ complaint: { title, at, words, answeredAt, answer }, of: { status } }: SaidProps) => (
  <Card title={title} aside={answeredAt !== null ? '已答复' : status === 'withdrawn' ? '不再答复' : '等主管答复'}>
    <Text className='block muted small'>{spokenInstant(at)}提出</Text>
    {words ? <Text className='block'>{words}</Text> : null}
    {answeredAt === null ? (
      <Text className='block muted gap'>
        {status === 'withdrawn'
          ? '申请撤回时，投诉和您的资料一起停办、删除了。还想投诉，请拨打 95598。'
          : `主管会在 ${deployment.complaintDays} 个工作日内答复，答复了会告诉您。`}
      </Text>
    ) : (
      <View className='answer'>
        <Text className='block muted small'>{spokenInstant(answeredAt)}主管答复</Text>
        <Text className='block'>{answer}</Text>
      </View>
    )}
  </Card>
)

/** What is being written stays on the device until it is sent. */
interface Writing {
  topic: ComplaintTopic | null
  words: string
}
const place = (id: string) => `complaint.${id}`

function Complaint({ of: { id, complaints }, onDone }: { of: CaseView; onDone: (view: CaseView) => void }) {
  const { send, failure, waiting } = useCaseCommand(id, 'complain', onDone)
  const [{ topic, words }, setWriting] = useState<Writing>(
    () => platform.personal.get<Writing>(place(id)) ?? { topic: null, words: '' },
  )
  // Onto the newest: in WeChat a letter may arrive before the page has been drawn anew.
  const write = (change: Partial<Writing>) =>
    setWriting((now) => {
      const next = { ...now, ...change }
      platform.personal.set(place(id), next)
      return next
    })
  const hand = async () => {
    if (!topic || !(await send({ topic, words }))) return
    platform.personal.remove(place(id))
    setWriting({ topic: null, words: '' })
  }
  if (waiting) return <Notice tone='soon' text='您的投诉正在送达，有网后自动完成。' />
  return (
    <View className='card'>
      <Choice
        label={complaints.length > 0 ? '还有别的事？' : '什么事让您不满意？'}
        options={complaintTopics.map(({ code, title }) => ({ value: code, text: title }))}
        value={topic}
        onChange={(chosen) => write({ topic: chosen })}
      />
      <Field
        label='说说经过（可以不写）'
        tall
        maxLength={500}
        value={words}
        onChange={(value) => write({ words: value })}
      />
      <FailureNotice failure={failure} />
      <Action disabled={!topic} busyText='正在提交…' onTap={hand}>
        交给主管
      </Action>
      <Text className='block muted small gap'>由主管答复，不经客户经理。着急也可以拨打 95598。</Text>
    </View>
  )
}
