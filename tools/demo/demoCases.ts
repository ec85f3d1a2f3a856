import { randomUUID } from 'node:crypto'
import { type DemoApplication, DemoHost } from './DemoHost'

/**
 * A few cases in different stages for the demonstration, brought about as people would: over HTTP, as each persona,
 * through the functions, with the host's clock moved. All people and papers are invented.
 */
const HOUR = 3_600_000
const DAY = 24 * HOUR

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
    district: '柳南区',
    address: '广西柳州市柳南区航生路9号',
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
  factory: {
    persona: 'company',
    use: 'business',
    capacityKva: 630,
    identity: {
      kind: 'businessLicence',
      name: '柳州市龙潭机械制造有限公司',
      number: '91450200MA5N8W4R6K',
      file: 'licence-machines.jpg',
    },
    contact: '李建国',
    phone: '13800000004',
    district: '柳南区',
    address: '广西柳州市柳南区河西工业园区兴和路6号2号厂房',
  },
  waterworks: {
    persona: 'company',
    use: 'business',
    capacityKva: 2500,
    sources: 'dual',
    identity: {
      kind: 'businessLicence',
      name: '广西柳江清源水务科技有限公司',
      number: '91450221MA5P1H9B3J',
      file: 'licence-water.jpg',
    },
    contact: '杨秀英',
    phone: '13800000005',
    district: '柳江区',
    address: '广西柳州市柳江区进德镇四方塘工业区纬二路3号',
  },
} satisfies Record<string, DemoApplication>

/** Brings the cases about on a host whose collections hold no case yet; the clock is back at real time afterwards. */
export async function demoCases(url: string): Promise<void> {
  const host = new DemoHost(url)
  const now = Date.now()
  try {
    await tellStory(host, (days, hours = 0) => host.setClock(now - days * DAY + hours * HOUR))
  } finally {
    await host.setClock(Date.now())
  }
}

/** `at` sets the clock so many days before now, and hours after that. In order of time: the host's clock is everybody's. */
async function tellStory(host: DemoHost, at: (days: number, hours?: number) => Promise<void>): Promise<void> {
  await at(40)
  const factory = await host.apply(applications.factory)
  await at(39)
  const surveyed = await host.visit(factory, { externalLine: false, proof: 'property-works.jpg' })
  await at(36)
  await host.staff('reply', surveyed, {
    template: 'teeHighMetering',
    point: { line: '10千伏河西工业线', pole: '27号杆' },
    note: '变压器由用户自备，计量装置由供电公司提供',
    outage: true,
  })

  await at(12)
  const kept = await host.apply(applications.kept)
  await at(12, 5)
  const visited = await host.visit(kept, { externalLine: false, proof: 'property-village.jpg' })
  await at(12, 7)
  await host.staff('energize', visited, { meterNumber: '4502030007731' })
  await at(11)
  await host.call('applicant', 'rate', 'neighbour', { commandId: randomUUID(), id: kept.id, stars: 5 })

  await at(9)
  const late = await host.apply(applications.late)

  await at(4)
  const reported = await host.requestInspection('company', factory)
  await at(3)
  const problem = (item: 'grounding' | 'safety', what: string, clause: string) => ({ item, what, clause, pictures: [] })
  await host.staff('inspect', reported, {
    problems: [
      problem('grounding', '变压器中性点接地电阻8欧，超过4欧', 'GB 50169-2016'),
      problem('safety', '配电房门口缺少警示牌', 'GB 26860-2011'),
    ],
  })

  await at(2)
  const waterworks = await host.apply(applications.waterworks)
  await at(2, 3)
  const planning = await host.visit(waterworks, { externalLine: true, proof: 'property-works.jpg' })
  await at(2, 5)
  await host.staff('askReview', planning, {
    template: 'dualSource',
    point: { line: '10千伏进德线', pole: '31号杆' },
    standby: { line: '10千伏四方塘线', pole: '5号杆' },
    outage: true,
    reviewers: ['luohai', 'weining', 'qinlan'],
  })
  await host.call('applicant', 'urge', 'neighbour', { commandId: randomUUID(), id: late.id })
  await host.call('applicant', 'complain', 'neighbour', {
    commandId: randomUUID(),
    id: late.id,
    topic: 'late',
    words: '说好的日子过了，还没有人来。',
  })

  await at(1)
  const shop = await host.apply(applications.shop)
  await at(1, 2)
  await host.visit(shop, { externalLine: true, proof: 'property-shop.jpg' })

  await at(0)
  await host.apply(applications.typed)
}
