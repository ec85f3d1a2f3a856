import type { StaffCaseView } from '@shared/contract/case'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { goDesk } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Tick } from '@/ui/Choice'
import { Screen } from '@/ui/Screen'
import { picturesIn } from '../sheet/Sheet'
import { remedySlot } from '../sheet/supplySheets'
import { useSheetPage } from '../sheet/useSheet'
import { PaperCapture } from '../ui/PaperCapture'
import { ProblemWords } from '../ui/ProblemWords'
import { PromisedDay } from '../ui/PromisedDay'
import { SheetFrame } from '../ui/SheetFrame'
import { TakePictures } from '../ui/TakePictures'
import '../staff.scss'

/** 代报竣工检验, for a customer without a phone: the report, later what was put right, line by line. */
export default function Report() {
  const { id = '' } = useRouter().params
  const page = useSheetPage('requestInspection', id)
  const { sheet, edit, done } = page
  const { remedied } = sheet.entry
  if (done) return <Done of={done} />
  const tick = (place: number, on: boolean) =>
    edit((entry) => ({ remedied: [...entry.remedied.filter((other) => other !== place), ...(on ? [place] : [])] }))
  return (
    <SheetFrame
      title='替用户报验'
      page={page}
      submit={{
        text: '申请检验',
        icon: 'check',
        ask: '是用户要求报验的？提交后开始计时。',
        yes: '申请检验',
        busyText: '正在提交…',
      }}
    >
      {(of) => {
        const before = of.rounds.at(-1)?.problems
        const report = of.materials.find(({ group }) => group === 'completionReport')
        if (!before) return report ? <PaperCapture material={report} open={page} /> : null
        return before.map((problem, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a written list never changes
          <Card key={place} className='snug'>
            <ProblemWords caseId={of.id} problem={problem} number={place + 1} />
            <Tick text={`第${place + 1}条已改好`} on={remedied.includes(place)} onChange={(on) => tick(place, on)} />
            <TakePictures
              of={`第${place + 1}条整改`}
              named
              pictures={picturesIn(sheet, remedySlot(place))}
              onAdd={(picture) => page.addPicture(remedySlot(place), 'remedy', picture)}
              onRemove={(key) => page.removePictures((_, other) => other === key)}
            />
          </Card>
        ))
      }}
    </SheetFrame>
  )
}

const Done = ({ of }: { of: StaffCaseView }) => (
  <Screen title='替用户报验' root foot={<Action onTap={goDesk}>回到待办</Action>}>
    <View className='done'>
      <Text className='done__title'>已报验</Text>
      <PromisedDay of={of} />
    </View>
  </Screen>
)
