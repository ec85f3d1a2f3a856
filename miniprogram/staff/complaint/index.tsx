import type { ComplaintView } from '@shared/contract/details'
import { spokenDay, spokenInstant } from '@shared/time/spokenTime'
import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { Row } from '@/ui/Row'
import { CaseFormScreen } from '../caseForm/CaseFormScreen'
import { useCaseForm } from '../caseForm/useCaseForm'
import { goBackToCase, goStaff } from '../go'
import { markTasksRead } from '../ui/readTasks'
import { SureAction } from '../ui/SureAction'
import { useMe } from '../ui/useMe'
import '../staff.scss'

const FORM = { action: 'answerComplaint', title: '投诉答复', page: 'complaint' } as const

/** 投诉: what was said about a case, and the answer; the oldest without one comes first. */
export default function Complaint() {
  const { id = '' } = useRouter().params
  const { form, change, ...of } = useCaseForm(id, FORM, { words: '' }, () => goBackToCase(id))
  const { shown } = of.view
  const asked = shown?.complaints.find(({ answeredAt }) => answeredAt === null)
  const words = form.words.trim()
  const staffId = useMe().shown?.id
  const { data } = of.view
  // Looked at: the sweep need not tell anybody that nobody has.
  useEffect(() => {
    if (data && staffId) markTasksRead(data, staffId)
  }, [data, staffId])

  const answer = () => of.send({ number: asked!.number, words })
  return (
    <CaseFormScreen
      title='投诉'
      action='answerComplaint'
      otherwise='没有等您答复的投诉'
      of={of}
      above={
        <>
          {shown?.complaints.map((one) => (
            <OneComplaint key={one.number} of={one} />
          ))}
          <Card>
            <Row icon='paper' text='看这件申请' note='走到哪一步，谁在办' onTap={() => void goStaff('case', { id })} />
          </Card>
        </>
      }
      foot={
        <SureAction
          icon='check'
          missing={words.length < 2 ? '请写下答复' : null}
          ask='答复发出后不能改，现在发给用户？'
          yes='发给用户'
          onSure={answer}
          busyText='正在发…'
        >
          答复
        </SureAction>
      }
    >
      <Card>
        <Field
          label={`答复“${asked?.title ?? ''}”`}
          tall
          maxLength={500}
          value={form.words}
          placeholder='查到了什么，怎么改，什么时候办好'
          onChange={(text) => change(() => ({ words: text }))}
        />
      </Card>
    </CaseFormScreen>
  )
}

const OneComplaint = ({
  of: { title, words, at, dueDay, provisional, late, answer, answeredAt },
}: {
  of: ComplaintView
}) => (
  <Card title={title} aside={answeredAt !== null ? '已答复' : late ? '已超时' : '待答复'}>
    <Text className='block'>{words || '用户没有另外写话。'}</Text>
    <Text className='block muted small'>
      {spokenInstant(at)} 提出，最晚{spokenDay(dueDay, provisional)}答复
    </Text>
    {answeredAt === null ? null : (
      <>
        <Text className='block gap'>答复：{answer}</Text>
        <Text className='block muted small'>{spokenInstant(answeredAt)} 答复</Text>
      </>
    )}
  </Card>
)
