import { isIdentity, isOrganisation, numberField } from '@shared/certificates/identityKinds'
import type { ResponseOf } from '@shared/contract'
import { useEffect, useRef, useState } from 'react'
import { applicant, upload } from '@/api'
import { asFailure, type Failure, failure } from '@/failure'
import { type Picture, platform } from '@/platform'
import { changeDraft, currentDraft, shotKey } from './draft'

type Reading = ResponseOf<'applicant', 'readCertificate'>

/** A certificate's picture and what was read off it; kept on the device beside the draft until that is submitted. */
interface Shot {
  picture: string
  reading: Reading
}
const keptShot = (): Shot | null => {
  const shot = platform.personal.get<Shot>(shotKey())
  return shot && currentDraft().identity?.pictures?.includes(shot.picture) ? shot : null
}

/** The address on the certificate, if one was read. */
export const certificateAddress = (): string | null => keptShot()?.reading.fields.address?.value ?? null

/** Why a picture cannot stand as the proof of identity, though it was read well. */
export function unusable({ kind, side, several }: Reading): 'notIdentity' | 'back' | 'several' | null {
  if (several) return 'several'
  if (kind !== null && !isIdentity(kind)) return 'notIdentity'
  return side === 'back' ? 'back' : null
}

/**
 * Fills the application from what was read. A recognised paper replaces name and number whole: half of one person's paper must not
 * mix with another's. A paper the reader does not know (户籍证明 …) leaves what was typed.
 */
function fillFrom(reading: Reading, picture: string): void {
  const { kind, fields } = reading
  if (unusable(reading)) {
    changeDraft({ identity: { pictures: [] } })
    return
  }
  if (kind === null) return
  const organisation = isOrganisation(kind)
  const name = fields.name?.value ?? ''
  const number = fields[numberField(kind)]?.value ?? ''
  const address = fields.address?.value
  const caller = organisation ? fields.legalPerson?.value : name
  changeDraft({
    use: organisation ? 'business' : (currentDraft().use ?? 'household'),
    identity: { kind, name, number, pictures: [picture] },
    ...(caller ? { contact: { name: caller } } : {}),
    ...(address && !currentDraft().place?.address ? { place: { address } } : {}),
  })
}

export interface Certificate {
  phase: 'idle' | 'sending' | 'reading'
  /** Shows the picture: a path on this device or a short-lived address. */
  src: string | null
  reading: Reading | null
  failure: Failure | null
  /** Takes or chooses a picture, sends it and reads it. Shows its own failures. */
  take(source: 'camera' | 'album'): Promise<void>
  /** Sends and reads the same picture again. */
  again(): Promise<void>
  /** Waits no longer: whatever the reading still brings is dropped, so that it cannot overwrite what is typed meanwhile. */
  skip(): void
}

export function useCertificate(): Certificate {
  const [phase, setPhase] = useState<Certificate['phase']>('idle')
  const [src, setSrc] = useState<string | null>(null)
  const [shot, setShot] = useState<Shot | null>(keptShot)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [picture, setPicture] = useState<Picture | null>(null)

  // Back on this page, or on another phone: the picture is fetched again by its id.
  const id = currentDraft().identity?.pictures?.[0]
  useEffect(() => {
    if (!id || src) return
    applicant('pictureUrl', { picture: id }).then(
      ({ url }) => setSrc(url),
      () => undefined,
    )
  }, [id, src])

  const turn = useRef(0)
  // Whoever has left the page may be filling in somebody else's application: a reading that comes later is not for that one.
  useEffect(
    () => () => {
      turn.current += 1
    },
    [],
  )
  const read = async (chosen: Picture) => {
    turn.current += 1
    const mine = turn.current
    setFailed(null)
    setShot(null)
    setSrc(chosen.src)
    try {
      setPhase('sending')
      const sent = await upload('applicant', 'identity', chosen)
      if (mine !== turn.current) return
      setPhase('reading')
      changeDraft({ identity: { pictures: [sent] } })
      const reading = await applicant('readCertificate', { picture: sent })
      if (mine !== turn.current) return
      fillFrom(reading, sent)
      const next = { picture: sent, reading }
      platform.personal.set(shotKey(), next)
      setShot(next)
    } catch (thrown) {
      if (mine === turn.current) setFailed(asFailure(thrown))
    } finally {
      if (mine === turn.current) setPhase('idle')
    }
  }

  return {
    phase,
    src,
    reading: shot?.reading ?? null,
    failure: failed,
    async take(source) {
      try {
        const chosen = await platform.pickPicture(source)
        if (!chosen) return
        setPicture(chosen)
        await read(chosen)
      } catch (thrown) {
        setFailed(asFailure(thrown))
      }
    },
    skip() {
      turn.current += 1
      setPhase('idle')
    },
    again: () => (picture ? read(picture) : Promise.reject(failure('PICTURE_MISSING'))),
  }
}
