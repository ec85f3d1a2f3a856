import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ActionOf, Answer, FunctionName, RequestOf, ResponseOf } from '../../shared/contract'
import { CONSENT_NOTICE_VERSION } from '../../shared/contract/constants'
import type { PicturePurpose } from '../../shared/contract/pictures'

const MANAGERS = ['manager', 'manager2', 'manager3']
const PAPERS = join(__dirname, '../../test/fixtures/papers')

/** One application of the demonstration. */
export interface DemoApplication {
  persona: string
  use: 'household' | 'business'
  capacityKva: number | null
  sources?: 'single' | 'dual'
  /** Without a file it is typed, and waits for the account manager. */
  identity: { kind: string; name: string; number: string; file: string | null }
  contact?: string
  phone: string
  district: string
  address: string
}

/** A case of the demonstration, by its id. */
export interface DemoCase {
  id: string
}

type StaffCommand = Extract<
  { [A in ActionOf<'staff'>]: RequestOf<'staff', A> extends { version: number } ? A : never }[ActionOf<'staff'>],
  string
>
type Said<F extends FunctionName, A extends ActionOf<F>> = Omit<RequestOf<F, A>, 'commandId' | 'id' | 'version'>

/** The local host's own HTTP surface, as the pages use it. */
export class DemoHost {
  private readonly tokens = new Map<string, string>()

  constructor(private readonly url: string) {}

  async setClock(set: number): Promise<void> {
    await this.post('/local/clock', { set })
  }

  async apply(application: DemoApplication): Promise<DemoCase> {
    const { persona, use, capacityKva, sources = 'single', identity, phone, district, address } = application
    const { kind, name, number, file } = identity
    const pictures = file ? [await this.upload('applicant', persona, join(PAPERS, file), 'identity')] : []
    const signature = await this.upload('applicant', persona, join(__dirname, 'signature.png'), 'signature')
    return this.call('applicant', 'submit', persona, {
      commandId: randomUUID(),
      application: {
        ...{ use, capacityKva, sources, signature },
        identity: { kind, name, number, pictures },
        contact: { name: application.contact ?? name, phone },
        place: { district, address, location: null },
        property: null,
        consent: { noticeVersion: CONSENT_NOTICE_VERSION },
      },
    })
  }

  /** The persona of the account manager a case went to: a district may have two. */
  async managerOf(id: string): Promise<string> {
    for (const persona of MANAGERS) {
      const answer = await this.ask('staff', 'case', persona, { id })
      if (answer.ok) return persona
    }
    throw new Error('a case nobody has')
  }

  /** Survey and every paper still wanted, in one trip. */
  async visit({ id }: DemoCase, found: { externalLine: boolean; proof: string }): Promise<DemoCase> {
    const manager = await this.managerOf(id)
    const { materials } = await this.call('staff', 'case', manager, { id })
    const papers = []
    for (const { group, oneOf } of materials.filter(({ state }) => state === 'wanted')) {
      const picture = await this.upload('staff', manager, join(PAPERS, found.proof), group)
      papers.push({ group, kind: oneOf[0].code, pictures: [picture] })
    }
    const { externalLine } = found
    // The fixtures hold no photograph of a line's way: a picture of no paper stands for it.
    const site = externalLine ? [await this.upload('staff', manager, join(PAPERS, 'not-a-paper.jpg'), 'site')] : []
    return this.staff('visit', { id }, { externalLine, meterPosition: '进门左侧墙面', papers, site })
  }

  /** One of its account manager's commands, on the case as it stands. */
  async staff<A extends StaffCommand>(action: A, { id }: DemoCase, said: Said<'staff', A>): Promise<DemoCase> {
    const manager = await this.managerOf(id)
    const { version } = await this.call('staff', 'case', manager, { id })
    const input = { commandId: randomUUID(), id, version, ...said } as unknown as RequestOf<'staff', A>
    return this.call('staff', action, manager, input) as Promise<DemoCase>
  }

  async requestInspection(persona: string, { id }: DemoCase): Promise<DemoCase> {
    const picture = await this.upload('applicant', persona, join(PAPERS, 'property-works.jpg'), 'completionReport')
    const report = { group: 'completionReport' as const, kind: 'completionReport', pictures: [picture] }
    return this.call('applicant', 'requestInspection', persona, { commandId: randomUUID(), id, report, remedies: [] })
  }

  async call<F extends FunctionName, A extends ActionOf<F>>(
    fn: F,
    action: A,
    persona: string,
    input: RequestOf<F, A>,
  ): Promise<ResponseOf<F, A>> {
    const answer = await this.ask(fn, action, persona, input)
    if (!answer.ok) throw new Error(`${fn}.${action} as ${persona}: ${answer.error.code} ${answer.error.message}`)
    return answer.data
  }

  private async ask<F extends FunctionName, A extends ActionOf<F>>(
    fn: F,
    action: A,
    persona: string,
    input: RequestOf<F, A>,
  ): Promise<Answer<ResponseOf<F, A>>> {
    return this.post(`/v1/functions/${fn}`, { action, input }, await this.tokenOf(persona))
  }

  private async upload(fn: 'applicant' | 'staff', persona: string, file: string, purpose: PicturePurpose) {
    const bytes = readFileSync(file)
    const contentType = file.endsWith('.png') ? 'image/png' : 'image/jpeg'
    const ticket = await this.call(fn, 'startUpload', persona, { purpose, contentType, bytes: bytes.length })
    const put = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: new Uint8Array(bytes) })
    if (!put.ok) throw new Error(`upload answered ${put.status}`)
    await this.call(fn, 'confirmUpload', persona, { picture: ticket.picture })
    return ticket.picture
  }

  private async tokenOf(persona: string): Promise<string> {
    const known = this.tokens.get(persona)
    if (known) return known
    const { token } = await this.post<{ token: string }>(`/local/as/${persona}`, {})
    this.tokens.set(persona, token)
    return token
  }

  private async post<T>(path: string, body: unknown, token = ''): Promise<T> {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const response = await fetch(this.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    return (await response.json()) as T
  }
}
