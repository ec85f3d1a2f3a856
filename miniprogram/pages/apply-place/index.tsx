import { isOrganisation } from '@shared/certificates/identityKinds'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { anyone } from '@/api'
import { AtCounter, useApplying } from '@/apply/AtCounter'
import { addressError } from '@/apply/addressError'
import { changeDraft, saveDraft, useDraft } from '@/apply/draft'
import { useKeptPaper } from '@/apply/keptShot'
import { nameError } from '@/apply/nameError'
import { PhoneField, phoneError } from '@/apply/PhoneField'
import { PlaceFields } from '@/apply/PlaceFields'
import { PreviewCard, usePreview } from '@/apply/PreviewCard'
import { RunningHere, useRunningHere } from '@/apply/RunningHere'
import { SpecialCases } from '@/apply/SpecialCases'
import { APPLY_STEPS } from '@/apply/steps'
import { UseFields } from '@/apply/UseFields'
import { go } from '@/go'
import { newCommandId } from '@/outbox/handIn'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Field } from '@/ui/Field'
import { FromPaper } from '@/ui/FromPaper'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Steps } from '@/ui/Progress'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { scrollToMend } from '@/ui/scrollToMend'
import { useView } from '@/useView'

/** 第2步: where, what for, whom to call; the promise appears as soon as it is known. */
export default function ApplyPlace() {
  const { counter, title, query } = useApplying()
  const draft = useDraft()
  const { data, failure, reload } = useView(() => anyone('districts', {}))
  const preview = usePreview()
  const { running, goOn } = useRunningHere()
  const paper = useKeptPaper()
  const [strict, setStrict] = useState(false)
  const { identity, contact, place, use, capacityKva } = draft

  // The number given last time, so that nobody types it twice; it is nobody else's.
  useEffect(() => {
    if (counter) return
    const last = platform.personal.get<string>('phone')
    if (last && contact?.phone === undefined) changeDraft({ contact: { phone: last } })
  }, [counter, contact?.phone])

  const caller = contact?.name ?? identity?.name ?? ''
  const onLicence = paper?.reading.fields.legalPerson
  const phone = contact?.phone ?? ''
  const callerLabel = draft.byAgent ? '经办人姓名' : '联系人'
  // At a counter somebody may have none at all.
  const wrongPhone = counter && !phone ? null : phoneError(phone)
  const missing = [
    addressError(place?.address ?? '', place?.district ?? null) && '用电地址',
    !place?.district && '所在区县',
    !use && '做什么用',
    use === 'business' && !capacityKva && '大概用多少电',
    nameError('', caller) && callerLabel,
    wrongPhone && '联系电话',
  ].filter(Boolean)

  const next = () => {
    setStrict(true)
    if (missing.length > 0) return scrollToMend()
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
          {running ? <RunningHere running={running} onGoOn={goOn} /> : <Action onTap={next}>下一步：核对签名</Action>}
        </>
      }
    >
      <Steps names={APPLY_STEPS} now={1} />
      <AtCounter />
      <FailureNotice failure={failure} retry={reload} />
      {data ? (
        <PlaceFields paper={paper} districts={data.districts} strict={strict} />
      ) : failure ? null : (
        <Skeleton lines={5} />
      )}
      <UseFields strict={strict} />
      <SpecialCases />
      <PreviewCard state={preview} />
      <View className='card'>
        {isOrganisation(identity?.kind) || draft.byAgent ? (
          <Field
            label={callerLabel}
            typed='name'
            value={caller}
            doubtful={caller === onLicence?.value && onLicence?.doubtful}
            error={strict ? nameError(callerLabel, caller) : null}
            onChange={(name) => changeDraft({ contact: { name } })}
          >
            {caller === onLicence?.value ? <FromPaper paper={paper} field='legalPerson' label='负责人' /> : null}
          </Field>
        ) : null}
        <PhoneField
          value={phone}
          hint={counter ? '写家人或村里能找到人的号码也行；没有电话就空着，客户经理直接上门' : undefined}
          error={strict || phone.length > 10 ? wrongPhone : null}
          onChange={(value) => changeDraft({ contact: { phone: value } })}
        />
      </View>
    </Screen>
  )
}
