import { nameLabel, numberLabel, titleOfKind } from '@shared/certificates/identityKinds'
import { COMMON_PAPER_TITLES } from '@shared/certificates/paperTitles'
import { unusable } from '@shared/certificates/sortPapers'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { AtCounter, useApplying } from '@/apply/AtCounter'
import { ConsentCard, hasConsent } from '@/apply/ConsentCard'
import { changeDraft, saveDraft, useDraft } from '@/apply/draft'
import { IdentityFields } from '@/apply/IdentityFields'
import { LostPapers } from '@/apply/LostPapers'
import { nameError } from '@/apply/nameError'
import { numberProblem } from '@/apply/numberProblem'
import { PremisesCard } from '@/apply/PremisesCard'
import { APPLY_STEPS } from '@/apply/steps'
import { UnknownPaper } from '@/apply/UnknownPaper'
import { type Certificate, useCertificate } from '@/apply/useCertificate'
import { go } from '@/go'
import { Action } from '@/ui/Action'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Photo } from '@/ui/Photo'
import { Progress, Steps } from '@/ui/Progress'
import { Screen } from '@/ui/Screen'
import { scrollToMend } from '@/ui/scrollToMend'
import { heading } from '@/ui/speak'

/** 第1步: one certificate, photographed or typed. */
export default function ApplyCertificate() {
  const { counter, title: page, query } = useApplying()
  const draft = useDraft()
  const { identity, consent } = draft
  const certificate = useCertificate()
  const [typing, setTyping] = useState(Boolean(identity?.name || identity?.number))
  const [strict, setStrict] = useState(false)
  const [asked, setAsked] = useState(false)
  const agreed = hasConsent(consent)
  const { phase, reading, failure, src } = certificate
  const working = phase !== 'idle'
  const [unknown] = certificate.unknown
  const filled = typing || (reading !== null && !unusable(reading)) || (failure !== null && src !== null)
  // A personal-information consent comes before the camera, not after.
  const afterConsent = (act: () => unknown) => (agreed ? act() : setAsked(true))

  const { kind } = identity ?? {}
  const missing = [
    unknown && '没有认出来的那份材料是哪一种',
    nameError('', identity?.name ?? '') && nameLabel(kind),
    numberProblem(identity) && numberLabel(kind),
  ].filter(Boolean)
  const next = () => {
    setStrict(true)
    if (missing.length > 0) return scrollToMend()
    changeDraft({ step: 'place', identity: { kind: identity?.kind ?? 'idCard' } })
    void saveDraft()
    void go('apply-place', query)
  }
  const showsFields = filled && !working && agreed
  const [title, lead] = !showsFields
    ? [
        counter ? '拍一下来人的证件' : '拍一张证件，就能申请',
        '身份证或营业执照，一张就够，不用填表、不用复印。户口簿、护照、军人证也行。',
      ]
    : src
      ? reading?.kind || identity?.name
        ? ['请核对一下', '和证件的原样对一对，都对就点“下一步”；认错的字点一下就能改']
        : ['没有认出来', '可以重新拍，也可以照着证件填下面两项']
      : ['填写证件信息', '照着证件填两项就行']

  return (
    <Screen
      title={page}
      foot={
        showsFields ? (
          <>
            {strict && missing.length > 0 ? (
              <Notice tone='soon' text={`还没填好：${missing.join('、')}。填好再点下一步。`} />
            ) : null}
            <Action onTap={next}>下一步：在哪里用电</Action>
          </>
        ) : undefined
      }
    >
      <Steps names={APPLY_STEPS} now={0} />
      <AtCounter />
      <Text className='headline' {...heading()}>
        {title}
      </Text>
      <Text className='lead'>{lead}</Text>
      {asked && !agreed ? <Notice tone='soon' text='请先看一下告知书，勾选同意后再继续。' /> : null}
      {agreed ? null : <ConsentCard />}
      {unknown && !working ? (
        <UnknownPaper
          key={unknown.picture}
          paper={unknown}
          identityWanted={!identity?.pictures?.length}
          onAnswer={certificate.answer}
        />
      ) : null}
      <CertificatePicture certificate={certificate} />
      {working ? null : (
        <TakeActions
          again={src !== null}
          main={!filled}
          onTake={(source) => afterConsent(() => void certificate.take(source))}
        />
      )}
      {certificate.unneeded.length > 0 && !working ? (
        <Notice text={`不用交：${certificate.unneeded.join('、')}。照片已删除。身份证明一份就够，房屋证明一份就够。`} />
      ) : null}
      <LostPapers draft={draft} here />
      {working ? null : <PremisesCard draft={draft} />}
      {showsFields ? (
        <View className='card gap'>
          <IdentityFields certificate={certificate} chooseKind={!reading?.kind} strict={strict} />
        </View>
      ) : null}
      {filled && !working ? null : (
        <Action
          kind='quiet'
          icon='pen'
          onTap={() =>
            afterConsent(() => {
              certificate.skip()
              setTyping(true)
            })
          }
        >
          {working ? '不等了，手工填写' : '手边没有证件？手工填写'}
        </Action>
      )}
      {showsFields && !identity?.pictures?.length ? (
        <Notice text='没有照片也能申请：客户经理与您核对身份后受理，上门时看一眼证件就行。' />
      ) : null}
    </Screen>
  )
}

interface TakeProps {
  /** A picture is there already. */
  again: boolean
  /** Taking one is the page's main action now. */
  main: boolean
  onTake: (source: 'camera' | 'album') => void
}
const TakeActions = ({ again, main, onTake }: TakeProps) => (
  <View className='actions'>
    <Action kind={main ? 'primary' : 'plain'} icon='camera' onTap={() => onTake('camera')}>
      {again ? '重新拍' : '拍照'}
    </Action>
    <Action kind='plain' icon='album' onTap={() => onTake('album')}>
      从相册选
    </Action>
  </View>
)

/** The picture with what was read marked on it, the progress, and what to do better. */
function CertificatePicture({ certificate }: { certificate: Certificate }) {
  const { phase, turn, src, reading, failure, again } = certificate
  const which = turn.of > 1 ? `第${turn.now}张（共${turn.of}张）` : ''
  const marks = Object.entries(reading?.fields ?? {}).flatMap(([key, { quad, doubtful }]) =>
    quad ? [{ key, corners: quad, doubtful }] : [],
  )
  const kind = reading?.kind
  const cannot = reading && unusable(reading)
  return (
    <View>
      {src ? (
        <Photo
          src={src}
          size={reading?.size ?? { width: 1, height: 1 }}
          marks={marks}
          label={kind ? `您拍的${titleOfKind(kind)}，认出了${marks.length}处文字` : '您拍的证件'}
        />
      ) : null}
      {phase === 'sending' ? <Progress text={`正在上传照片${which}…`} /> : null}
      {phase === 'reading' ? <Progress text={`正在识别${which}，请稍等…`} /> : null}
      {cannot === 'notIdentity' ? (
        <Notice
          tone='soon'
          text={`这是${kind ? COMMON_PAPER_TITLES[kind] : ''}，不是身份证明，先不用交。请拍身份证或营业执照，这份受理以后再交。`}
        />
      ) : cannot === 'back' ? (
        <Notice
          tone='soon'
          text={`这是${kind ? COMMON_PAPER_TITLES[kind] : '证件'}的${kind === 'idCard' ? '国徽面' : '背面'}，请翻过来拍有照片的一面。`}
        />
      ) : (cannot === 'several' || cannot === 'unaccepted') && reading?.retake ? (
        <Notice tone='soon' text={`${reading.retake}。`} />
      ) : reading?.retake ? (
        <Notice tone='soon' text={`${reading.retake}。也可以直接在下面改。`} />
      ) : null}
      <FailureNotice failure={failure} retry={failure?.retryable && src ? again : undefined} />
    </View>
  )
}
