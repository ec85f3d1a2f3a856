import { statementsOf } from '@shared/applicationForm'
import type { CaseView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { command, upload } from '@/api'
import { phoneError } from '@/apply/phone'
import { CaseScreen } from '@/case/CaseScreen'
import { asFailure, type Failure, failure as failureOf } from '@/failure'
import { goInstead } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { FailureNotice, Notice } from '@/ui/Notice'
import { SignaturePad, type TakeSignature } from '@/ui/SignaturePad'

/** 更正申请: what was read or typed wrongly is put right and signed anew. */
export default function Correct() {
  return <CaseScreen title='更正申请'>{(of) => <Correction of={of} />}</CaseScreen>
}

function Correction({ of }: { of: CaseView }) {
  // What stood there when the person began: a refresh in between must not take their words away.
  const [version] = useState(of.version)
  const [name, setName] = useState(of.applicant.name)
  const [contact, setContact] = useState(of.contact.name)
  const [phone, setPhone] = useState(of.contact.phone)
  const [address, setAddress] = useState(of.contact.address)
  const [failed, setFailed] = useState<Failure | null>(null)
  const signature = useRef<TakeSignature | null>(null)
  const property = of.materials.find(({ group }) => group === 'property')?.received ?? null
  const wrongPhone = phoneError(phone)
  const changed =
    name !== of.applicant.name ||
    contact !== of.contact.name ||
    phone !== of.contact.phone ||
    address !== of.contact.address

  const send = async () => {
    setFailed(null)
    try {
      if (!changed) throw failureOf('BAD_REQUEST', { what: '还没有改动任何一处' })
      if (!signature.current) throw failureOf('SIGNATURE_MISSING')
      const picture = await upload('applicant', 'signature', await signature.current())
      const correction = { name, contact: { name: contact, phone }, address, signature: picture }
      await command(`correct:${of.id}`, 'applicant', 'correct', { id: of.id, version, correction })
      await goInstead('case', { id: of.id })
    } catch (thrown) {
      setFailed(asFailure(thrown))
    }
  }
  return (
    <>
      <Card title='改成什么'>
        <Field label={of.byAgent ? '用电人' : '姓名或单位名称'} value={name} onChange={setName} />
        <Field label={of.byAgent ? '经办人' : '联系人'} value={contact} onChange={setContact} />
        <Field label='联系电话' kind='tel' maxLength={11} value={phone} error={wrongPhone} onChange={setPhone} />
        <Field label='用电地址' tall maxLength={120} value={address} onChange={setAddress} />
        <Notice text='换了地方或换了人用电，请撤回后重新申请。证件号码不对，请让客户经理核对。' />
      </Card>
      <Card title='重新签名' aside='用手指写'>
        <Text className='block muted'>其余内容（证件、用途、容量）不变，和原来那份一样。</Text>
        {statementsOf({ property: property && { ...property, pictures: [] } }).map((statement) => (
          <Text key={statement} className='block lead'>
            {statement}
          </Text>
        ))}
        <SignaturePad
          onInk={(take) => {
            signature.current = take
          }}
        />
      </Card>
      <View className='card'>
        <Text className='block muted'>原来签的那份申请书也会留着，两份都能看。</Text>
        <FailureNotice failure={failed} />
        <Action busyText='正在提交…' onTap={send}>
          改好了，提交
        </Action>
      </View>
    </>
  )
}
