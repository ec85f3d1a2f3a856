import type { StaffCaseView } from '@shared/contract/case'
import type { ProposalView } from '@shared/contract/proposals'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { staff } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { handIn } from '@/outbox/handIn'
import { Action } from '@/ui/Action'
import { Card } from '@/ui/Card'
import { FailureNotice } from '@/ui/Notice'
import { OnePicture } from '../ui/OnePicture'
import { SureAction } from '../ui/SureAction'

interface Props {
  of: StaffCaseView
  replace: (of: StaffCaseView) => void
  reload: () => Promise<void>
}

/** What a former account manager had not sent when the case was handed on: taken over as one's own, or not used. */
export const Proposals = ({ of, replace, reload }: Props) =>
  of.proposals.map((one) => <Proposed key={one.id} of={of} one={one} replace={replace} reload={reload} />)

function Proposed({ of: { id, version }, one, replace, reload }: Props & { one: ProposalView }) {
  const { title, by, at, lines, pictures } = one
  const [failed, setFailed] = useState<Failure | null>(null)
  const settle = async (asked: () => Promise<StaffCaseView>) => {
    setFailed(null)
    try {
      replace(await asked())
    } catch (thrown) {
      setFailed(asFailure(thrown))
      await reload()
    }
  }
  const take = () => {
    const about = { intention: `takeOver:${id}:${one.id}`, title }
    return settle(() => handIn('staff', 'takeOver', { id, version, proposal: one.id }, about))
  }
  return (
    <Card title={`${by}转来的${title}`} aside='还没提交'>
      <Text className='block muted small'>{spokenInstant(at)}转来。看过没有问题，用您的名义提交。</Text>
      {lines.map((line) => (
        <Text key={line} className='block'>
          {line}
        </Text>
      ))}
      {pictures.map((picture, index) => (
        <OnePicture key={picture} caseId={id} picture={picture} title={`照片 ${index + 1}`} />
      ))}
      <FailureNotice failure={failed} />
      <View className='gap'>
        <SureAction
          icon='check'
          ask={`把这份${title}提交上去？登记在您名下。`}
          yes='提交'
          onSure={take}
          busyText='正在提交…'
        >
          用这份
        </SureAction>
      </View>
      <Action
        kind='quiet'
        label={`不用${by}转来的${title}`}
        onTap={() => settle(() => staff('dismissProposal', { id, proposal: one.id }))}
      >
        不用了
      </Action>
    </Card>
  )
}
