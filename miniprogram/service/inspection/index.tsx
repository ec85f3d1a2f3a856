import type { CaseView } from '@shared/contract/case'
import type { Status } from '@shared/contract/vocabulary'
import { spokenDay, spokenInstant } from '@shared/time/spokenTime'
import { CaseScreen } from '@/case/CaseScreen'
import { notNow } from '@/case/notNow'
import { Notice } from '@/ui/Notice'
import { Checklist } from '../ui/Checklist'
import { ReportForm } from './ReportForm'
import { Rounds } from './Rounds'
import '../service.scss'

/** From the reply until the inspection has passed. */
const BEFORE_INSPECTION: readonly Status[] = ['replied', 'inspecting', 'remedying']

/** 竣工检验: asked for with the report, and after a failed one with what was put right of each problem. */
export default function Inspection() {
  return (
    <CaseScreen title='竣工检验' mends='requestInspection'>
      {(of, replace) => (
        <>
          {of.actions.includes('requestInspection') ? <ReportForm of={of} onSent={replace} /> : <Standing of={of} />}
          {BEFORE_INSPECTION.includes(of.status) ? <Checklist /> : null}
          <Rounds of={of} />
        </>
      )}
    </CaseScreen>
  )
}

function Standing({ of }: { of: CaseView }) {
  const { status, rounds, dueDay, provisional, materials, end } = of
  const last = rounds[rounds.length - 1]
  if (status === 'inspecting' && last)
    return (
      <Notice
        title={last.round === 1 ? '已经申请检验' : `第 ${last.round} 次报验收到了`}
        text={`${spokenInstant(last.requestedAt)}报验。客户经理会到现场检验，合格后装表，最晚${dueDay ? spokenDay(dueDay, provisional) : ''}${end}。`}
      />
    )
  if (status === 'passed') {
    const wanted = materials.filter(({ state }) => state === 'wanted').map(({ title }) => title)
    const next =
      wanted.length > 0 ? `接下来装表送电。之前还要交${wanted.join('、')}。` : '接下来装表送电，不用您做什么。'
    return <Notice title='检验合格' text={next} />
  }
  if (status === 'energized') return <Notice title='检验合格' text={`已经${end}了。`} />
  return <Notice text={notNow(of, '供电方案答复以后，工程做完了，在这里申请检验。')} />
}
