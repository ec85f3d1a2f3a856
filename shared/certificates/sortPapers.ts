import type { CertificateReading } from '../contract/pictures'
import { isIdentity, isOrganisation, provesPremises } from './identityKinds'

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
  /** Not handed in: a second proof of who or where, or nothing anybody asked for. */
  unused: Shot[]
}

/** Why a picture cannot stand as the proof of identity, though it was read well. */
export function unusable({ kind, side, several }: CertificateReading): 'notIdentity' | 'back' | 'several' | null {
  if (several) return 'several'
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
  // Nothing known proves who applies: an unknown paper may, typed off by the person; any other picture is what to say something about.
  const instead = proof
    ? null
    : (left.find(({ reading }) => reading.kind === null && !reading.several) ?? left[0] ?? null)
  return {
    identity: proof ?? instead,
    backs: backs.map(({ picture }) => picture),
    premises,
    unused: left.filter((shot) => shot !== instead),
  }
}
