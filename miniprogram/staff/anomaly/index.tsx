import type { AnomalyView } from '@shared/contract/details'
import { anomalyCauses } from '@shared/rules/anomalies'
import { spokenInstant } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { command } from '@/api'
import { asFailure, type Failure } from '@/failure'
import type { KeptPicture } from '@/kept/keptPictures'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Choice } from '@/ui/Choice'
import { Field } from '@/ui/Field'
import { FailureNotice, Notice } from '@/ui/Notice'
import { CaseFormScreen } from '../caseForm/CaseFormScreen'
import { useCaseForm } from '../caseForm/useCaseForm'
import { goBackToCase } from '../go'
import { SureAction } from '../ui/SureAction'
import { Evidence, uploadEvidence } from './Evidence'
import '../staff.scss'

type Cause = AnomalyView['cause']
interface Anomaly {
  cause: Cause | null
  note: string
  pictures: KeptPicture[]
}
const EMPTY: Anomaly = { cause: null, note: '', pictures: [] }

const PARTIES = [
  { party: 'thirdParty', title: '别的单位或天气' },
  { party: 'customer', title: '用户的原因' },
  { party: 'utility', title: '我们供电的原因' },
] as const
const WHOSE = { thirdParty: '别的单位或天气', customer: '用户', utility: '供电公司' } as const

/** 用时异常: what holds a case up, whose it is, and the proof; and that it is over. */
export default function AnomalyPage() {
  const { id = '' } = useRouter().params
  const intention = `anomaly:${id}`
  const { form, change, ...of } = useCaseForm(id, intention, EMPTY, () => goBackToCase(id))
  const [tried, setTried] = useState(false)
  const { shown } = of.view
  const low = shown?.customerClass === 'resident' || shown?.customerClass === 'lowVoltage'
  const lasting = shown?.anomalies.filter(({ resolvedAt }) => resolvedAt === null).map(({ cause }) => cause) ?? []

  const record = () =>
    of.send(async ({ version }) => {
      const { cause, note } = form
      const pictures = await uploadEvidence(form.pictures, (kept) => change(() => ({ pictures: kept })))
      return command(intention, 'staff', 'recordAnomaly', { id, version, cause: cause!, note: note.trim(), pictures })
    })
  return (
    <CaseFormScreen
      title='用时异常'
      action='recordAnomaly'
      of={of}
      above={<Recorded id={id} of={of.view} />}
      foot={
        <SureAction
          icon='alert'
          check={() => {
            setTried(true)
            if (!form.cause) return 'stop'
            return { ask: low ? '登记后不能改，也不会停表。确认登记？' : '登记后不能改。确认登记？' }
          }}
          yes='登记'
          onSure={record}
          busyText='正在登记…'
        >
          登记用时异常
        </SureAction>
      }
    >
      <Notice
        tone='soon'
        title={low ? '登记了也不停表' : '登记不会推后期限'}
        text={
          low
            ? '低压没有停表的规定：期限照走，最晚通电的日子不变。登记是为了说清楚耽误在哪里。'
            : '承诺的日子不变。登记是为了说清楚时间花在谁那里。'
        }
      />
      <Card title='什么原因' aside={tried && !form.cause ? '请选一个' : '只能选一个'}>
        {PARTIES.map(({ party, title }) => (
          <Choice
            key={party}
            label={title}
            options={anomalyCauses
              .filter((one) => one.party === party && !lasting.includes(one.code))
              .map(({ code, title: text }) => ({ value: code, text }))}
            value={form.cause}
            onChange={(cause) => change(() => ({ cause }))}
          />
        ))}
      </Card>
      <Card>
        <Field
          label='说明（可以不写）'
          tall
          maxLength={300}
          value={form.note}
          placeholder='如：占道许可11月20日已递交，等批复'
          onChange={(note) => change(() => ({ note }))}
        />
        <Evidence
          pictures={form.pictures}
          onChange={(next) => change(({ pictures }) => ({ pictures: next(pictures) }))}
        />
      </Card>
    </CaseFormScreen>
  )
}

interface RecordedProps {
  id: string
  of: ReturnType<typeof useCaseForm<Anomaly>>['view']
}

/** What is on record, and the way to say that it is over. */
function Recorded({ id, of: { shown, replace, reload } }: RecordedProps) {
  const [refused, setRefused] = useState<Failure | null>(null)
  if (!shown || shown.anomalies.length === 0) return null
  const resolve = async (number: number) => {
    setRefused(null)
    try {
      replace(
        await command(`resolve:${id}:${number}`, 'staff', 'resolveAnomaly', { id, version: shown.version, number }),
      )
    } catch (thrown) {
      setRefused(asFailure(thrown))
      await reload()
    }
  }
  return (
    <Card title='已经登记的'>
      {shown.anomalies.map(({ number, title, party, note, at, resolvedAt }) => (
        <View key={number} className='entry'>
          <Text className='block strong'>{title}</Text>
          <Text className='block muted small'>
            {WHOSE[party]} · {spokenInstant(at)}起
            {resolvedAt === null ? '，还在' : `，${spokenInstant(resolvedAt)}解除`}
          </Text>
          {note ? <Text className='block'>{note}</Text> : null}
          {resolvedAt === null && shown.actions.includes('resolveAnomaly') ? (
            <Action
              kind='plain'
              icon='check'
              label={`${title}，已经解决了`}
              busyText='正在登记…'
              onTap={() => resolve(number)}
            >
              已经解决了
            </Action>
          ) : null}
        </View>
      ))}
      <FailureNotice failure={refused} />
    </Card>
  )
}
