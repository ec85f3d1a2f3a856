import { isOrganisation, numberField } from '@shared/certificates/identityKinds'
import { type Shot, sortPapers, unusable } from '@shared/certificates/sortPapers'
import type { CertificateReading } from '@shared/contract/pictures'
import { useEffect, useRef, useState } from 'react'
import { applicant, upload } from '@/api'
import { asFailure, type Failure, failure } from '@/failure'
import { type Picture, platform } from '@/platform'
import { changeDraft, currentDraft, shotKey } from './draft'

/** What is kept on the device beside the draft until that is submitted: the certificate as read, and the deed beside it. */
interface Kept extends Partial<Shot> {
  premises?: CertificateReading
}
const kept = (): Kept | null => platform.personal.get<Kept>(shotKey()) ?? null
const keptShot = (): Shot | null => {
  const { picture, reading } = kept() ?? {}
  return picture && reading && currentDraft().identity?.pictures?.includes(picture) ? { picture, reading } : null
}
/** What was read off the proof of premises that came along, to say what of it is worth saying. */
export const premisesReading = (): CertificateReading | null => kept()?.premises ?? null

/** The address on the certificate, if one was read. */
export const certificateAddress = (): string | null => keptShot()?.reading.fields.address?.value ?? null

/**
 * Fills the application from what was read. A recognised paper replaces name and number whole: half of one person's paper must not
 * mix with another's. A paper the reader does not know (户籍证明 …) leaves what was typed.
 */
function fillFrom({ reading, picture }: Shot, backs: string[]): void {
  const { kind, fields } = reading
  if (unusable(reading)) {
    changeDraft({ identity: { pictures: [] } })
    return
  }
  if (kind === null) {
    changeDraft({ identity: { pictures: [picture] } })
    return
  }
  const organisation = isOrganisation(kind)
  const name = fields.name?.value ?? ''
  const number = fields[numberField(kind)]?.value ?? ''
  const address = fields.address?.value
  const caller = organisation ? fields.legalPerson?.value : name
  changeDraft({
    use: organisation ? 'business' : (currentDraft().use ?? 'household'),
    identity: { kind, name, number, asPrinted: undefined, pictures: [picture, ...backs] },
    ...(caller ? { contact: { name: caller } } : {}),
    ...(address && !currentDraft().place?.address ? { place: { address } } : {}),
  })
}

/** One of each group and its further pages: nobody needs more in one go. */
const MOST_AT_ONCE = 6

export interface Certificate {
  phase: 'idle' | 'sending' | 'reading'
  /** Which of how many pictures is being sent or read, from 1. */
  turn: { now: number; of: number }
  /** Shows the picture: a path on this device or a short-lived address. */
  src: string | null
  reading: CertificateReading | null
  /** How many of the pictures just chosen are not needed, or not known. */
  unused: number
  failure: Failure | null
  /** Takes a picture or chooses some, sends and reads them. Shows its own failures. */
  take(source: 'camera' | 'album'): Promise<void>
  /** Sends and reads the same pictures again. */
  again(): Promise<void>
  /** Waits no longer: whatever the reading still brings is dropped, so that it cannot overwrite what is typed meanwhile. */
  skip(): void
}

export function useCertificate(): Certificate {
  const [phase, setPhase] = useState<Certificate['phase']>('idle')
  const [turn, setTurn] = useState({ now: 1, of: 1 })
  const [src, setSrc] = useState<string | null>(null)
  const [shot, setShot] = useState<Shot | null>(keptShot)
  const [unused, setUnused] = useState(0)
  const [failed, setFailed] = useState<Failure | null>(null)
  const [chosen, setChosen] = useState<Picture[]>([])

  // Back on this page, or on another phone: the picture is fetched again by its id.
  const id = currentDraft().identity?.pictures?.[0]
  useEffect(() => {
    if (!id || src) return
    applicant('pictureUrl', { picture: id }).then(
      ({ url }) => setSrc(url),
      () => undefined,
    )
  }, [id, src])

  const going = useRef(0)
  /** What got through before the network went: not sent twice. */
  const done = useRef(new Map<Picture, Shot>())
  // Whoever has left the page may be filling in somebody else's application: a reading that comes later is not for that one.
  useEffect(
    () => () => {
      going.current += 1
    },
    [],
  )
  /** Sends and reads one after another; null once nobody waits any more. `before`: what proved the identity until now. */
  const readAll = async (pictures: Picture[], before: string[], waiting: () => boolean): Promise<Shot[] | null> => {
    const shots: Shot[] = []
    for (const [index, one] of pictures.entries()) {
      const through = done.current.get(one)
      if (through) {
        shots.push(through)
        continue
      }
      setTurn({ now: index + 1, of: pictures.length })
      setPhase('sending')
      const picture = await upload('applicant', 'identity', one)
      if (!waiting()) return null
      setPhase('reading')
      // Should it not be read, it stands as what it was taken for.
      if (index === 0) changeDraft({ identity: { pictures: [picture] } })
      const reading = await applicant('readCertificate', { picture })
      if (!waiting()) return null
      // Read, it proves nobody's identity: should the network go now, it must not stand as if it did.
      if (index === 0 && unusable(reading)) changeDraft({ identity: { pictures: before } })
      done.current.set(one, { picture, reading })
      shots.push({ picture, reading })
    }
    return shots
  }
  const read = async (pictures: Picture[]) => {
    going.current += 1
    const mine = going.current
    const waiting = () => mine === going.current
    const before = { pictures: currentDraft().identity?.pictures ?? [], shot, src, premises: premisesReading() }
    setFailed(null)
    setShot(null)
    setUnused(0)
    setSrc(pictures[0].src)
    try {
      const shots = await readAll(pictures, before.pictures, waiting)
      if (!shots) return
      const { identity, backs, premises, unused: left } = sortPapers(shots)
      setUnused(left.length)
      const [deed] = premises
      if (deed)
        changeDraft({ property: { kind: deed.reading.kind!, pictures: premises.map(({ picture }) => picture) } })
      if (identity) fillFrom(identity, backs)
      const next = identity ?? before.shot
      setShot(next)
      setSrc(identity ? pictures[shots.indexOf(identity)].src : before.src)
      platform.personal.set(shotKey(), { ...next, premises: deed?.reading ?? before.premises })
    } catch (thrown) {
      if (waiting()) setFailed(asFailure(thrown))
    } finally {
      if (waiting()) setPhase('idle')
    }
  }

  return {
    phase,
    turn,
    src,
    reading: shot?.reading ?? null,
    unused,
    failure: failed,
    async take(source) {
      try {
        const pictures = await platform.pickPictures(source, MOST_AT_ONCE)
        if (pictures.length === 0) return
        setChosen(pictures)
        await read(pictures)
      } catch (thrown) {
        setFailed(asFailure(thrown))
      }
    },
    skip() {
      going.current += 1
      setPhase('idle')
    },
    again: () => (chosen.length > 0 ? read(chosen) : Promise.reject(failure('PICTURE_MISSING'))),
  }
}
