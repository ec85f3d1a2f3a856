import { isIdentity } from '@shared/certificates/identityKinds'
import { PREMISES_KINDS, provesPremises } from '@shared/certificates/premisesKinds'
import { isToBeAsked, sortPapers } from '@shared/certificates/sortPapers'
import { type CertificateKind, certificateKind } from '@shared/certificates/types'
import type { CertificateReading } from '@shared/contract/pictures'
import { materialRows } from '@shared/rules/materialRows'
import fc from '../support/fastCheck'

type Taken = [kind: CertificateKind | null, side?: 'front' | 'back' | null, several?: boolean, unknown?: boolean]
/** Read well, and nothing the reader knows: a lease, a permission of supply. */
const LEASE: Taken = [null, null, false, true]
const shot = ([kind, side = null, several = false, unknown = false]: Taken, index: number) => ({
  picture: `p${index}`,
  reading: {
    kind,
    side,
    several,
    unknown,
    fields: {},
    retake: null,
    size: { width: 1, height: 1 },
  } satisfies CertificateReading,
})
/** What becomes of each, by its place among those taken. */
function sorted(...taken: Taken[]) {
  const { identity, backs, premises, unused } = sortPapers(taken.map(shot))
  const ids = (of: { picture: string }[]) => of.map(({ picture }) => picture)
  return { identity: identity?.picture ?? null, backs, premises: ids(premises), unused: ids(unused) }
}

test.each<[string, Taken[], ReturnType<typeof sorted>]>([
  ['one card', [['idCard', 'front']], { identity: 'p0', backs: [], premises: [], unused: [] }],
  [
    'both sides of a card, back first',
    [
      ['idCard', 'back'],
      ['idCard', 'front'],
    ],
    { identity: 'p1', backs: ['p0'], premises: [], unused: [] },
  ],
  [
    "a company's licence before its representative's card, and its deed of two pages",
    [['idCard', 'front'], ['propertyCertificate'], ['businessLicence'], ['propertyCertificate']],
    { identity: 'p2', backs: [], premises: ['p1', 'p3'], unused: ['p0'] },
  ],
  ['a deed alone', [['houseCertificate']], { identity: null, backs: [], premises: ['p0'], unused: [] }],
  [
    'a deed beside something nobody knows, to be typed off',
    [['houseCertificate'], [null]],
    { identity: 'p1', backs: [], premises: ['p0'], unused: [] },
  ],
  [
    "a tenant's lease beside a card waits for what it is said to be",
    [LEASE, ['idCard', 'front']],
    { identity: 'p1', backs: [], premises: [], unused: ['p0'] },
  ],
  [
    'a lease alone proves nobody until it is said to',
    [LEASE],
    { identity: null, backs: [], premises: [], unused: ['p0'] },
  ],
  [
    'a card of which hardly anything could be read, to be typed off, and a lease',
    [LEASE, [null]],
    { identity: 'p1', backs: [], premises: [], unused: ['p0'] },
  ],
  [
    'the back of a card alone is spoken of',
    [['idCard', 'back']],
    { identity: 'p0', backs: [], premises: [], unused: [] },
  ],
  [
    'two cards in one picture prove nobody',
    [['idCard', 'front', true]],
    { identity: 'p0', backs: [], premises: [], unused: [] },
  ],
  [
    'deeds of two kinds: one is enough',
    [['idCard'], ['houseCertificate'], ['stateLandUse']],
    { identity: 'p0', backs: [], premises: ['p1'], unused: ['p2'] },
  ],
])('%s', (_, taken, becomes) => expect(sorted(...taken)).toEqual(becomes))

test('whatever is taken, each picture becomes exactly one thing, and only a deed is handed in as one', () => {
  const kind = fc.option(fc.constantFrom(...certificateKind.options))
  const one = fc.tuple(kind, fc.constantFrom('front' as const, 'back' as const, null), fc.boolean(), fc.boolean())
  fc.assert(
    fc.property(fc.array(one, { maxLength: 6 }), (taken) => {
      const shots = taken.map(shot)
      const { identity, backs, premises, unused } = sortPapers(shots)
      const used = [
        ...(identity ? [identity.picture] : []),
        ...backs,
        ...[...premises, ...unused].map((s) => s.picture),
      ]
      expect(used.sort()).toEqual(shots.map(({ picture }) => picture).sort())
      expect(premises.every(({ reading }) => reading.kind && provesPremises(reading.kind))).toBe(true)
      expect(premises.some(({ reading }) => reading.several)).toBe(false)
    }),
  )
})

test('only what nobody knows is asked about', () => {
  const taken: Taken[] = [LEASE, [null], ['idCard', 'front'], [null, null, true], ['projectApproval']]
  expect(taken.map(shot).map(isToBeAsked)).toEqual([true, true, false, false, false])
})

test('what is kept as a proof of premises is one the rules take, in every class', () => {
  const groups = materialRows.filter(({ group }) => group === 'property')
  const kinds = certificateKind.options.filter(provesPremises)
  expect(groups.length).toBeGreaterThan(0)
  for (const { oneOf } of groups) {
    const codes = oneOf.map(({ code }) => code).filter((code) => code !== 'selfBuiltPledge')
    expect(PREMISES_KINDS.map(({ value }) => value as string).sort()).toEqual(codes.sort())
  }
  expect(kinds.filter(isIdentity)).toEqual([])
})
