import { miniProgram, webPage } from './support/devices'
import { manyCases } from './support/manyCases'
import { Town } from './support/Town'

/** Somebody with 23 cases: what is late first, then what runs, then a line each for what is over, and help in reach. */
let town: Town

beforeAll(async () => {
  town = await Town.start()
  await manyCases(town, await town.session('neighbour'))
}, 120_000)
afterEach(async () => {
  const errors = town.errors()
  await town.closePhones()
  expect(errors).toEqual([])
})
afterAll(() => town.stop())

test('page by page every case comes once, late ones first and closed ones last', async () => {
  const session = await town.session('neighbour')
  const first = (await session.call('applicant', 'home', {})).cases
  const second = await session.call('applicant', 'cases', { after: first.next })
  const rows = [...first.rows, ...second.rows]
  expect(second.next).toBeNull()
  expect(new Set(rows.map(({ id }) => id)).size).toBe(23)
  expect(rows.map(({ standing }) => standing)).toEqual([
    ...Array(2).fill('overdue'),
    ...Array(3).fill('onTime'),
    ...[17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => (n % 6 === 0 ? 'kept' : 'withdrawn')),
  ])
})

test.each([
  ['web', webPage],
  ['mini-program', miniProgram],
])('the first page (%s)', async (name, device) => {
  const person = await town.person('neighbour', device)
  const closed = await person.sees('办完的')
  await person.shot(`many-${name}`)
  const topOf = async (words: string) => (await (await person.sees(words)).boundingBox())!.y
  const cards = person.page.getByText('承诺最晚通电').filter({ visible: true })
  expect(await cards.count()).toBe(5)
  for (const help of ['需要什么材料', '办事指南', '大字版', '95598'])
    expect(await topOf(help)).toBeLessThan((await cards.first().boundingBox())!.y)
  expect((await cards.last().boundingBox())!.y).toBeLessThan((await closed.boundingBox())!.y)
  await person.hears('button', /，居民用电，2025年12月1日按时通电$/)
  await person.hears('button', /，居民用电，2025年12月1日申请，已撤回$/)
  await person.tap('看更早的申请')
  const lines = person.page.getByRole('button', { name: /，2025年12月1日/ }).filter({ visible: true })
  await lines.nth(17).waitFor()
  expect(await lines.count()).toBe(18)
})
