import { isOrganisation } from '@shared/certificates/identityKinds'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { anyone, newCommandId } from '@/api'
import { AtCounter, useApplying } from '@/apply/AtCounter'
import { changeDraft, saveDraft, useDraft } from '@/apply/draft'
import { PlaceFields } from '@/apply/PlaceFields'
import { PreviewCard, usePreview } from '@/apply/PreviewCard'
import { phoneError } from '@/apply/phone'
import { SpecialCases } from '@/apply/SpecialCases'
import { APPLY_STEPS } from '@/apply/steps'
import { UseFields } from '@/apply/UseFields'
import { go } from '@/go'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Field } from '@/ui/Field'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Steps } from '@/ui/Progress'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useView } from '@/useView'

/** 第2步: where, what for, whom to call; the promise appears as soon as it is known. */
export default function ApplyPlace() {
  const { counter, title, query } = useApplying()
  const draft = useDraft()
  const { data, failure, reload } = useView(() => anyone('districts', {}))
  const preview = usePreview()
  const [strict, setStrict] = useState(false)
  const { identity, contact, place, use, capacityKva } = draft

  // The number given last time, so that nobody types it twice; it is nobody else's.
  useEffect(() => {
    if (counter) return
    const last = platform.personal.get<string>('phone')
    if (last && contact?.phone === undefined) changeDraft({ contact: { phone: last } })
  }, [counter, contact?.phone])

  const caller = contact?.name ?? identity?.name ?? ''
  const phone = contact?.phone ?? ''
  const missing = [
    (place?.address ?? '').trim().length < 4 && '用电地址',
    !place?.district && '所在区县',
    !use && '做什么用',
    use === 'business' && !capacityKva && '大概用多少电',
    caller.trim().length < 2 && (draft.byAgent ? '经办人姓名' : '联系人'),
    phoneError(phone) !== null && '联系电话',
  ].filter(Boolean)

  const next = () => {
    setStrict(true)
    if (missing.length > 0) return
    changeDraft({
      step: 'sign',
      contact: { name: caller, phone },
      capacityKva: use === 'household' ? null : capacityKva,
      place: { location: place?.location ?? null },
      // The application gets its id before it is signed: a second phone that finishes this draft repeats it, never doubles it.
      commandId: draft.commandId ?? newCommandId(),
    })
    void saveDraft()
    void go('apply-sign', query)
  }

  return (
    <Screen
      title={title}
      foot={
        <>
          {strict && missing.length > 0 ? (
            <Notice tone='soon' text={`还没填好：${missing.join('、')}。填好再点下一步。`} />
          ) : null}
          <Action onTap={next}>下一步：核对签名</Action>
        </>
      }
    >
      <Steps names={APPLY_STEPS} now={1} />
      <AtCounter />
      <FailureNotice failure={failure} retry={reload} />
      {data ? <PlaceFields districts={data.districts} strict={strict} /> : failure ? null : <Skeleton lines={5} />}
      <UseFields strict={strict} />
      <SpecialCases />
      <PreviewCard state={preview} />
      <View className='card'>
        {isOrganisation(identity?.kind) || draft.byAgent ? (
          <Field
            label={draft.byAgent ? '经办人姓名' : '联系人'}
            value={caller}
            error={strict && caller.trim().length < 2 ? `请填写${draft.byAgent ? '您的姓名' : '联系人姓名'}` : null}
            onChange={(name) => changeDraft({ contact: { name } })}
          />
        ) : null}
        <Field
          label='联系电话'
          kind='tel'
          maxLength={11}
          value={phone}
          placeholder='11 位手机号'
          hint={counter ? '本人没有手机的，写家人或村里能找到人的号码' : undefined}
          error={strict || phone.length === 11 ? phoneError(phone) : null}
          onChange={(value) => changeDraft({ contact: { phone: value.trim() } })}
        />
      </View>
    </Screen>
  )
}
