import type { StaffCaseView } from '@shared/contract/case'
import { spokenDay } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { goBack } from '@/go'
import { forgetPicture } from '@/kept/keptPictures'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Freshness } from '@/ui/Freshness'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { goTasks } from '../go'
import { missingIn, type Sheet } from '../sheet/Sheet'
import { answerTo, forgetAnswer, sendingOf, submitSheet } from '../sheet/sendSheet'
import { forgetSheet } from '../sheet/sheets'
import { useSheet } from '../sheet/useSheet'
import { nextForStaff } from '../ui/nextForStaff'
import { PaperCapture } from '../ui/PaperCapture'
import { SheetState } from '../ui/SheetState'
import { SheetSummary } from '../ui/SheetSummary'
import { SureAction } from '../ui/SureAction'
import { Survey, SurveyNote } from '../ui/Survey'
import { useStaffCase } from '../ui/useStaffCase'
import '../staff.scss'

/** 上门: survey and papers in one trip, or (`only=papers`) the papers alone. Works without a network. */
export default function Visit() {
  const { id = '', only } = useRouter().params
  const action: Sheet['action'] = only === 'papers' ? 'collect' : 'visit'
  const view = useStaffCase(id)
  const { sheet, edit, editPaper, paperOf } = useSheet(action, id)
  const [tried, setTried] = useState(false)
  // Once, before the first look: an answer from an earlier visit to this page is none to this one.
  useState(() => forgetAnswer(sheet.key))
  const done = answerTo(sheet.key)
  const shown = view.shown
  const title = action === 'visit' ? '上门记录' : '补收材料'

  if (done) return <Done title={title} of={done} />
  if (!shown)
    return (
      <Screen title={title}>
        <Freshness of={view} />
        {view.loading ? <Skeleton lines={5} promise /> : null}
      </Screen>
    )

  const wanted = shown.materials.filter(({ state }) => state === 'wanted')
  // A command takes one paper; those of a visit go together.
  const papers = action === 'collect' ? wanted.slice(0, 1) : wanted
  // A paper that has arrived by another way meanwhile must not be handed in twice.
  const surplus = sheet.papers.filter(({ group }) => !papers.some((material) => material.group === group))
  const ready = { ...sheet, papers: sheet.papers.filter((paper) => !surplus.includes(paper)) }
  const missing = missingIn(ready)
  const left = papers.filter((material) => paperOf(material).pictures.length === 0)
  const check = () => {
    setTried(true)
    if (missing) return 'stop'
    // Papers left behind cost a second trip, so it is asked once more.
    return left.length === 0 ? 'go' : { ask: `还没拍${left.map((one) => one.title).join('、')}，以后要再跑一趟。` }
  }
  const submit = async () => {
    for (const picture of surplus.flatMap(({ pictures }) => pictures)) await forgetPicture(picture)
    await submitSheet(ready, shown.version)
  }
  const sending = sendingOf(sheet)
  const allowed = shown.actions.includes(action)

  if (!allowed && sending === null) return <NotNow title={title} of={shown} sheet={sheet} />
  return (
    <Screen
      title={title}
      foot={
        sending === null ? (
          <>
            {tried && missing ? (
              <Text className='foot-hint' aria-live='polite'>
                {missing}
              </Text>
            ) : null}
            <SureAction key={left.length} check={check} yes='先提交' onSure={submit} busyText='正在提交…'>
              {sheet.refusal ? '核对好了，再次提交' : '提交'}
            </SureAction>
          </>
        ) : undefined
      }
    >
      <Text className='lead'>
        {shown.title} · {shown.address}
      </Text>
      <Freshness of={view} />
      <SheetState sheet={sheet} />
      {sheet.refusal && sending === null ? <Refusal refusal={sheet.refusal} /> : null}
      {sending === null ? (
        <>
          {action === 'visit' ? <Survey sheet={sheet} promise={shown.promise} edit={edit} /> : null}
          {papers.length === 0 ? (
            <Card title='材料'>
              <Text className='muted'>材料已收齐，不用再收。</Text>
            </Card>
          ) : (
            papers.map((material) => (
              <PaperCapture
                key={material.group}
                material={material}
                paper={paperOf(material)}
                onChange={(change) => editPaper(material, change)}
              />
            ))
          )}
          {surplus.some(({ pictures }) => pictures.length > 0) ? (
            <Notice text='有一样材料用户刚刚自己交了，您拍的那份不会再提交。' />
          ) : null}
          {action === 'visit' ? <SurveyNote sheet={sheet} edit={edit} /> : null}
          <Text className='muted small block'>填的内容随时存在手机里，没有网络也能提交。</Text>
        </>
      ) : (
        <SheetSummary sheet={sheet} materials={shown.materials} />
      )}
    </Screen>
  )
}

function Refusal({ refusal }: { refusal: NonNullable<Sheet['refusal']> }) {
  const changed = refusal.code === 'CASE_CHANGED'
  return (
    <Notice
      tone={changed ? 'soon' : 'danger'}
      title={changed ? '这件申请有了新进展' : '没有提交成功'}
      text={changed ? '您填的都在下面。已为您换成最新情况，请核对后再次提交。' : refusal.message}
    />
  )
}

/** The stage has moved on, or the case is another's: what was entered is shown, and dropped only by hand. */
function NotNow({ title, of, sheet }: { title: string; of: StaffCaseView; sheet: Sheet }) {
  const entered = sheet.externalLine !== null || sheet.meterPosition !== '' || sheet.papers.length > 0
  return (
    <Screen title={title} foot={<Action onTap={goBack}>返回案件</Action>}>
      <Notice tone='soon' title='这一步现在不用办' text={`这件申请下一步：${nextForStaff(of)}。`} />
      {entered ? (
        <>
          <SheetSummary sheet={sheet} materials={of.materials} />
          <Action kind='danger' onTap={() => forgetSheet(sheet)}>
            删掉手机里的这份记录
          </Action>
        </>
      ) : null}
    </Screen>
  )
}

function Done({ title, of }: { title: string; of: StaffCaseView }) {
  const missing = of.materials.filter(({ state }) => state === 'wanted').map((material) => material.title)
  return (
    <Screen title={title} root foot={<Action onTap={goTasks}>回到待办</Action>}>
      <View className='done'>
        <Text className='done__title'>已提交</Text>
        {of.dueDay ? (
          <>
            <Text className='done__lead'>承诺最晚通电</Text>
            <Text className='done__day'>{spokenDay(of.dueDay)}</Text>
          </>
        ) : null}
        <Text className='block muted'>{missing.length > 0 ? `还差${missing.join('、')}` : '材料已收齐'}</Text>
        <Text className='block muted'>下一步：{nextForStaff(of)}</Text>
      </View>
    </Screen>
  )
}
