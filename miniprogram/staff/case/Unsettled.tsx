import type { StaffCaseView } from '@shared/contract/case'
import { spokenInstant } from '@shared/time/spokenTime'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { staff } from '@/api'
import { asFailure, type Failure } from '@/failure'
import { handIn } from '@/outbox/handIn'
import { Action } from '@/ui/Action'
import { Backfills } from '@/ui/Backfills'
import { Card } from '@/ui/Card'
import { FailureNotice } from '@/ui/Notice'
import { SureAction } from '../ui/SureAction'
import { Pictures } from './Pictures'

interface Props {
  of: StaffCaseView
  replace: (view: StaffCaseView) => void
}

/** What came in late: 补传, and work a former account manager had not sent; each is decided on here. */
export function Unsettled({ of, replace }: Props) {
  const { id, version, proposals = [], actions } = of
  const [failure, setFailure] = useState<Failure | null>(null)
  const trying = async (ask: Promise<StaffCaseView>) => {
    setFailure(null)
    try {
      replace(await ask)
    } catch (thrown) {
      setFailure(asFailure(thrown))
    }
  }
  const answer = (number: number, right: boolean) =>
    trying(
      handIn(
        'staff',
        'confirmTime',
        { id, version, number, right },
        { intention: `confirmTime:${id}.${number}`, title: '补传时间的核实' },
      ),
    )
  const takeOver = (proposal: string) =>
    trying(
      handIn(
        'staff',
        'takeOver',
        { id, version, proposal },
        { intention: `takeOver:${proposal}`, title: '同事转来的内容' },
      ),
    )
  return (
    <>
      <Backfills
        backfills={of.backfills}
        asked={actions.includes('confirmTime')}
        answer={answer}
        failure={proposals.length > 0 ? null : failure}
      />
      {proposals.length > 0 ? (
        <Card title='同事转来的' aside='改派前没发出去'>
          {proposals.map((one) => (
            <View key={one.id} className='mat'>
              <Text className='block strong'>{one.title}</Text>
              <Text className='block muted'>
                {one.by}，{spokenInstant(one.at)}转来
              </Text>
              {one.lines.map((line) => (
                <Text key={line} className='block'>
                  {line}
                </Text>
              ))}
              <Pictures
                caseId={id}
                pictures={one.pictures.map((picture) => ({ picture, purpose: 'site', title: one.title }))}
              />
              <SureAction
                ask={`看过了？以您的名义登记“${one.title}”。`}
                yes='登记'
                onSure={() => takeOver(one.id)}
                busyText='正在登记…'
              >
                用这份登记
              </SureAction>
              <Action
                kind='quiet'
                busyText='正在删…'
                onTap={() => trying(staff('dismissProposal', { id, proposal: one.id }))}
              >
                不用，删掉
              </Action>
            </View>
          ))}
          <FailureNotice failure={failure} />
        </Card>
      ) : null}
    </>
  )
}
