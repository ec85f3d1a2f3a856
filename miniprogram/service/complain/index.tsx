import type { CaseView } from '@shared/contract/case'
import type { ComplaintView } from '@shared/contract/details'
import { type ComplaintTopic, complaintTopics } from '@shared/rules/complaints'
import { REGULATOR } from '@shared/rules/hotlines'
import { spokenDay, spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { CaseScreen } from '@/case/CaseScreen'
import { useCommandForm } from '@/case/useCommandForm'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { Notice } from '@/ui/Notice'
import { Row } from '@/ui/Row'
import '../service.scss'

/** 投诉: what about, in one's own words, and what was answered. */
export default function Complain() {
  return (
    <CaseScreen title='投诉' mends='complain'>
      {(of, replace) => (
        <>
          {of.complaints.map((complaint) => (
            <OneComplaint key={complaint.number} complaint={complaint} />
          ))}
          {of.actions.includes('complain') ? <Complaint of={of} onDone={replace} /> : null}
        </>
      )}
    </CaseScreen>
  )
}

const OneComplaint = ({ complaint }: { complaint: ComplaintView }) => {
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
const NOTHING: Writing = { topic: null, words: '' }

function Complaint({ of: { id, complaints }, onDone }: { of: CaseView; onDone: (view: CaseView) => void }) {
  const { form, change, send, waiting, refused } = useCommandForm<Writing, 'complain'>(
    id,
    'complain',
    'complain',
    NOTHING,
    onDone,
  )
  const { topic, words } = form
  if (waiting) return null
  return (
    <View className='card'>
      <Choice
        label={complaints.length > 0 ? '还有别的事？' : '什么事让您不满意？'}
        options={complaintTopics.map(({ code, title }) => ({ value: code, text: title }))}
        value={topic}
        onChange={(chosen) => change(() => ({ topic: chosen }))}
      />
      <Field
        label='说说经过（可以不写）'
        tall
        maxLength={500}
        value={words}
        onChange={(value) => change(() => ({ words: value }))}
      />
      {refused ? <Notice tone='danger' text={refused} /> : null}
      <Action
        missing={topic ? null : '请先选什么事让您不满意'}
        busyText='正在提交…'
        onTap={() => topic && send({ topic, words })}
      >
        交给主管
      </Action>
      <Text className='block muted small gap'>由主管答复，不经客户经理。着急也可以拨打 95598。</Text>
    </View>
  )
}
