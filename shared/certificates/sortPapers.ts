import type { CertificateReading } from '../contract/pictures'
import { isIdentity, isOrganisation } from './identityKinds'
import { provesPremises } from './premisesKinds'

/** A picture on the server and what was read off it. */
export interface Shot {
  picture: string
  reading: CertificateReading
}

export interface SortedPapers {
  /** The proof of identity; where there is none, the picture that has to be spoken of instead. Null beside a proof of premises. */
  identity: Shot | null
  /** Further pictures of the same identity card: its other side. */
  backs: string[]
  /** One proof of premises, all its pages. */
  premises: Shot[]
  /** Put to no group: what nobody knows is asked about; a known paper here is a second proof of who or where, or not asked for at all. */
  unused: Shot[]
}

/** A paper nobody knows: the person says what it is. */
export const isToBeAsked = ({ reading: { kind, several, unaccepted } }: Shot): boolean =>
  kind === null && !several && !unaccepted

/** Why a picture cannot stand as the proof of identity, though it was read well. */
export function unusable(
  reading: CertificateReading,
): 'notIdentity' | 'back' | 'several' | 'unknown' | 'unaccepted' | null {
  const { kind, side, several, unknown, unaccepted } = reading
  if (several) return 'several'
  if (unknown) return 'unknown'
  if (unaccepted) return 'unaccepted'
  if (kind !== null && !isIdentity(kind)) return 'notIdentity'
  return side === 'back' ? 'back' : null
}

/**
 * Which of several pictures taken in one go is what: exactly one proof of identity (a company's before a person's, because whoever
 * photographs both applies for the company) and one of premises, as the rules take.
 */
export function sortPapers(shots: readonly Shot[]): SortedPapers {
  const proofs = shots.filter(({ reading }) => reading.kind !== null && !unusable(reading))
  const proof = proofs.find(({ reading }) => isOrganisation(reading.kind!)) ?? proofs[0]
  const first = shots.find(({ reading: { kind, several } }) => kind !== null && !several && provesPremises(kind))
  const premises = shots.filter(({ reading }) => first && reading.kind === first.reading.kind && !reading.several)
  const isBack = ({ reading }: Shot) => reading.side === 'back' && reading.kind === proof?.reading.kind
  const backs = shots.filter(isBack).slice(0, 1)
  const left = shots.filter((shot) => shot !== proof && !premises.includes(shot) && !backs.includes(shot))
  // Nothing known proves who applies: one that could not be read may, typed off by the person; any other picture is what to say
  // something about. A paper read well and not known is asked about first.
  const spokenOf = left.filter(({ reading }) => !reading.unknown)
  const instead = proof ? null : (spokenOf.find(isToBeAsked) ?? spokenOf[0] ?? null)
  return {
    identity: proof ?? instead,
    backs: backs.map(({ picture }) => picture),
    premises,
    unused: left.filter((shot) => shot !== instead),
  }
}
