import type { StaffCaseView } from '@shared/contract/case'
import { shownDay, spokenDay } from '@shared/wording'
import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { command, onCommandSettled, pendingCommand, resumeCommands } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { goBack } from '@/go'
import { platform } from '@/platform'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Field } from '@/ui/Field'
import { Freshness } from '@/ui/Freshness'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { goStaff, goTasks } from '../go'
import { nextForStaff } from '../ui/nextForStaff'
import { SureAction } from '../ui/SureAction'
import { canScan, METER_NUMBER, scanMeter } from '../ui/scanMeter'
import { useStaffCase } from '../ui/useStaffCase'
import '../staff.scss'

/** 装表送电: the meter's number, looked at once more, and the power is on. */
export default function Energize() {
  const { id = '' } = useRouter().params
  const view = useStaffCase(id)
  const intention = `energize:${id}`
  const [meter, setMeter] = useState(() => platform.personal.get<string>(intention) ?? '')
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<Failure | null>(null)
  const [waiting, setWaiting] = useState(() => pendingCommand(intention) !== null)
  const { shown, reload } = view

  useEffect(
    () =>
      onCommandSettled(({ pending }) => {
        if (pending.intention !== intention) return
        setWaiting(false)
        void reload()
      }),
    [intention, reload],
  )

  if (shown?.outcome) return <Done of={shown} />
  if (!shown)
    return (
      <Screen title='装表送电'>
        <Freshness of={view} />
        {view.loading ? <Skeleton lines={4} /> : null}
      </Screen>
    )

  const wanted = shown.materials.filter(({ state }) => state === 'wanted')
  if (wanted.length > 0) return <PapersFirst of={shown} wanted={wanted.map(({ title }) => title)} />

  const type = (value: string) => {
    platform.personal.set(intention, value)
    setMeter(value)
  }
  const scan = async () => {
    const number = await scanMeter()
    if (number) type(number)
    else await Taro.showToast({ title: '没有扫到电表号，请再扫一次或手工填写', icon: 'none' })
  }
  const number = meter.trim()
  const wrong = METER_NUMBER.test(number) ? null : '电表号是6到24位的数字或字母，见电表面板条码下方'

  const energize = async () => {
    setRefused(null)
    setWaiting(true)
    try {
      const after = await command(intention, 'staff', 'energize', { id, version: shown.version, meterNumber: number })
      platform.personal.remove(intention)
      view.replace(after)
    } catch (thrown) {
      const failure = asFailure(thrown)
      setWaiting(pendingCommand(intention) !== null)
      if (!failure.retryable) setRefused(failure)
      if (failure.code === 'CASE_CHANGED') await reload()
    }
  }

  return (
    <Screen
      title='装表送电'
      foot={
        waiting || !shown.actions.includes('energize') ? undefined : (
          <SureAction
            icon='bolt'
            check={() => {
              setTried(true)
              return wrong ? 'stop' : { ask: `电表 ${number} 已经通上电了？登记后不能修改。` }
            }}
            yes='已送电'
            onSure={energize}
            busyText='正在登记…'
          >
            确认送电
          </SureAction>
        )
      }
    >
      <Freshness of={view} />
      <FailureNotice failure={refused} />
      {waiting ? <Waiting number={number} /> : null}
      {!waiting && !shown.actions.includes('energize') ? (
        <Notice tone='soon' title='这一步现在不用办' text={`这件申请下一步：${nextForStaff(shown)}。`} />
      ) : null}
      <Card title={shown.title}>
        <Facts
          rows={[
            ['用电地址', shown.address],
            ['电表位置', shown.meterPosition],
            ['承诺最晚', shown.dueDay ? spokenDay(shown.dueDay) : null],
          ]}
        />
      </Card>
      {waiting ? null : (
        <Card className={canScan ? '' : 'snug'}>
          <Field
            label='电表号'
            value={meter}
            onChange={type}
            maxLength={24}
            placeholder={canScan ? '扫码或手工填写' : '照电表面板填写'}
            hint='在电表面板条码下方'
            error={tried ? wrong : null}
          />
          {canScan ? (
            <Action kind='plain' icon='camera' onTap={scan}>
              扫电表条码
            </Action>
          ) : null}
        </Card>
      )}
    </Screen>
  )
}

const Waiting = ({ number }: { number: string }) => (
  <Notice
    tone='soon'
    title='送电登记已存在手机里，有网后自动提交'
    text={`电表号 ${number}。关掉也没关系，不会重复登记。`}
    action={platform.online() ? { text: '现在提交', onTap: resumeCommands } : undefined}
  />
)

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
  const outcome = of.outcome!
  return (
    <Screen title='已送电' root foot={<Action onTap={goTasks}>回到待办</Action>}>
      <View className='done'>
        <Text className='done__title'>已送电</Text>
        <View className='done__pair'>
          <View className='done__half'>
            <Text className='done__lead'>承诺</Text>
            <Text className='done__day'>{spokenDay(outcome.promisedDay)}</Text>
          </View>
          <View className='done__half'>
            <Text className='done__lead'>实际</Text>
            <Text className={`done__day ${outcome.kept ? '' : 'done__day--late'}`}>
              {spokenDay(shownDay(outcome.energizedAt))}
            </Text>
          </View>
        </View>
        <Text className='strong block'>{outcome.kept ? '按承诺通电' : '晚于承诺，已记入台账'}</Text>
        <Text className='block muted'>
          {outcome.workingDaysUsed === 0 ? '受理当天就通了电' : `从受理到通电用了${outcome.workingDaysUsed}个工作日`}
        </Text>
        <Text className='block muted'>电表号 {of.meterNumber}</Text>
      </View>
    </Screen>
  )
}
