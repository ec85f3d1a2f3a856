import type { CertificateKind, CertificateSide, FieldKey } from '../../../shared/certificates/types'
import { idBack, idFront } from './cards'
import { licenceWithCode, uprightLicence } from './issuedLicences'
import { guangxiBack, guangxiCard, householdPage, militaryBooklet, passportPage } from './issuedPeople'
import { housePage, landPage, propertySpread } from './issuedPlaces'
import { licence, oldLicence, propertyPage } from './papers'
import { PERSONS_CARDS } from './personsCards'
import { type Level, photograph, shotOf } from './photograph'
import { type Random, randomOf } from './random'
import { RARE_PAPERS } from './rarePapers'
import type { Sheet } from './sheet'
import { SCENES } from './together'
import { company, person, property } from './truth'

export interface Generated {
  seed: number
  level: Level
  /** null: a picture of which nothing may be read. */
  kind: CertificateKind | null
  side?: CertificateSide
  /** What stands on the paper. */
  fields: Partial<Record<FieldKey, string>>
  /** A JPEG. */
  image: Buffer
}

export type Drawn = { sheet: Sheet; kind: CertificateKind; side?: CertificateSide; fields: object }

/** Every paper, drawn simply, by name. */
const SIMPLE_PAPERS: Record<string, (random: Random) => Drawn> = {
  idFront: (random) => {
    const fields = person(random)
    return { sheet: idFront(random, fields), kind: 'idCard', side: 'front', fields }
  },
  idBack: (random) => ({ ...idBack(random), kind: 'idCard', side: 'back' }),
  licence: (random) => {
    const fields = company(random)
    return { sheet: licence(random, fields), kind: 'businessLicence', fields }
  },
  oldLicence: (random) => {
    const fields = company(random)
    return { sheet: oldLicence(random, fields), kind: 'businessLicence', fields }
  },
  property: (random) => {
    const fields = property(random)
    return { sheet: propertyPage(random, fields), kind: 'propertyCertificate', fields }
  },
  ...RARE_PAPERS,
  ...PERSONS_CARDS,
}

/** The same papers set as their issuers set them. */
export const ISSUED_PAPERS: Record<string, (random: Random) => Drawn> = {
  guangxiCard,
  guangxiBack,
  licenceWithCode,
  uprightLicence,
  propertySpread,
  householdPage,
  passportPage,
  militaryBooklet,
  housePage,
  landPage,
}

/** Every paper the generator can draw, by name. */
export const PAPERS: Record<string, (random: Random) => Drawn> = { ...SIMPLE_PAPERS, ...ISSUED_PAPERS }

/** Draws and photographs one paper: the same picture for the same seed, paper and level. */
export async function generate(seed: number, paper: string, level: Level): Promise<Generated> {
  const random = randomOf(seed)
  const { sheet, kind, side, fields } = (PAPERS[paper] ?? SCENES[paper]!)(random)
  const image = await photograph(random, sheet, shotOf(random, level))
  return { seed, level, kind, ...(side ? { side } : {}), fields, image }
}
