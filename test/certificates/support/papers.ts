import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CertificateKind, CertificateSide, FieldKey } from '../../../shared/certificates/types'

export const PAPERS = join(__dirname, '../../fixtures/papers')

export type FixturePaper = {
  file: string
  kind: CertificateKind | null
  side?: CertificateSide
  fields: Partial<Record<FieldKey, string>>
  readable: boolean
  unspellable?: FieldKey[]
}

type Fixtures = { people: (Record<FieldKey, string> & { id: string })[]; papers: FixturePaper[] }

/** The synthetic papers and what is written on them. */
export const fixtures: Fixtures = JSON.parse(readFileSync(join(PAPERS, 'papers.json'), 'utf8'))
