import type { CaseView, MaterialView } from '@shared/contract/case'
import { MAX_PICTURES_OF_PAPER } from '@shared/contract/constants'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { Action } from '@/ui/Action'
import { Choice } from '@/ui/Choice'
import { FailureNotice } from '@/ui/Notice'
import { Photo } from '@/ui/Photo'
import { Progress } from '@/ui/Progress'
import { OwnerQuestion } from './OwnerQuestion'
import { FindingOriginal, PaperFindings } from './PaperFindings'
import { useCaseCommand } from './useCaseCommand'
import { usePaper } from './usePaper'

const UNDER_WAY = { sending: '正在上传照片…', drawing: '正在把 PDF 转成图片…', reading: '正在看是哪一种…' }
/** 租用房屋凭证. */
const TENANCY = 'tenancyCertificate'

interface Props {
  of: Pick<CaseView, 'id' | 'applicant' | 'address'>
  material: MaterialView
  /** It takes the place of one that was handed in. */
  replaces?: boolean
  onSent: (view: CaseView) => void
}

/** A paper still wanted, or a right one for a wrong one: photographed now, its kind recognised from the picture. */
export function WantedPaper({ of, material, replaces = false, onSent }: Props) {
  const { id } = of
  const { group, oneOf } = material
  const action = replaces ? 'replacePaper' : 'supplement'
  const handing = useCaseCommand(id, action, onSent, { intention: `own.${action}:${id}:${group}` })
  const paper = usePaper(material, of)
  const [open, setOpen] = useState(false)
  const chosen = oneOf.find(({ code }) => code === paper.kind)
  const another = paper.findings.find((one) => one.code === 'otherOwner' || one.code === 'otherName')
  /** What was said to be right as it is. */
  const [right, setRight] = useState<string | null>(null)
  const begun = paper.sent.length > 0
  const waiting = paper.phase !== 'idle'
  const mayAdd = paper.sent.length < MAX_PICTURES_OF_PAPER && !waiting

  const send = async () => {
    const pictures = paper.sent.map((one) => one.id)
    if (chosen) await handing.send({ paper: { group, kind: chosen.code, pictures } })
  }

  if (handing.waiting) return <Text className='muted'>照片正在送达，有网后自动完成。</Text>
  if (!open)
    return replaces ? (
      <Action kind='quiet' label={`交错了，换一份${material.title}`} onTap={() => setOpen(true)}>
        交错了，换一份
      </Action>
    ) : (
      <Action kind='plain' icon='camera' label={`拍照补交${material.title}`} onTap={() => setOpen(true)}>
        拍照补交
      </Action>
    )
  return (
    <View>
      {!begun && paper.kind && oneOf.length > 1 && chosen ? (
        <Text className='block strong'>请拍{chosen.title}</Text>
      ) : null}
      <View className={paper.sent.length > 1 ? 'photos' : ''}>
        {paper.sent.map(({ id: sent, picture: { src, width, height } }, index) => (
          <Photo key={sent} src={src} size={{ width, height }} marks={[]} label={`第${index + 1}张照片`} />
        ))}
      </View>
      {paper.phase === 'idle' ? null : <Progress text={UNDER_WAY[paper.phase]} />}
      <PaperFindings findings={paper.findings.filter((finding) => finding !== another)} paper={paper.shown} />
      {another ? (
        <OwnerQuestion
          key={another.text}
          finding={another}
          onAnswer={(answer) => {
            setRight(answer === 'asItIs' ? another.text : null)
            if (answer !== 'another') return
            paper.startOver()
            if (another.code === 'otherOwner') paper.choose(TENANCY)
          }}
        >
          <FindingOriginal finding={another} paper={paper.shown} />
        </OwnerQuestion>
      ) : null}
      {begun && !waiting && !chosen ? (
        <Choice
          label='这是哪一种（一种就够）'
          options={oneOf.map(({ code, title, condition }) => ({
            value: code,
            text: title,
            note: condition ?? undefined,
          }))}
          value={null}
          onChange={paper.choose}
        />
      ) : null}
      {begun && chosen ? (
        <View className='rows__row'>
          <Text className='rows__text strong'>{chosen.title}</Text>
          {oneOf.length > 1 ? (
            <View>
              <Action kind='quiet' onTap={() => paper.choose('')}>
                不是这种？换一种
              </Action>
            </View>
          ) : null}
        </View>
      ) : null}
      {mayAdd ? (
        <View className='actions'>
          <Action kind='plain' icon='camera' onTap={() => void paper.add('camera')}>
            {begun ? '再拍一张' : '拍照'}
          </Action>
          <Action kind='plain' icon='album' onTap={() => void paper.add('album')}>
            从相册选
          </Action>
        </View>
      ) : null}
      {mayAdd ? (
        <View className='gap'>
          <Action kind='plain' icon='paper' onTap={() => void paper.add('pdf')}>
            选 PDF 文件
          </Action>
        </View>
      ) : null}
      {begun && !waiting ? (
        <Action kind='quiet' onTap={paper.startOver}>
          不要这些，重新拍
        </Action>
      ) : null}
      {begun && chosen && !waiting && !paper.oneSided && (!another || another.text === right) ? (
        <View className='gap'>
          <Action busyText='正在提交…' onTap={send}>
            交上去
          </Action>
        </View>
      ) : null}
      <FailureNotice failure={handing.failure ?? paper.failure} />
    </View>
  )
}
