import { findingsOf } from '@shared/certificates/findings'
import type { CaseView, MaterialView } from '@shared/contract/case'
import { MAX_PICTURES_OF_PAPER } from '@shared/contract/constants'
import type { CertificateReading } from '@shared/contract/pictures'
import { beijingDay } from '@shared/time/localDate'
import { useState } from 'react'
import { applicant, upload, uploadPdf } from '@/api'
import { letGo } from '@/api/letGo'
import type { Sent } from '@/api/upload'
import { asFailure, type Failure } from '@/failure'
import { platform } from '@/platform'

type Of = Pick<CaseView, 'applicant' | 'address'>

/** The pictures of one paper: each is sent as soon as it is taken or drawn from a PDF, and the first says what kind of paper it is. */
export function usePaper({ group, oneOf }: MaterialView, { applicant: { name }, address }: Of) {
  const [sent, setSent] = useState<Sent[]>([])
  const [phase, setPhase] = useState<'idle' | 'sending' | 'drawing' | 'reading'>('idle')
  const [reading, setReading] = useState<CertificateReading | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const allowed = oneOf.map(({ code }) => code)
  const recognised = reading?.kind && allowed.includes(reading.kind) ? reading.kind : null
  const only = allowed.length === 1 ? allowed[0] : null

  const keep = (taken: Sent[]) => {
    setSent((before) => [...before, ...taken])
    return taken
  }
  const fromPdf = async (): Promise<Sent[]> => {
    const file = await platform.pickPdf()
    if (!file) return []
    setPhase('drawing')
    return keep(await uploadPdf('applicant', group, file, sent.length))
  }
  /** Each is kept as it arrives: when the third of four is cut off, the first two stay. */
  const fromPictures = async (source: 'camera' | 'album'): Promise<Sent[]> => {
    const pictures = await platform.pickPictures(source, MAX_PICTURES_OF_PAPER - sent.length)
    const taken: Sent[] = []
    if (pictures.length > 0) setPhase('sending')
    for (const picture of pictures) taken.push(...keep([{ id: await upload('applicant', group, picture), picture }]))
    return taken
  }
  const add = async (source: 'camera' | 'album' | 'pdf') => {
    setFailure(null)
    try {
      const taken = await (source === 'pdf' ? fromPdf() : fromPictures(source))
      if (taken.length === 0 || sent.length > 0 || only) return
      setPhase('reading')
      // A picture nobody can read is handed in all the same: the person says what it is.
      setReading(await applicant('readCertificate', { picture: taken[0].id }).catch(() => null))
    } catch (thrown) {
      setFailure(asFailure(thrown))
    } finally {
      setPhase('idle')
    }
  }
  return {
    sent,
    phase,
    failure,
    add,
    /** '' once the person wants to choose another. */
    kind: chosen ?? recognised ?? only,
    choose: setChosen,
    startOver() {
      letGo(sent.map(({ id }) => id))
      setSent([])
      setReading(null)
      setChosen(null)
    },
    /** Of a card only the side without the picture: the other is still to be taken. */
    oneSided: reading?.side === 'back' && sent.length < 2,
    /** The page that was read, to show beside what is said of it. */
    shown: reading && sent[0] ? { src: sent[0].picture.src, reading } : null,
    findings: reading ? findingsOf(reading, { allowed, applicant: name, address, today: beijingDay(Date.now()) }) : [],
  }
}
