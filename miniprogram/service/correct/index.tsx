import { statementsOf } from '@shared/applicationForm'
import type { CaseView } from '@shared/contract/case'
import { addressFault, districtOf } from '@shared/places/districtOf'
import { isWordPutRight } from '@shared/typed/names'
import { Text, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { upload } from '@/api'
import { addressError } from '@/apply/addressError'
import { nameError } from '@/apply/nameError'
import { PhoneField, phoneError } from '@/apply/PhoneField'
import { CaseScreen } from '@/case/CaseScreen'
import { notNow } from '@/case/notNow'
import { ownIntention } from '@/case/useCaseCommand'
import { asFailure, type Failure, failure as failureOf } from '@/failure'
import { goInstead, serviceUrl } from '@/go'
import { isWaiting } from '@/outbox/entries'
import { useForm } from '@/outbox/forms'
import { handIn } from '@/outbox/handIn'
import { useKept } from '@/outbox/storage'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Field } from '@/ui/Field'
import { FailureNotice, Notice } from '@/ui/Notice'
import { SignaturePad, type TakeSignature } from '@/ui/SignaturePad'
import { scrollToMend } from '@/ui/scrollToMend'

/** 更正申请: what was read or typed wrongly is put right and signed anew. */
export default function Correct() {
  return (
    <CaseScreen title='更正申请' mends='correct'>
      {(of) =>
        of.actions.includes('correct') ? (
          <Correction of={of} />
        ) : (
          <Notice text={notNow(of, `已经${of.end}，申请内容不能再改。要更正，请拨打 95598。`)} />
        )
      }
    </CaseScreen>
  )
}

/** What is put right; on the device until it is sent. */
interface Writing {
  name: string
  contact: string
  phone: string
  address: string
}

const ANEW = '换了地方或换了人用电，请撤回这一件，再点“我要用电”重新申请'

function Correction({ of }: { of: CaseView }) {
  // What stood there when the person began: a refresh in between must not take their words away.
  const [version] = useState(of.version)
  const { phone: known, name: caller, address: where } = of.contact
  const stands: Writing = { name: of.applicant.name, contact: caller, phone: known, address: where }
  const key = ownIntention('correct', of.id)
  const [words, change] = useForm<Writing>(key, stands)
  const [failed, setFailed] = useState<Failure | null>(null)
  const signature = useRef<TakeSignature | null>(null)
  const property = of.materials.find(({ group }) => group === 'property')?.received ?? null
  const waiting = useKept(() => isWaiting(key))
  const { name, contact, phone, address } = words
  const wrongPhone = phoneError(phone)
  const [nameLabel, contactLabel] = of.byAgent ? ['用电人', '经办人'] : ['姓名或单位名称', '联系人']
  const wrongName =
    nameError(nameLabel, name) ?? (isWordPutRight(stands.name, name) ? null : `这像是另一个人或单位的名字。${ANEW}`)
  const wrongContact = nameError(contactLabel, contact)
  const elsewhere = addressFault(address, districtOf(where))
  const wrongAddress = addressError(address) ?? (elsewhere && `${elsewhere}。${ANEW}`)
  const wrong = [wrongName, wrongContact, wrongPhone, wrongAddress].filter(Boolean).join('；')
  const changed = JSON.stringify(words) !== JSON.stringify(stands)
  const write = (part: Partial<Writing>) => change(() => part)

  const send = async () => {
    setFailed(null)
    try {
      if (!changed) throw failureOf('BAD_REQUEST', { what: '还没有改动任何一处' })
      if (wrong) throw failureOf('BAD_REQUEST', { what: wrong })
      if (!signature.current) throw failureOf('SIGNATURE_MISSING')
      const picture = await upload('applicant', 'signature', await signature.current())
      const correction = { name, contact: { name: contact, phone }, address, signature: picture }
      const about = { intention: key, title: '更正', page: serviceUrl('correct', of.id), form: key }
      await handIn('applicant', 'correct', { id: of.id, version, correction }, about)
      await goInstead('case', { id: of.id, corrected: '1' })
    } catch (thrown) {
      setFailed(asFailure(thrown))
      if (wrong) scrollToMend()
    }
  }
  if (waiting) return null
  return (
    <>
      <Card title='改成什么'>
        <Field
          label={nameLabel}
          typed='name'
          value={name}
          error={wrongName}
          onChange={(value) => write({ name: value })}
        />
        <Field
          label={contactLabel}
          typed='name'
          value={contact}
          error={wrongContact}
          onChange={(value) => write({ contact: value })}
        />
        <PhoneField value={phone} error={wrongPhone} onChange={(value) => write({ phone: value })} />
        <Field
          label='用电地址'
          tall
          typed='address'
          value={address}
          error={wrongAddress}
          onChange={(value) => write({ address: value })}
        />
        <Notice text='换了地方或换了人用电，请撤回后重新申请。证件号码不对，请让客户经理核对。' />
      </Card>
      <Card title='重新签名' aside='用手指写'>
        <Text className='block muted'>其余内容（证件、用途、容量）不变，和原来那份一样。</Text>
        {statementsOf({ property: property && { ...property, pictures: [] }, byAgent: of.byAgent }).map((statement) => (
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
