import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A few cases in different stages for the demonstration, brought about as people would: over HTTP, as each persona,
 * through the functions, with the host's clock moved. All people and papers are invented.
 */
const PAPERS = join(__dirname, '../../test/fixtures/papers')
const HOUR = 3_600_000
const DAY = 24 * HOUR

interface DemoApplication {
  persona: string
  use: 'household' | 'business'
  capacityKva: number | null
  /** Without a file it is typed, and waits for the account manager. */
  identity: { kind: string; name: string; number: string; file: string | null }
  phone: string
  district: string
  address: string
}

const applications = {
  kept: {
    persona: 'neighbour',
    use: 'household',
    capacityKva: null,
    identity: { kind: 'idCard', name: '李建国', number: '450203196509170418', file: 'id-li.jpg' },
    phone: '13800000001',
    district: '鱼峰区',
    address: '广西柳州市鱼峰区白沙镇王眉村民委下屯36号',
  },
  late: {
    persona: 'neighbour',
    use: 'household',
    capacityKva: null,
    identity: { kind: 'idCard', name: '欧阳明远', number: '450204199511307719', file: 'id-ouyang.jpg' },
    phone: '13800000002',
    district: '柳北区',
    address: '广西柳州市柳北区胜利路9号',
  },
  shop: {
    persona: 'shop',
    use: 'business',
    capacityKva: 30,
    identity: { kind: 'idCard', name: '黄丽萍', number: '450221198612061043', file: 'id-huang-turned.jpg' },
    phone: '13800000003',
    district: '柳江区',
    address: '广西柳州市柳江区拉堡镇柳西路27号1栋门面',
  },
  typed: {
    persona: 'shop',
    use: 'household',
    capacityKva: null,
    identity: { kind: 'idCard', name: '黄丽萍', number: '450221198612061043', file: null },
    phone: '13800000003',
    district: '柳江区',
    address: '广西柳州市柳江区拉堡镇柳西路27号1栋304室',
  },
} satisfies Record<string, DemoApplication>

/** Brings the cases about on a host whose collections hold no case yet; the clock is back at real time afterwards. */
export async function demoCases(url: string): Promise<void> {
  const host = new DemoHost(url)
  const now = Date.now()
  try {
    await tellStory(host, now)
  } finally {
    await host.setClock(Date.now())
  }
}

async function tellStory(host: DemoHost, now: number): Promise<void> {
  const at = (daysAgo: number) => host.setClock(now - daysAgo * DAY)

  await at(12)
  const kept = await host.apply(applications.kept)
  await host.setClock(now - 12 * DAY + 5 * HOUR)
  const visited = await host.visit(kept, { externalLine: false, proof: 'property-village.jpg' })
  await host.setClock(now - 12 * DAY + 7 * HOUR)
  await host.staff('energize', visited, { meterNumber: '4502030007731' })

  await at(9)
  await host.apply(applications.late)

  await at(1)
  const shop = await host.apply(applications.shop)
  await host.setClock(now - 1 * DAY + 2 * HOUR)
  await host.visit(shop, { externalLine: true, proof: 'property-shop.jpg' })

  await host.setClock(now)
  await host.apply(applications.typed)
}

interface CaseVersion {
  id: string
  version: number
}

/** The host's own HTTP surface, as the pages use it. */
class DemoHost {
  private readonly tokens = new Map<string, string>()

  constructor(private readonly url: string) {}

  async setClock(set: number): Promise<void> {
    await this.post('/local/clock', { set })
  }

  async apply(application: DemoApplication): Promise<CaseVersion> {
    const { persona, use, capacityKva, identity, phone, district, address } = application
    const upload = (file: string, purpose: string) => this.upload('applicant', persona, file, purpose)
    const pictures = identity.file ? [await upload(join(PAPERS, identity.file), 'identity')] : []
    const { kind, name, number } = identity
    return this.call('applicant', 'submit', persona, {
      commandId: randomUUID(),
      application: {
        use,
        capacityKva,
        identity: { kind, name, number, pictures },
        contact: { name, phone },
        place: { district, address, location: null },
        property: null,
        signature: await upload(join(__dirname, 'signature.png'), 'signature'),
        consent: { noticeVersion: '2026-12' },
      },
    })
  }

  async visit(at: CaseVersion, found: { externalLine: boolean; proof: string }): Promise<CaseVersion> {
    const picture = await this.upload('staff', 'manager', join(PAPERS, found.proof), 'property')
    return this.staff('visit', at, {
      externalLine: found.externalLine,
      meterPosition: '进门左侧墙面',
      papers: [{ group: 'property', kind: 'propertyCertificate', pictures: [picture] }],
    })
  }

  staff(action: string, { id, version }: CaseVersion, input: object): Promise<CaseVersion> {
    return this.call('staff', action, 'manager', { commandId: randomUUID(), id, version, ...input })
  }

  private async upload(fn: string, persona: string, file: string, purpose: string): Promise<string> {
    const bytes = readFileSync(file)
    const contentType = file.endsWith('.png') ? 'image/png' : 'image/jpeg'
    const ticket = await this.call<{ picture: string; url: string; headers: Record<string, string> }>(
      fn,
      'startUpload',
      persona,
      { purpose, contentType, bytes: bytes.length },
    )
    const put = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: bytes })
    if (!put.ok) throw new Error(`upload answered ${put.status}`)
    await this.call(fn, 'confirmUpload', persona, { picture: ticket.picture })
    return ticket.picture
  }

  private async call<T = CaseVersion>(fn: string, action: string, persona: string, input: unknown): Promise<T> {
    const answer = await this.post<{ ok: boolean; data: T; error?: { code: string } }>(
      `/v1/functions/${fn}`,
      { action, input },
      await this.tokenOf(persona),
    )
    if (!answer.ok) throw new Error(`${fn}.${action} as ${persona}: ${answer.error?.code}`)
    return answer.data
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
