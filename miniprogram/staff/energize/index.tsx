import type { StaffCaseView } from '@shared/contract/case'
import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { asFailure, type Failure } from '@/failure'
import { goBack, goDesk } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Field } from '@/ui/Field'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { goStaff } from '../go'
import { useSheetPage } from '../sheet/useSheet'
import { SheetFrame } from '../ui/SheetFrame'
import { canScan, scanMeter } from './scanMeter'
import '../staff.scss'

/** 装表送电: the meter's number, looked at once more, and the power is on. */
export default function Energize() {
  const { id = '' } = useRouter().params
  const page = useSheetPage('energize', id)
  const [unscanned, setUnscanned] = useState<Failure | null>(null)
  const { sheet, edit, view, done, handedIn } = page
  const { shown } = view
  const powered = done ?? shown
  if (powered?.outcome) return <Done of={powered} />
  const wanted = shown?.materials.filter(({ state }) => state === 'wanted') ?? []
  if (shown && wanted.length > 0 && handedIn?.refusal !== null)
    return <PapersFirst of={shown} wanted={wanted.map(({ title }) => title)} />

  const { meterNumber } = sheet.entry
  const type = (number: string) => edit(() => ({ meterNumber: number }))
  const scan = async () => {
    setUnscanned(null)
    try {
      const number = await scanMeter()
      if (number) type(number)
      else await Taro.showToast({ title: '没有扫到电表号，请再扫一次或手工填写', icon: 'none' })
    } catch (thrown) {
      setUnscanned(asFailure(thrown))
    }
  }
  return (
    <SheetFrame
      title='装表送电'
      page={page}
      submit={{
        text: '确认送电',
        icon: 'bolt',
        ask: `电表 ${meterNumber.trim()} 已经通上电了？登记后不能修改。`,
        yes: '已送电',
        busyText: '正在登记…',
      }}
    >
      {(of) => (
        <>
          <Card title={of.title}>
            <Facts
              rows={[
                ['用电地址', of.address],
                ['电表位置', of.meterPosition],
                [
                  '承诺最晚',
                  of.dueDay && `${spokenDay(of.dueDay, of.provisional)}${of.standing === 'overdue' ? '，已超时' : ''}`,
                ],
                ['停电时间', of.outage ? (of.outage.day ? spokenDay(of.outage.day) : '还没有排') : null],
              ]}
            />
          </Card>
          <Card className={canScan ? '' : 'snug'}>
            <Field
              label='电表号'
              value={meterNumber}
              onChange={type}
              typed='meter'
              placeholder={canScan ? '扫码或手工填写' : '照电表面板填写'}
              hint='在电表面板条码下方'
            />
            {canScan ? (
              <Action kind='plain' icon='camera' onTap={scan}>
                扫电表条码
              </Action>
            ) : null}
            <FailureNotice failure={unscanned} />
          </Card>
        </>
      )}
    </SheetFrame>
  )
}

const PapersFirst = ({ of, wanted }: { of: StaffCaseView; wanted: string[] }) => (
  <Screen
    title='装表送电'
    foot={
      of.actions.includes('collect') ? (
        <Action icon='camera' onTap={() => void goStaff('visit', { id: of.id, only: 'papers' })}>
          去补收材料
        </Action>
      ) : (
        <Action onTap={goBack}>返回案件</Action>
      )
    }
  >
    <Notice tone='soon' title={`还差${wanted.join('、')}`} text='材料收齐后才能登记送电。只要这些，多一份都不用。' />
  </Screen>
)

function Done({ of }: { of: StaffCaseView }) {
  const { promisedDay, energizedAt, workingDaysUsed, kept, stages } = of.outcome!
  return (
    <Screen title='已送电' root foot={<Action onTap={goDesk}>回到待办</Action>}>
      <View className='done'>
        <Text className='done__title'>已送电</Text>
        <View className='done__pair'>
          <View className='done__half'>
            <Text className='done__lead'>承诺</Text>
            <Text className='done__day'>{spokenDay(promisedDay)}</Text>
          </View>
          <View className='done__half'>
            <Text className='done__lead'>实际</Text>
            <Text className={`done__day ${kept ? '' : 'done__day--late'}`}>{spokenDay(beijingDay(energizedAt))}</Text>
          </View>
        </View>
        <Text className='strong block'>{kept ? `按承诺${of.end}` : '晚于承诺，已记入台账'}</Text>
        {stages.length > 1 ? (
          stages.map(({ title, workingDaysUsed: used, kept: inTime }) => (
            <Text key={title} className='block muted'>
              {title}：{used}个工作日{inTime ? '' : '，晚了'}
            </Text>
          ))
        ) : (
          <Text className='block muted'>
            {workingDaysUsed === 0 ? `受理当天就${of.end}了` : `从受理到${of.end}用了${workingDaysUsed}个工作日`}
          </Text>
        )}
        <Text className='block muted'>电表号 {of.meterNumber}</Text>
      </View>
    </Screen>
  )
}
