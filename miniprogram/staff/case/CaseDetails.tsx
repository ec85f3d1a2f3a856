import type { MaterialView, StaffCaseView, TimelineStep } from '@shared/contract/case'
import { beijingDay } from '@shared/time/localDate'
import { spokenDay } from '@shared/time/spokenTime'
import { View } from '@tarojs/components'
import { stepOf } from '@/case/stepOf'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { Facts } from '@/ui/Facts'
import { Materials } from '@/ui/Materials'
import { Row } from '@/ui/Row'
import { Timeline } from '@/ui/Timeline'
import { goStaff } from '../go'
import { CaseDocuments } from '../ui/CaseDocuments'
import { Disclosure } from '../ui/Disclosure'
import { History } from '../ui/History'
import { Reviews } from '../ui/Reviews'
import { Applicant } from './Applicant'
import { BackfillsToConfirm } from './BackfillsToConfirm'
import { CaseMore } from './CaseMore'
import { CaseNotices } from './CaseNotices'
import { mainActionOf } from './MainAction'
import { Pictures } from './Pictures'
import { Rounds } from './Rounds'
import { SchemeCard } from './SchemeCard'
import { StaffPromise } from './StaffPromise'
import { TimeByParty } from './TimeByParty'
import { Why } from './Why'

/** Pictures that stand with the round of inspection they belong to. */
const OF_ROUNDS = ['problem', 'remedy']

interface Props {
  of: StaffCaseView
  supervisor: boolean
  replace: (view: StaffCaseView) => void
}

/** Everything about one case: what matters now on the left of a desk, its record on the right. */
export const CaseDetails = ({ of, supervisor, replace }: Props) => (
  <View className='columns'>
    <View className='columns__column'>
      <CaseNotices of={of} />
      <BackfillsToConfirm of={of} replace={replace} />
      <StaffPromise of={of} />
      <Applicant of={of} />
      <Papers of={of} />
      <CaseMore of={of} />
      <SchemeCard of={of} />
      {of.reviews.length > 0 ? <Reviews reviews={of.reviews} /> : null}
      {of.promise ? <Why promise={of.promise} of={of} /> : null}
    </View>
    <View className='columns__column'>
      <Progress of={of} />
      {of.rounds.length > 0 ? <Rounds of={of} /> : null}
      {of.time ? <TimeByParty time={of.time} /> : null}
      <CaseDocuments of={of} />
      <Pictures caseId={of.id} pictures={of.pictures.filter(({ purpose }) => !OF_ROUNDS.includes(purpose))} />
      <Disclosure title='办理记录' note={`${of.history.length}条`}>
        <History lines={of.history} />
      </Disclosure>
      {supervisor ? (
        <Card>
          <Row
            icon='book'
            text='台账'
            note='原始记录，看有没有被改动'
            onTap={() => void goStaff('ledger', { id: of.id })}
          />
        </Card>
      ) : null}
    </View>
  </View>
)

function Papers({ of }: { of: StaffCaseView }) {
  // What a later stage asks for is asked for with it.
  const asked = of.materials.filter(({ state }) => state !== 'later')
  if (asked.length === 0) return null
  const beside = of.actions.includes('collect') && mainActionOf(of) !== 'collect'
  const collect = ({ group, title }: MaterialView) => (
    <Action
      kind='quiet'
      icon='camera'
      label={`只补收这一样，${title}`}
      onTap={() => void goStaff('visit', { id: of.id, only: 'papers', group })}
    >
      只补收这一样
    </Action>
  )
  const replace = ({ group, title }: MaterialView) => (
    <Action
      kind='quiet'
      label={`交错了，换一份${title}`}
      onTap={() => void goStaff('visit', { id: of.id, only: 'replace', group })}
    >
      交错了，换一份
    </Action>
  )
  return (
    <Card title='材料' aside='只要这些，多一份都不用'>
      <Materials
        materials={asked}
        whenWanted={beside ? collect : undefined}
        whenReceived={of.actions.includes('replacePaper') ? replace : undefined}
      />
    </Card>
  )
}

/** As the applicant reads it; the server's titles speak to them. */
const stepWords = (of: StaffCaseView) => (step: TimelineStep) => {
  const { title, when } = stepOf(of)(step)
  return { title: step.key === 'requested' ? '用户施工并报验' : title, when }
}

const Progress = ({ of }: { of: StaffCaseView }) => (
  <Card title='进度' aside={`一共${of.road.length}个环节`}>
    <Timeline road={of.road} words={stepWords(of)} />
    {of.outcome ? (
      <Facts
        rows={[
          ['承诺', spokenDay(of.outcome.promisedDay)],
          ['实际', spokenDay(beijingDay(of.outcome.energizedAt))],
          ...of.outcome.stages.map(({ title, workingDaysUsed, kept }): [string, string] => [
            title,
            `${workingDaysUsed}个工作日，${kept ? '按承诺' : '晚于承诺'}`,
          ]),
        ]}
      />
    ) : null}
  </Card>
)
