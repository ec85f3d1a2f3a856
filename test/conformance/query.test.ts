import { startTarget, type Target } from './host'

/**
 * Every query operator the SDK documents. Each case runs twice, on a collection without indexes and on one with an index for
 * nearly every field: an index may change the cost of an answer, never the answer.
 */
const DOCUMENTS = [
  {
    _id: 'a',
    n: 1,
    s: 'alpha',
    tags: ['x', 'y'],
    size: { w: 1, h: 2 },
    when: new Date(1000),
    flag: true,
    none: null,
    list: [
      { p: 1, q: 'u' },
      { p: 5, q: 'v' },
    ],
  },
  {
    _id: 'b',
    n: 2,
    s: 'beta',
    tags: ['y'],
    size: { w: 2, h: 2 },
    when: new Date(2000),
    flag: false,
    list: [{ p: 2, q: 'u' }],
  },
  { _id: 'c', n: 3.5, s: 'Gamma', tags: [], size: { w: 3, h: 1 }, when: new Date(3000), flag: true },
  { _id: 'd', n: '4', s: 'delta', tags: ['x'], none: 0 },
  { _id: 'e', n: 10, s: 'beta', tags: ['z', 'x', 'y'], size: { w: 1, h: 9 }, cap: 5, list: [] },
  { _id: 'f', n: -7, s: 'αβγ', tags: 'x', when: new Date(-1), scores: [3, 12] },
]

type Db = ReturnType<Target['app']['database']>
type Case = [name: string, where: (_: Db['command'], db: Db) => object, ids: string]

/** The SDK's declarations leave out the arguments of `mod` and the shapes beside the point. */
const mod = (_: Db['command'], ...operands: unknown[]) => (_.mod as (...operands: unknown[]) => object)(...operands)
type Shapes = Record<'Point' | 'LineString' | 'Polygon', new (...parts: unknown[]) => object>

const CASES: Case[] = [
  // equality
  ['a plain value', () => ({ n: 2 }), 'b'],
  ['eq', (_) => ({ n: _.eq(2) }), 'b'],
  ['a number never equals its text', () => ({ n: 4 }), ''],
  ['a text', () => ({ s: 'beta' }), 'be'],
  ['a text beyond ASCII', () => ({ s: 'αβγ' }), 'f'],
  ['texts are told apart by case', () => ({ s: 'gamma' }), ''],
  ['a boolean', () => ({ flag: true }), 'ac'],
  ['a date', () => ({ when: new Date(2000) }), 'b'],
  ['a date before 1970', () => ({ when: new Date(-1) }), 'f'],
  ['null finds null and missing', () => ({ none: null }), 'abcef'.replace('d', '')],
  ['_id', () => ({ _id: 'c' }), 'c'],
  ['a value finds arrays that hold it, and itself', () => ({ tags: 'x' }), 'adef'],
  ['a whole array', (_) => ({ tags: _.eq(['x', 'y']) }), 'a'],
  ['a whole array in another order is another', (_) => ({ tags: _.eq(['y', 'x']) }), ''],
  ['a nested object is flattened to paths', () => ({ size: { w: 1 } }), 'ae'],
  ['a dotted path', () => ({ 'size.w': 1 }), 'ae'],
  ['eq with an object wants the whole of it', (_) => ({ size: _.eq({ w: 1, h: 2 }) }), 'a'],
  ['eq with part of an object finds nothing', (_) => ({ size: _.eq({ w: 1 }) }), ''],
  ['a path through an array of objects', () => ({ 'list.p': 5 }), 'a'],
  ['a position in an array', () => ({ 'tags.0': 'x' }), 'ad'],
  ['two fields both hold', () => ({ s: 'beta', n: 10 }), 'e'],
  ['a field nobody has', () => ({ nowhere: 1 }), ''],
  ['an empty condition finds all', () => ({}), 'abcdef'],
  // comparison
  ['neq', (_) => ({ n: _.neq(2) }), 'acdef'],
  ['neq of an array member', (_) => ({ tags: _.neq('x') }), 'bc'],
  ['gt', (_) => ({ n: _.gt(2) }), 'ce'],
  ['gte', (_) => ({ n: _.gte(2) }), 'bce'],
  ['lt', (_) => ({ n: _.lt(2) }), 'af'],
  ['lte', (_) => ({ n: _.lte(2) }), 'abf'],
  ['a range, chained', (_) => ({ n: _.gt(1).and(_.lt(10)) }), 'bc'],
  ['a range, both ends included', (_) => ({ n: _.gte(1).and(_.lte(3.5)) }), 'abc'],
  ['a range nothing is in', (_) => ({ n: _.gt(3.5).and(_.lt(3.6)) }), ''],
  ['a range turned inside out', (_) => ({ n: _.gt(5).and(_.lt(2)) }), ''],
  ['numbers below zero', (_) => ({ n: _.lt(0) }), 'f'],
  ['comparison stays within the type: text', (_) => ({ n: _.gt('') }), 'd'],
  ['text order is that of code units in UTF-8', (_) => ({ s: _.gt('beta') }), 'df'],
  ['capital letters come first', (_) => ({ s: _.lt('a') }), 'c'],
  ['dates compare', (_) => ({ when: _.gte(new Date(2000)) }), 'bc'],
  ['a date range', (_) => ({ when: _.gt(new Date(-1)).and(_.lt(new Date(3000))) }), 'ab'],
  ['a date is not a number', (_) => ({ when: _.gt(0) }), ''],
  ['two bounds may be met by two elements of an array', (_) => ({ scores: _.gt(10).and(_.lt(5)) }), 'f'],
  ['a bound through an array of objects', (_) => ({ 'list.p': _.gt(1).and(_.lt(2)) }), 'a'],
  ['in', (_) => ({ n: _.in([1, 10, 99]) }), 'ae'],
  ['in with one value twice', (_) => ({ s: _.in(['beta', 'beta']) }), 'be'],
  ['in with values of several types', (_) => ({ n: _.in([1, '4']) }), 'ad'],
  ['in with nothing', (_) => ({ n: _.in([]) }), ''],
  ['in over array members, each document once', (_) => ({ tags: _.in(['x', 'y', 'z']) }), 'abdef'],
  ['in with null finds the missing too', (_) => ({ flag: _.in([null, false]) }), 'bdef'],
  ['nin', (_) => ({ n: _.nin([1, 10]) }), 'bcdf'],
  ['nin over array members', (_) => ({ tags: _.nin(['y', 'z']) }), 'cdf'],
  // logic
  ['and of conditions', (_) => _.and([{ s: 'beta' }, { n: _.gt(2) }]), 'e'],
  ['or of conditions', (_) => _.or([{ n: 1 }, { s: 'delta' }]), 'ad'],
  ['or of values of one field', (_) => ({ n: _.or(_.lt(0), _.gt(5)) }), 'ef'],
  ['eq chained by or', (_) => ({ n: _.eq(1).or(_.eq(2)) }), 'ab'],
  ['or beside another field', (_) => _.and([{ tags: 'x' }, _.or([{ n: 1 }, { n: 10 }])]), 'ae'],
  ['nor', (_) => _.nor([{ s: 'beta' }, { tags: 'x' }]), 'c'],
  ['not of a comparison', (_) => ({ n: _.not(_.gt(1)) }), 'adf'],
  ['not of a pattern', () => ({ s: { $not: /a$/ } }), 'f'],
  // elements
  ['exists', (_) => ({ cap: _.exists(true) }), 'e'],
  ['exists finds null', (_) => ({ none: _.exists(true) }), 'ad'],
  ['exists false', (_) => ({ size: _.exists(false) }), 'df'],
  ['mod', (_) => ({ n: mod(_, 5, 0) }), 'e'],
  ['mod with a rest', (_) => ({ n: mod(_, [2, 1]) }), 'ac'],
  // arrays
  ['size', (_) => ({ tags: _.size(2) }), 'a'],
  ['size zero', (_) => ({ tags: _.size(0) }), 'c'],
  ['all', (_) => ({ tags: _.all(['x', 'y']) }), 'ae'],
  ['all with one value finds it bare', (_) => ({ tags: _.all(['x']) }), 'adef'],
  ['elemMatch of objects', (_) => ({ list: _.elemMatch({ p: _.gt(1), q: 'u' }) }), 'b'],
  ['without elemMatch two elements may share the conditions', (_) => ({ 'list.p': _.gt(4), 'list.q': 'u' }), 'a'],
  ['elemMatch of values', (_) => ({ scores: _.elemMatch(_.gt(3)) }), 'f'],
  // patterns
  ['a regular expression', () => ({ s: /et/ }), 'be'],
  ['a regular expression without case', () => ({ s: /^GAM/i }), 'c'],
  ['db.RegExp', (_, db) => ({ s: db.RegExp({ regexp: '^d', options: 'i' }) }), 'd'],
  ['a pattern finds array members', () => ({ tags: /^z/ }), 'e'],
  ['a pattern never finds numbers', () => ({ n: /1/ }), ''],
  // expressions
  ['expr compares two fields', (_) => _.expr(_.aggregate.gt(['$size.h', '$size.w'])), 'ae'],
]

let target: Target
let db: Db

beforeAll(async () => {
  target = await startTarget()
  db = target.app.database()
  for (const name of ['conformance_plain', 'conformance_indexed']) {
    await db
      .collection(name)
      .where({ _id: db.command.exists(true) })
      .remove()
    await db.collection(name).add(DOCUMENTS)
  }
})
afterAll(() => target.stop())

describe.each(['conformance_plain', 'conformance_indexed'])('%s', (name) => {
  test.each(CASES)('%s', async (_name, where, ids) => {
    const condition = where(db.command, db)
    const { data } = await db.collection(name).where(condition).get()
    expect(
      data
        .map(({ _id }) => _id)
        .sort()
        .join(''),
    ).toBe(ids)
    expect((await db.collection(name).where(condition).count()).total).toBe(ids.length)
  })

  const ORDERS: [string, string, 'asc' | 'desc', string][] = [
    // MongoDB's order of types: null and missing, numbers, text, objects, arrays, …, booleans, dates.
    ['numbers before text', 'n', 'asc', 'fabced'],
    ['and the other way round', 'n', 'desc', 'decbaf'],
    ['dates, the missing first', 'when', 'asc', 'defabc'],
    ['nested', 'size.h', 'desc', 'eabcdf'],
    ['an array by its least member, an empty one before all', 'tags', 'asc', 'cadefb'],
    ['an array by its greatest member', 'tags', 'desc', 'eabdfc'],
  ]
  test.each(ORDERS)('order: %s', async (_name, field, direction, ids) => {
    const { data } = await db.collection(name).orderBy(field, direction).orderBy('_id', 'asc').get()
    expect(data.map(({ _id }) => _id).join('')).toBe(ids)
  })

  test('order by two fields, with a limit and an offset', async () => {
    const sorted = db.collection(name).orderBy('s', 'asc').orderBy('n', 'desc')
    const page = async (skip: number, limit: number) =>
      (await sorted.skip(skip).limit(limit).get()).data.map(({ _id }) => _id).join('')
    // Gamma, alpha, beta 10, beta 2, delta, αβγ
    expect(await page(0, 6)).toBe('caebdf')
    expect(await page(1, 2)).toBe('ae')
    expect(await page(4, 10)).toBe('df')
    expect(await page(6, 10)).toBe('')
  })

  test('order within a set of values of the leading field', async () => {
    const { data } = await db
      .collection(name)
      .where({ flag: db.command.in([true, false]) })
      .orderBy('when', 'desc')
      .limit(2)
      .get()
    expect(data.map(({ _id }) => _id)).toEqual(['c', 'b'])
  })
})

describe('geography', () => {
  let shapes: Shapes
  const place = (_id: string, lng: number, lat: number) => ({ _id, at: new shapes.Point(lng, lat) })
  const square = (x: number, y: number, side: number) => {
    const corners: [number, number][] = [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ]
    return new shapes.Polygon([new shapes.LineString(corners.map(([lng, lat]) => new shapes.Point(lng, lat)))])
  }
  const find = async (condition: object) =>
    (await db.collection('conformance_plain').where(condition).get()).data.map(({ _id }) => _id).join('')

  beforeAll(async () => {
    shapes = db.Geo as unknown as Shapes
    await db
      .collection('conformance_plain')
      .where({ _id: db.command.exists(true) })
      .remove()
    await db
      .collection('conformance_plain')
      .add([
        place('far', 110.4, 24.4),
        place('near', 109.411, 24.321),
        place('here', 109.41, 24.32),
        { _id: 'line', at: new shapes.LineString([new shapes.Point(109, 24), new shapes.Point(109.405, 24.35)]) },
      ])
  })

  test('geoNear answers the nearest first', async () => {
    const near = { geometry: new shapes.Point(109.41, 24.32), maxDistance: 1000, minDistance: 0 }
    expect(await find({ at: db.command.geoNear(near) })).toBe('herenear')
  })
  test('geoNear with a least distance', async () => {
    // 0.001 degree of latitude is 111 m, of longitude there 101 m: some 151 m in all.
    const near = { geometry: new shapes.Point(109.41, 24.32), maxDistance: 1000, minDistance: 100 }
    expect(await find({ at: db.command.geoNear(near) })).toBe('near')
  })
  test('geoWithin a polygon', async () => {
    expect(await find({ at: db.command.geoWithin({ geometry: square(109.4, 24.3, 0.05) }) })).toBe('nearhere')
  })
  test('geoWithin a circle', async () => {
    const centerSphere = [new shapes.Point(109.41, 24.32), 0.1 / 6378.1] as never
    expect(await find({ at: db.command.geoWithin({ centerSphere }) })).toBe('here')
  })
  test('geoIntersects', async () => {
    expect(await find({ at: db.command.geoIntersects({ geometry: square(109.4, 24.34, 0.02) }) })).toBe('line')
  })
  test('points come back as points', async () => {
    const { data } = await db.collection('conformance_plain').doc('here').get()
    expect(data[0].at).toMatchObject({ longitude: 109.41, latitude: 24.32 })
  })
})
