import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { staff } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { goDesk } from '@/go'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { FailureNotice, Notice } from '@/ui/Notice'
import { Screen } from '@/ui/Screen'
import { Skeleton } from '@/ui/Skeleton'
import { useView } from '@/useView'
import { Colleagues } from '../ui/Colleagues'
import { CoverBanner } from '../ui/CoverBanner'
import { DayStepper } from '../ui/DayStepper'
import { SureAction } from '../ui/SureAction'
import { useMe } from '../ui/useMe'
import '../staff.scss'

/** 假期代班: until the end of a day a colleague sees and does one's work. */
export default function Cover() {
  const me = useMe()
  const covers = useView(() => staff('covers', {}))
  const today = beijingDay(Date.now())
  const [who, setWho] = useState<string | null>(null)
  const [until, setUntil] = useState<string>(today)
  const [failed, setFailed] = useState<Failure | null>(null)
  const colleagues = covers.data?.managers ?? []
  const chosen = colleagues.find(({ id }) => id === who)
  const away = me.shown?.coveredBy ?? null

  const set = async (cover: { staffId: string; until: string } | null, said: string) => {
    setFailed(null)
    try {
      me.replace(await staff('setCover', { cover }))
      await Taro.showToast({ title: said, icon: 'none' })
      await goDesk()
    } catch (thrown) {
      setFailed(asFailure(thrown))
      await covers.reload()
    }
  }
  return (
    <Screen
      title='假期代班'
      foot={
        away ? (
          <Action icon='user' busyText='正在登记…' onTap={() => set(null, '从现在起您自己办')}>
            我回来了，自己办
          </Action>
        ) : colleagues.length > 0 ? (
          <SureAction
            icon='calendar'
            missing={chosen ? null : '请选请谁代班'}
            ask={`从现在到${spokenDay(until)}，您的待办都由${chosen?.name}办，通知也发给${chosen?.name}？`}
            yes='交给代班的'
            onSure={() => set({ staffId: chosen!.id, until }, `已请${chosen!.name}代班`)}
            busyText='正在登记…'
          >
            请人代班
          </SureAction>
        ) : undefined
      }
    >
      <FailureNotice failure={failed ?? me.failure ?? covers.failure} retry={covers.reload} />
      {me.shown ? <CoverBanner of={me.shown} /> : null}
      {!covers.data && covers.loading ? <Skeleton lines={4} /> : null}
      {covers.data && colleagues.length === 0 && !away ? (
        <Notice tone='soon' title='没有人可以代班' text='和您同一个县区、现在在岗的同事一个也没有，请找主管安排。' />
      ) : null}
      {!away && colleagues.length > 0 ? (
        <>
          <Card>
            <Colleagues label='请谁代班' colleagues={colleagues} value={who} onChange={setWho} />
            <DayStepper label='代班到哪天' value={until} earliest={today} onChange={setUntil} />
          </Card>
          <Notice text='代班期间，新的申请先分给在岗的人；期限照走。提前回来，回到这里点一下就行。' />
        </>
      ) : null}
    </Screen>
  )
}
