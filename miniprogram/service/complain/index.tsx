import type { CaseView } from '@shared/contract/case'
import type { ComplaintView } from '@shared/contract/details'
import { type ComplaintTopic, complaintTopics } from '@shared/rules/complaints'
import { REGULATOR } from '@shared/rules/hotlines'
import { spokenDay, spokenInstant } from '@shared/wording'
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
import { Row } from '@/ui/Row'
import '../service.scss'

/** 投诉: what about, in one's own words, and what was answered. */
export default function Complain() {
  return (
    <CaseScreen title='投诉'>
      {(of, replace) => (
        <>
          {of.complaints.map((complaint) => (
            <Said key={complaint.number} complaint={complaint} />
          ))}
          {of.actions.includes('complain') ? <Complaint of={of} onDone={replace} /> : null}
        </>
      )}
    </CaseScreen>
  )
}

const Said = ({ complaint }: { complaint: ComplaintView }) => {
  const { title, at, words, dueDay, provisional, late, answeredAt, answer } = complaint
  return (
    <Card title={title} aside={answeredAt !== null ? '已答复' : late ? '答复晚了' : '等主管答复'}>
      <Text className='block muted small'>{spokenInstant(at)}提出</Text>
      {words ? <Text className='block'>{words}</Text> : null}
      {answeredAt === null ? (
        <>
          <Text className='block gap'>
            {late
              ? `本该最晚${spokenDay(dueDay)}答复您，已经晚了，对不起。`
              : `主管最晚${spokenDay(dueDay, provisional)}答复，答复了会告诉您。`}
          </Text>
          {late ? <Regulator /> : null}
        </>
      ) : (
        <View className='answer'>
          <Text className='block muted small'>{spokenInstant(answeredAt)}主管答复</Text>
          <Text className='block'>{answer}</Text>
          <Regulator />
        </View>
      )}
    </Card>
  )
}

/** Where a complaint goes on to. */
const Regulator = () => (
  <Row
    icon='phone'
    text={`不满意可以打 ${REGULATOR}`}
    note='能源监管热线，不归供电公司管'
    onTap={() => platform.dial(REGULATOR)}
  />
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
