import { startTarget, type Target } from './host'

/** Every aggregation stage and operator the SDK documents. */
type Db = ReturnType<Target['app']['database']>
type Pipeline = ReturnType<ReturnType<Db['collection']>['aggregate']>
type Expressions = Db['command']['aggregate']

const DOCUMENTS = [
  { _id: 'a', city: 'LZ', kw: 8, done: true, tags: ['x', 'y'], at: new Date('2026-03-09T08:05:06.007Z') },
  { _id: 'b', city: 'LZ', kw: 12, done: false, tags: ['y'], at: new Date('2026-12-31T23:00:00.000Z') },
  { _id: 'c', city: 'NN', kw: 5, done: true, tags: [], at: new Date('2024-02-29T00:00:00.000Z') },
  { _id: 'd', city: 'NN', kw: 100, done: true, at: new Date('2026-01-01T00:00:00.000Z') },
]

const STAGES: [string, (pipeline: Pipeline, $: Expressions, _: Db['command']) => Pipeline, object[]][] = [
  ['match', (p) => p.match({ city: 'NN' }).project({ _id: 1 }), [{ _id: 'c' }, { _id: 'd' }]],
  ['match with a command', (p, _$, _) => p.match({ kw: _.gt(10) }).project({ _id: 1 }), [{ _id: 'b' }, { _id: 'd' }]],
  ['match after another stage', (p, _$, _) => p.project({ kw: 1 }).match({ kw: _.lte(5) }), [{ _id: 'c', kw: 5 }]],
  ['project in and out', (p) => p.match({ _id: 'a' }).project({ _id: 0, city: 1, kw: 1 }), [{ city: 'LZ', kw: 8 }]],
  [
    'project computes',
    (p, $) => p.match({ _id: 'a' }).project({ w: $.multiply(['$kw', 1000]) }),
    [{ _id: 'a', w: 8000 }],
  ],
  [
    'addFields',
    (p, $) =>
      p
        .match({ _id: 'c' })
        .addFields({ n: $.size('$tags') })
        .project({ kw: 1, n: 1 }),
    [{ _id: 'c', kw: 5, n: 0 }],
  ],
  [
    'sort, skip, limit',
    (p) => p.sort({ kw: -1 }).skip(1).limit(2).project({ kw: 1 }),
    [
      { _id: 'b', kw: 12 },
      { _id: 'a', kw: 8 },
    ],
  ],
  ['count', (p) => p.match({ done: true }).count('n'), [{ n: 3 }]],
  [
    'group sums',
    (p, $) => p.group({ _id: '$city', kw: $.sum('$kw'), n: $.sum(1) }).sort({ _id: 1 }),
    [
      { _id: 'LZ', kw: 20, n: 2 },
      { _id: 'NN', kw: 105, n: 2 },
    ],
  ],
  ['group averages', (p, $) => p.group({ _id: null, mean: $.avg('$kw') }), [{ _id: null, mean: 31.25 }]],
  [
    'group first, last, min, max',
    (p, $) =>
      p.sort({ kw: 1 }).group({ _id: null, f: $.first('$_id'), l: $.last('$_id'), s: $.min('$kw'), g: $.max('$kw') }),
    [{ _id: null, f: 'c', l: 'd', s: 5, g: 100 }],
  ],
  [
    'group push',
    (p, $) =>
      p
        .match({ city: 'LZ' })
        .sort({ kw: 1 })
        .group({ _id: '$city', ids: $.push('$_id') }),
    [{ _id: 'LZ', ids: ['a', 'b'] }],
  ],
  [
    'group addToSet',
    (p, $) => p.group({ _id: null, cities: $.addToSet('$city') }).project({ _id: 0, n: $.size('$cities') }),
    [{ n: 2 }],
  ],
  [
    'group stdDevPop',
    (p, $) => p.match({ city: 'LZ' }).group({ _id: null, d: $.stdDevPop('$kw') }),
    [{ _id: null, d: 2 }],
  ],
  [
    'group stdDevSamp',
    (p, $) =>
      p
        .match({ city: 'LZ' })
        .group({ _id: null, d: $.stdDevSamp('$kw') })
        .project({ _id: 0, d: $.trunc('$d') }),
    [{ d: 2 }],
  ],
  [
    'group by two fields',
    (p, $) => p.group({ _id: { city: '$city', done: '$done' }, n: $.sum(1) }).match({ n: 2 }),
    [{ _id: { city: 'NN', done: true }, n: 2 }],
  ],
  [
    'unwind',
    (p) => p.unwind('$tags').project({ tags: 1 }),
    [
      { _id: 'a', tags: 'x' },
      { _id: 'a', tags: 'y' },
      { _id: 'b', tags: 'y' },
    ],
  ],
  [
    'unwind keeps the empty',
    (p) => p.unwind({ path: '$tags', preserveNullAndEmptyArrays: true }).count('n'),
    [{ n: 5 }],
  ],
  [
    'sortByCount',
    (p) => p.unwind('$tags').sortByCount('$tags'),
    [
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ],
  ],
  [
    'bucket',
    (p, $) => p.bucket({ groupBy: '$kw', boundaries: [0, 10, 50], default: 'more', output: { n: $.sum(1) } }),
    [
      { _id: 0, n: 2 },
      { _id: 10, n: 1 },
      { _id: 'more', n: 1 },
    ],
  ],
  [
    'bucketAuto',
    (p) => p.bucketAuto({ groupBy: '$kw', buckets: 2 }),
    [
      { _id: { min: 5, max: 12 }, count: 2 },
      { _id: { min: 12, max: 100 }, count: 2 },
    ],
  ],
  ['replaceRoot', (p) => p.match({ _id: 'a' }).replaceRoot({ newRoot: { only: '$city' } }), [{ only: 'LZ' }]],
  [
    'lookup',
    (p) =>
      p
        .match({ _id: 'c' })
        .lookup({ from: 'conformance_plain', localField: 'city', foreignField: 'city', as: 'same' })
        .project({ same: '$same._id' }),
    [{ _id: 'c', same: ['c', 'd'] }],
  ],
  ['sample', (p) => p.sample({ size: 2 }).count('n'), [{ n: 2 }]],
]

let target: Target
let db: Db

beforeAll(async () => {
  target = await startTarget()
  db = target.app.database()
  await db
    .collection('conformance_plain')
    .where({ _id: db.command.exists(true) })
    .remove()
  await db.collection('conformance_plain').add(DOCUMENTS)
})
afterAll(() => target.stop())

test.each(STAGES)('stage: %s', async (_name, build, expected) => {
  const pipeline = build(db.collection('conformance_plain').aggregate(), db.command.aggregate, db.command)
  expect((await pipeline.end()).data).toEqual(expected)
})

test('lookup with a pipeline of its own', async () => {
  const $ = db.command.aggregate
  const inner = $.pipeline()
    .match(db.command.expr($.eq(['$city', '$$city'])))
    .project({ _id: 0, kw: 1 })
    .done()
  const { data } = await db
    .collection('conformance_plain')
    .aggregate()
    .match({ _id: 'a' })
    .lookup({ from: 'conformance_plain', let: { city: '$city' }, pipeline: inner, as: 'same' })
    .project({ same: 1 })
    .end()
  expect(data).toEqual([{ _id: 'a', same: [{ kw: 8 }, { kw: 12 }] }])
})

test('geoNear: nearest first, with the distance in metres', async () => {
  const places = db.collection('conformance_indexed')
  await places.where({ _id: db.command.exists(true) }).remove()
  const at = (lng: number, lat: number) => new db.Geo.Point(lng, lat)
  await places.add([
    { _id: 'near', at: at(109, 24.001) },
    { _id: 'here', at: at(109, 24) },
    { _id: 'far', at: at(110, 25) },
  ])
  const near = at(109, 24)
  const { data } = await places
    .aggregate()
    .geoNear({ near, distanceField: 'metres', key: 'at', spherical: true, maxDistance: 500 })
    .end()
  expect(data.map(({ _id, metres }: { _id: string; metres: number }) => [_id, Math.round(metres)])).toEqual([
    ['here', 0],
    ['near', 111],
  ])
})

test('a stage that writes, and an unknown one, are refused', async () => {
  const raw = (stages: object[]) =>
    (
      db.collection('conformance_plain').options({ raw: true } as never) as unknown as {
        aggregate(stages: object[]): Pipeline
      }
    )
      .aggregate(stages)
      .end()
  await expect(raw([{ $out: 'conformance_plain' }])).rejects.toHaveProperty('code')
  await expect(raw([{ $nonsense: {} }])).rejects.toHaveProperty('code')
  expect((await db.collection('conformance_plain').count()).total).toBe(4)
})
