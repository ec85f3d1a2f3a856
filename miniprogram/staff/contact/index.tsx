import { type ContactObstacle, contactObstacles } from '@shared/rules/contacts'
import { beijingDay } from '@shared/time/localDate'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { goBack } from '@/go'
import { handIn } from '@/outbox/handIn'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Facts } from '@/ui/Facts'
import { Field } from '@/ui/Field'
import { Freshness } from '@/ui/Freshness'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { DayField } from '../ui/DayField'
import { useStaffCase } from '../ui/useStaffCase'
import '../staff.scss'

const TITLE = '联系用户'

/** 跟踪、指导、提醒: how the customer's works go, by when they are done, and what was advised. */
export default function ContactPage() {
  const { id = '' } = useRouter().params
  const view = useStaffCase(id)
  const [obstacle, setObstacle] = useState<ContactObstacle | null>(null)
  const [expected, setExpected] = useState<string | null>(null)
  const [advice, setAdvice] = useState('')
  const [refused, setRefused] = useState<Failure | null>(null)
  const { shown } = view
  if (!shown)
    return (
      <Screen title={TITLE}>
        <Freshness of={view} />
        {view.loading ? <Skeleton lines={4} /> : null}
      </Screen>
    )
  if (!shown.actions.includes('contact'))
    return (
      <Screen title={TITLE} foot={<Action onTap={goBack}>返回案件</Action>}>
        <Notice tone='soon' title='现在不用问进度' text='用户没有在施工或整改。' />
      </Screen>
    )
  const missing = obstacle === null ? '请选有什么困难' : advice.trim().length < 2 ? '请写下给用户的建议' : null
  const save = async () => {
    if (!obstacle) return
    setRefused(null)
    try {
      const said = { obstacle, expected, advice: advice.trim() }
      const about = { intention: `contact:${id}`, title: TITLE }
      view.replace(await handIn('staff', 'contact', { id, version: shown.version, ...said }, about))
      await goBack()
    } catch (thrown) {
      const failure = asFailure(thrown)
      setRefused(failure)
      if (failure.code === 'CASE_CHANGED') await view.reload()
    }
  }
  return (
    <Screen
      title={TITLE}
      foot={
        <Action icon='check' disabled={missing !== null} onTap={save} busyText='正在保存…'>
          {missing ?? '记下来，提醒用户'}
        </Action>
      }
    >
      <Freshness of={view} />
      <FailureNotice failure={refused} />
      <Card title={shown.title} aside={shown.address}>
        <Facts
          rows={[
            ['联系人', shown.applicant.contact],
            ['电话', shown.applicant.phone],
          ]}
        />
      </Card>
      <Card title='电话里说了什么'>
        <Choice
          label='有什么困难'
          options={contactObstacles.map(({ code, title }) => ({ value: code, text: title }))}
          value={obstacle}
          onChange={setObstacle}
        />
        <DayField
          label='预计哪天做完'
          value={expected}
          from={beijingDay(Date.now())}
          onChange={setExpected}
          hint='说不准可以不选'
          error={null}
        />
        <Field
          label='给用户的建议'
          tall
          maxLength={200}
          value={advice}
          placeholder='如：设备到货后先做试验，再拍竣工报告'
          hint='用户会收到提醒，在申请页面看到这段话'
          onChange={setAdvice}
        />
      </Card>
    </Screen>
  )
}
