import type { Shot } from '@shared/certificates/sortPapers'
import type { CertificateReading } from '@shared/contract/pictures'
import { useEffect, useState } from 'react'
import { applicant } from '@/api'
import { platform } from '@/platform'
import { currentDraft, shotKey } from './draft'

/** What is kept on the device beside the draft until that is submitted: the certificate as read, and the deed beside it. */
interface Kept extends Partial<Shot> {
  premises?: CertificateReading
}
const kept = (): Kept => platform.personal.get<Kept>(shotKey()) ?? {}

export const keepShot = (shot: Shot | null, premises: CertificateReading | undefined): void => {
  platform.personal.set(shotKey(), { ...shot, premises })
}

/** The certificate's picture and what was read off it, as long as the draft names it. */
export const keptShot = (): Shot | null => {
  const { picture, reading } = kept()
  return picture && reading && currentDraft().identity?.pictures?.includes(picture) ? { picture, reading } : null
}
/** What was read off the proof of premises that came along, to say what of it is worth saying. */
export const premisesReading = (): CertificateReading | undefined => kept().premises

/** A paper beside which its values are shown: the picture and where on it they stand. */
export interface ShownPaper {
  src: string
  reading: CertificateReading
}

/** A picture on the server as it can be shown here; null until its short-lived address is there, or where there is none. */
export function usePictureUrl(picture: string | undefined): string | null {
  const [found, setFound] = useState<{ picture: string; url: string } | null>(null)
  useEffect(() => {
    if (!picture) return
    applicant('pictureUrl', { picture }).then(
      ({ url }) => setFound({ picture, url }),
      () => undefined,
    )
  }, [picture])
  return found && found.picture === picture ? found.url : null
}

/** The certificate of the application under way, on a page after the one it was photographed on. */
export function useKeptPaper(): ShownPaper | null {
  const [shot] = useState(keptShot)
  const src = usePictureUrl(shot?.picture)
  return shot && src ? { src, reading: shot.reading } : null
}
