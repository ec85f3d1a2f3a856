import type { StaffCaseView } from '@shared/contract/case'
import { pointRows, pointsIn } from '@shared/flow/pointRows'
import { inspectionItems } from '@shared/rules/inspection'
import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { goDesk } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { itemsToAnswer } from '../sheet/highVoltageSheets'
import { useSheetPage } from '../sheet/useSheet'
import { CaseDocuments } from '../ui/CaseDocuments'
import { Disclosure } from '../ui/Disclosure'
import { nextForStaff } from '../ui/nextForStaff'
import { PromisedDay } from '../ui/PromisedDay'
import { SheetFrame } from '../ui/SheetFrame'
import { InspectedItem } from './InspectedItem'
import '../staff.scss'

/** 竣工检验: the list item by item, and at the end a pass, or the one complete written list. Works without a network. */
export default function Inspect() {
  const { id = '' } = useRouter().params
  const page = useSheetPage('inspect', id)
  const { sheet, view, done } = page
  if (done) return <Done of={done} />
  const round = view.shown?.rounds.length ?? 0
  const { problems } = sheet.entry
  return (
    <SheetFrame
      title='竣工检验'
      page={page}
      wide
      current={sheet.entry.round === 0 || sheet.entry.round === round}
      submit={
        problems.length === 0
          ? {
              text: '检验合格',
              icon: 'check',
              ask: '全部合格？登记后不能改，下一步装表送电。',
              yes: '合格',
              busyText: '正在登记…',
            }
          : {
              text: `出问题清单（${problems.length}处）`,
              icon: 'paper',
              ask: `共${problems.length}处，都写全了？只能出这一次，以后不能再加新的。`,
              yes: '交给用户',
              busyText: '正在提交…',
            }
      }
    >
      {(of) => {
        const asked = itemsToAnswer(of)
        const before = of.rounds
          .findLast((one) => one.problems !== null)
          ?.problems?.map((problem, place) => ({ problem, number: place + 1 }))
        const item = (code: (typeof asked)[number]) => (
          <InspectedItem
            key={code}
            code={code}
            page={page}
            round={round}
            caseId={of.id}
            before={before?.filter(({ problem }) => problem.item === code) ?? []}
          />
        )
        const others = inspectionItems.map(({ code }) => code).filter((code) => !asked.includes(code))
        return (
          <>
            <Card title={before ? `第${round}次检验` : '看什么'}>
              <Facts
                rows={[
                  ['方案', of.scheme?.title],
                  ...(of.scheme ? pointRows(pointsIn(of.scheme)) : []),
                  ['用电容量', of.capacityKva === null ? null : `${of.capacityKva} 千伏安`],
                ]}
              />
              <Text className='muted small block gap'>
                {before
                  ? '只看上次清单上的。下面每一项都有上次的问题和用户的整改照片。'
                  : '每一项都看过再提交。有问题一次写全，用户只收一份清单。'}
              </Text>
            </Card>
            <View className='items'>{asked.map(item)}</View>
            {others.length > 0 ? (
              <Disclosure title='上次合格的项目' note={`${others.length}项，不用再看`}>
                <Notice tone='soon' text='上次没写的问题，现在提会记下“第一次清单里没有写”。只在危及安全时写。' />
                {others.map(item)}
              </Disclosure>
            ) : null}
          </>
        )
      }}
    </SheetFrame>
  )
}

function Done({ of }: { of: StaffCaseView }) {
  const last = of.rounds.at(-1)
  const count = last?.problems?.length ?? 0
  return (
    <Screen title='竣工检验' root foot={<Action onTap={goDesk}>回到待办</Action>}>
      <View className='done'>
        <Text className='done__title'>{count === 0 ? '检验合格' : '问题清单已交给用户'}</Text>
        {count === 0 ? <PromisedDay of={of} /> : null}
        <Text className='block muted'>
          {count === 0
            ? `下一步：${nextForStaff(of)}`
            : `共${count}处。用户整改期间，承诺的时间停着；重新报验后接着算。`}
        </Text>
      </View>
      {count > 0 ? (
        <CaseDocuments
          of={{ ...of, forms: [], documents: of.documents.filter(({ round }) => round === last?.round) }}
        />
      ) : null}
    </Screen>
  )
}
