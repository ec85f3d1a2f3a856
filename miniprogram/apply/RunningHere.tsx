import { useEffect, useState } from 'react'
import { applicant } from '@/api'
import { go } from '@/go'
import { Action } from '@/ui/Action'
import { Notice } from '@/ui/Notice'
import { addressError } from './addressError'
import { useDraft } from './draft'

type Running = { id: string; title: string } | null
/** Nobody is asked about every letter. */
const PAUSE_MS = 600
/** Whoever said that theirs is another supply is not asked again. */
const another = new Set<string>()

/** One's own case that runs at the address already, as soon as the address is whole. Only a word beforehand: without it one goes on. */
export function useRunningHere(): { running: Running; goOn: () => void } {
  const { place, channel } = useDraft()
  const { address = '', district = '' } = place ?? {}
  const [found, setFound] = useState<{ at: string; running: Running }>({ at: '', running: null })
  const at = `${district} ${address}`
  const asked = !channel && district !== '' && !addressError(address, district) && !another.has(at)
  useEffect(() => {
    if (!asked) return
    let current = true
    const timer = setTimeout(() => {
      applicant('runningAt', { district, address }).then(
        (answer) => current && setFound({ at, running: answer.case }),
        () => undefined,
      )
    }, PAUSE_MS)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [asked, at, district, address])
  return {
    running: found.at === at ? found.running : null,
    goOn() {
      another.add(at)
      setFound({ at, running: null })
    },
  }
}

/** The case, the way to it, and a quieter way on. */
export const RunningHere = ({ running, onGoOn }: { running: NonNullable<Running>; onGoOn: () => unknown }) => (
  <>
    <Notice
      tone='soon'
      title='这个地址已有一件在办'
      text={`您在这里的${running.title}正在办，不用再申请。`}
      action={{ text: '看这件申请', onTap: () => go('case', { id: running.id }) }}
    />
    <Action kind='quiet' onTap={onGoOn}>
      是另外一处用电，接着申请
    </Action>
  </>
)
