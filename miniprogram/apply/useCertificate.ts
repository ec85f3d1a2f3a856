import { isOrganisation, numberField } from '@shared/certificates/identityKinds'
import { COMMON_PAPER_TITLES } from '@shared/certificates/paperTitles'
import type { PremisesKind } from '@shared/certificates/premisesKinds'
import { isToBeAsked, type Shot, sortPapers, unusable } from '@shared/certificates/sortPapers'
import { MAX_PICTURES_OF_PAPER } from '@shared/contract/constants'
import type { CertificateReading } from '@shared/contract/pictures'
import { useEffect, useRef, useState } from 'react'
import { applicant, upload } from '@/api'
import { letGo } from '@/api/letGo'
import { asFailure, type Failure, failure } from '@/failure'
import { type Picture, platform } from '@/platform'
import { changeDraft, currentDraft } from './draft'
import { keepShot, keptShot, premisesReading, usePictureUrl } from './keptShot'
import type { Answer } from './UnknownPaper'

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

const nameOf = ({ reading: { kind, unaccepted } }: Shot): string =>
  unaccepted ?? (kind ? COMMON_PAPER_TITLES[kind] : '不止一张证件的照片')

/** A proof of premises, or a further page of it; another kind of proof takes the place of what was there. */
function addPremises(kind: PremisesKind, { picture, reading }: Shot): void {
  const before = currentDraft().property
  const pictures = before?.kind === kind ? [...before.pictures, picture].slice(0, MAX_PICTURES_OF_PAPER) : [picture]
  changeDraft({ property: { kind, pictures } })
  if (before?.kind === kind) return
  letGo(before?.pictures ?? [])
  keepShot(keptShot(), reading)
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
  /** Papers nobody knows, to be asked about one after another. */
  unknown: (Shot & { src: string })[]
  /** What of the pictures just chosen is not needed, by name; it was let go of. */
  unneeded: string[]
  failure: Failure | null
  /** Takes a picture or chooses some, sends and reads them. Shows its own failures. */
  take(source: 'camera' | 'album'): Promise<void>
  /** Sends and reads the same pictures again. */
  again(): Promise<void>
  /** Puts the first of the unknown to what it is said to be; what is nothing that is wanted is let go of. */
  answer(as: Answer): void
  /** Waits no longer: whatever the reading still brings is dropped, so that it cannot overwrite what is typed meanwhile. */
  skip(): void
}

export function useCertificate(): Certificate {
  const [phase, setPhase] = useState<Certificate['phase']>('idle')
  const [turn, setTurn] = useState({ now: 1, of: 1 })
  const [src, setSrc] = useState<string | null>(null)
  const [shot, setShot] = useState<Shot | null>(keptShot)
  const [unknown, setUnknown] = useState<Certificate['unknown']>([])
  const [unneeded, setUnneeded] = useState<string[]>([])
  const [failed, setFailed] = useState<Failure | null>(null)
  const [chosen, setChosen] = useState<Picture[]>([])

  // Back on this page, or on another phone: the picture is fetched again by its id.
  const stored = usePictureUrl(src ? undefined : currentDraft().identity?.pictures?.[0])

  const going = useRef(0)
  /** What got through before the network went: not sent twice. */
  const done = useRef(new Map<Picture, Shot>())
  const asked = useRef(unknown)
  asked.current = unknown
  // Whoever has left the page may be filling in somebody else's application: a reading that comes later is not for that one, and
  // what was never put to anything is not handed in.
  useEffect(
    () => () => {
      going.current += 1
      letGo(asked.current.map(({ picture }) => picture))
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
    setUnneeded([])
    setSrc(pictures[0].src)
    try {
      const shots = await readAll(pictures, before.pictures, waiting)
      if (!shots) return
      const { identity, backs, premises, unused: left } = sortPapers(shots)
      const asked = left.filter(isToBeAsked)
      const others = left.filter((one) => !isToBeAsked(one))
      setUnknown((before) => [...before, ...asked.map((one) => ({ ...one, src: pictures[shots.indexOf(one)].src }))])
      setUnneeded(others.map(nameOf))
      letGo(others.map(({ picture }) => picture))
      const [deed] = premises
      if (deed)
        changeDraft({ property: { kind: deed.reading.kind!, pictures: premises.map(({ picture }) => picture) } })
      if (identity) fillFrom(identity, backs)
      // It is only spoken of: nothing of it is handed in.
      if (identity && unusable(identity.reading)) letGo([identity.picture])
      const next = identity ?? before.shot
      setShot(next)
      setSrc(identity ? pictures[shots.indexOf(identity)].src : before.src)
      keepShot(next, deed?.reading ?? before.premises)
    } catch (thrown) {
      if (waiting()) setFailed(asFailure(thrown))
    } finally {
      if (waiting()) setPhase('idle')
    }
  }

  return {
    phase,
    turn,
    src: src ?? stored,
    reading: shot?.reading ?? null,
    unknown,
    unneeded,
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
    answer(as) {
      const [{ src: shown, ...one }, ...rest] = unknown
      setUnknown(rest)
      if (as === 'none') letGo([one.picture])
      else if (as === 'identity') {
        const said = { ...one, reading: { ...one.reading, unknown: false } }
        fillFrom(said, [])
        setShot(said)
        setSrc(shown)
        keepShot(said, premisesReading())
      } else addPremises(as, one)
    },
    skip() {
      going.current += 1
      setPhase('idle')
    },
    again: () => (chosen.length > 0 ? read(chosen) : Promise.reject(failure('PICTURE_MISSING'))),
  }
}
