import type { MaterialView, StaffCaseView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { goDesk } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { picturesIn, type Sheet, type SheetAction } from '../sheet/Sheet'
import { type SheetPage, useSheetPage } from '../sheet/useSheet'
import { nextForStaff } from '../ui/nextForStaff'
import { PaperCapture } from '../ui/PaperCapture'
import { PromisedDay } from '../ui/PromisedDay'
import { SheetFrame } from '../ui/SheetFrame'
import { SitePictures, Survey, SurveyNote } from './Survey'
import { SurveySignature } from './SurveySignature'
import '../staff.scss'

/**
 * 上门: survey and papers in one trip, or one paper alone: that of `group` or the first wanted (`only=papers`), or the right one for
 * a wrong one (`only=replace`). Works without a network.
 */
export default function Visit() {
  const { id = '', only, group } = useRouter().params
  if (only === 'replace') return <Replacing id={id} group={group} />
  return only === 'papers' ? <Collecting id={id} group={group} /> : <Visiting id={id} />
}

const NONE_LEFT = '材料已收齐，不用再收。'
const receivedOf = (of: StaffCaseView | null) => of?.materials.filter(({ received }) => received) ?? []
const wantedOf = (of: StaffCaseView | null) => of?.materials.filter(({ state }) => state === 'wanted') ?? []

/** Without papers that have arrived by another way meanwhile: they must not be handed in twice. */
function withoutSurplus<A extends 'visit' | 'collect' | 'replacePaper'>(sheet: Sheet<A>, groups: string[]): Sheet<A> {
  const goes = ['site', 'signature', ...groups]
  return { ...sheet, pictures: sheet.pictures.filter(({ slot }) => goes.includes(slot)) }
}

function Visiting({ id }: { id: string }) {
  const page = useSheetPage('visit', id)
  const { sheet, view, done } = page
  const wanted = wantedOf(view.shown)
  const ready = withoutSurplus(
    sheet,
    wanted.map(({ group }) => group),
  )
  const left = wanted.filter(({ group }) => picturesIn(sheet, group).length === 0)
  if (done) return <Done title='上门记录' of={done} />
  return (
    <SheetFrame
      title='上门记录'
      page={page}
      ready={ready}
      submit={{
        text: '提交',
        // Papers left behind cost a second trip, so it is asked once more.
        ask: left.length > 0 ? `还没拍${left.map((one) => one.title).join('、')}，以后要再跑一趟。` : null,
        yes: '先提交',
        busyText: '正在提交…',
      }}
    >
      {(of) => (
        <>
          <Survey open={page} of={of} />
          {wanted.length === 0 ? (
            <Card title='材料'>
              <Text className='muted'>{NONE_LEFT}</Text>
            </Card>
          ) : (
            wanted.map((material) => <PaperCapture key={material.group} material={material} open={page} />)
          )}
          <Surplus page={page} ready={ready} />
          <SitePictures open={page} />
          <SurveySignature open={page} />
          <SurveyNote open={page} />
        </>
      )}
    </SheetFrame>
  )
}

interface Alone {
  id: string
  group?: string
}

function Collecting({ id, group }: Alone) {
  const page = useSheetPage('collect', id)
  return <OnePaper title='补收材料' page={page} all={wantedOf(page.view.shown)} group={group} />
}

function Replacing({ id, group }: Alone) {
  const page = useSheetPage('replacePaper', id)
  return <OnePaper title='换材料' page={page} all={receivedOf(page.view.shown)} group={group} />
}

interface OnePaperProps {
  title: string
  page: SheetPage<'collect'> | SheetPage<'replacePaper'>
  /** What may be photographed here. */
  all: MaterialView[]
  group?: string
}

function OnePaper({ title, page, all, group }: OnePaperProps) {
  // A command takes one paper: the one begun before any other.
  const begun = all.find((material) => picturesIn(page.sheet, material.group).length > 0)
  const one = begun ?? all.find((material) => material.group === group) ?? all[0]
  const wanted = one ? [one] : []
  const ready = withoutSurplus(
    page.sheet,
    wanted.map(({ group }) => group),
  )
  if (page.done) return <Done title={title} of={page.done} />
  return (
    <SheetFrame
      title={title}
      page={page}
      ready={ready}
      submit={{ text: '提交', ask: null, yes: '提交', busyText: '正在提交…' }}
    >
      {() => (
        <>
          {wanted.map((material) => (
            <PaperCapture key={material.group} material={material} open={page} />
          ))}
          <Surplus page={page} ready={ready} />
        </>
      )}
    </SheetFrame>
  )
}

function Surplus({ page, ready }: { page: Pick<SheetPage<SheetAction>, 'sheet'>; ready: Sheet }) {
  if (ready.pictures.length === page.sheet.pictures.length) return null
  return <Notice text='有一样材料用户刚刚自己交了，您拍的那份不会再提交。' />
}

function Done({ title, of }: { title: string; of: StaffCaseView }) {
  const missing = wantedOf(of).map((material) => material.title)
  return (
    <Screen title={title} root foot={<Action onTap={goDesk}>回到待办</Action>}>
      <View className='done'>
        <Text className='done__title'>已提交</Text>
        <PromisedDay of={of} />
        <Text className='block muted'>{missing.length > 0 ? `还差${missing.join('、')}` : '材料已收齐'}</Text>
        <Text className='block muted'>下一步：{nextForStaff(of)}</Text>
      </View>
    </Screen>
  )
}
