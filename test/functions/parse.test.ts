import { type Contract, contract, type FunctionName } from '@shared/contract'
import type { Application } from '@shared/contract/application'
import { CONSENT_NOTICE_VERSION } from '@shared/contract/constants'
import type { CallContext } from '../../cloudfunctions/lib/cloud'
import { type Handlers, serve } from '../../cloudfunctions/lib/handle'
import { effort, SEED } from '../support/effort'
import { seeded } from '../support/random'
import { authorisationTable, type World } from './support/authorisationTable'
import { mutated } from './support/hostileInputs'

/**
 * The door of every endpoint in this process: what gets through it has the shape its handler is typed for. So many inputs an
 * endpoint; at night over a million together.
 */
const INPUTS = effort(2_000, 20_000)
const PICTURE = 'a'.repeat(32)

const application: Application = {
  use: 'business',
  capacityKva: 30,
  sources: 'single',
  identity: { kind: 'idCard', name: '韦小红', number: '450202198803120326', pictures: [PICTURE] },
  contact: { name: '韦小红', phone: '13807720001' },
  change: 'new',
  byAgent: false,
  vatInvoice: false,
  place: { district: '城中区', address: '文昌路18号', location: { latitude: 24.3, longitude: 109.4 } },
  property: { kind: 'propertyCertificate', pictures: [PICTURE] },
  signature: PICTURE,
  consent: { noticeVersion: CONSENT_NOTICE_VERSION },
}
const world: World = {
  caseId: '0'.repeat(14),
  version: 1,
  picture: PICTURE,
  application,
  deed: PICTURE,
  spent: '1'.repeat(14),
  correction: { name: '韦小红', contact: application.contact, address: '文昌路18号', signature: PICTURE },
}
const paper = { group: 'property', kind: 'propertyCertificate', pictures: [PICTURE] }
/** Inputs with every part there, where the table of who may do what names less. */
const FULLER: Record<string, object> = {
  'staff.visit': { papers: [paper], note: '二楼', site: [PICTURE], signature: PICTURE },
  'staff.inspect': { problems: [{ item: 'grounding', what: '接地电阻偏大', clause: 'GB 50169', pictures: [PICTURE] }] },
  'staff.requestInspection': { report: paper, remedies: [{ pictures: [PICTURE] }] },
  'applicant.requestInspection': { report: paper, remedies: [{ pictures: [PICTURE] }] },
  'staff.setCover': { cover: { staffId: 'lumin', until: '2027-01-05' } },
  'applicant.saveDraft': { draft: { step: 'sign', ...application, commandId: '00000000-0000-4000-8000-000000000000' } },
  'applicant.complain': { words: '太慢' },
  'staff.review': { note: '同意' },
}
const endpoints: [endpoint: string, valid: unknown][] = [
  ...authorisationTable.map(([endpoint, input]): [string, unknown] => [
    endpoint,
    { ...(input(world) as object), ...FULLER[endpoint] },
  ]),
  ['applicant.readCertificate', { picture: PICTURE, hint: 'idCard' }],
]

const environment = JSON.stringify({ WX_CONTEXT_KEYS: 'WX_OPENID', WX_OPENID: 'o'.repeat(28) })
const context = { environment, environ: '' } as unknown as CallContext

/** A function whose handlers only say what they were given. */
function probe(name: FunctionName) {
  const reached: { input?: unknown } = {}
  const actions = Object.keys(contract[name]) as (keyof Contract[FunctionName])[]
  const handlers = Object.fromEntries(
    actions.map((action) => [
      action,
      async (input: unknown) => {
        reached.input = input
      },
    ]),
  ) as unknown as Handlers<typeof name>
  return { main: serve(name, handlers), reached }
}
const functions = Object.fromEntries(
  (Object.keys(contract) as FunctionName[]).map((name) => [name, probe(name)]),
) as Record<FunctionName, ReturnType<typeof probe>>

const REFUSED = [
  'BAD_REQUEST',
  'SIGNATURE_MISSING',
  'PICTURE_TOO_LARGE',
  'PDF_TOO_LARGE',
  'PICTURE_EMPTY',
  'PICTURE_NOT_IMAGE',
]
const counts = { asked: 0, through: 0, refused: new Map<string, number>() }
const complaints = jest.spyOn(console, 'error').mockImplementation(() => undefined)
afterAll(() => {
  complaints.mockRestore()
  const refused = [...counts.refused].map(([code, times]) => `${code} ${times}`).join(', ')
  process.stdout.write(`seed ${SEED}: ${counts.asked} inputs, ${counts.through} let through, refused: ${refused}\n`)
})

test.each(endpoints)('%s: the valid input gets through', async (endpoint, valid) => {
  const [name, action] = endpoint.split('.') as [FunctionName, string]
  expect(await functions[name].main({ action, input: valid }, context)).toMatchObject({ ok: true })
  expect(functions[name].reached.input).toBeDefined()
})

test.each(endpoints)(
  `%s: ${INPUTS} others are let through in shape, or refused by the typed map`,
  async (endpoint, valid) => {
    const [name, action] = endpoint.split('.') as [FunctionName, string]
    const { main, reached } = functions[name]
    const schema = (contract[name] as Record<string, { request: { safeParse(value: unknown): { success: boolean } } }>)[
      action
    ].request
    const random = seeded(SEED)
    const wrong: unknown[] = []
    for (let n = 0; n < INPUTS; n += 1) {
      const input = mutated(valid, random)
      reached.input = undefined
      const answer = await main({ action, input }, context)
      counts.asked += 1
      if (answer.ok) {
        counts.through += 1
        // What was let through is already what it is parsed to: parsing it again changes nothing.
        if (!schema.safeParse(reached.input).success) wrong.push(input)
      } else {
        counts.refused.set(answer.error.code, (counts.refused.get(answer.error.code) ?? 0) + 1)
        if (!REFUSED.includes(answer.error.code) || reached.input !== undefined) wrong.push([answer.error.code, input])
      }
    }
    expect(wrong).toEqual([])
    expect(complaints).not.toHaveBeenCalled()
  },
)

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'home'],
  ['a list', []],
  ['no action', {}],
  ['an action of the prototype', { action: 'constructor' }],
  ['an action that is no text', { action: { toString: null, valueOf: null } }],
  ['an action in a list', { action: ['__proto__'] }],
  ['an action of half a character', { action: '\ud800' }],
])('an event that is %s is refused, and nothing is thrown', async (_what, event) => {
  const answer = await functions.staff.main(event as never, context)
  expect(answer).toMatchObject({ ok: false, error: { code: 'BAD_REQUEST' } })
  expect(complaints).not.toHaveBeenCalled()
})
