import { openParts } from '@shared/flow/dayParts'

test.each([
  ['2026-11-24', '2026-11-24', 11 * 60 + 59, ['morning', 'afternoon']],
  ['2026-11-24', '2026-11-24', 12 * 60, ['afternoon']],
  ['2026-11-24', '2026-11-24', 17 * 60 + 29, ['afternoon']],
  ['2026-11-24', '2026-11-24', 17 * 60 + 30, []],
  ['2026-11-25', '2026-11-24', 23 * 60, ['morning', 'afternoon']],
  ['2026-11-23', '2026-11-24', 0, []],
] as const)('of %s on %s at minute %i: %j', (day, today, minute, parts) =>
  expect(openParts(day, { today, minute })).toEqual(parts),
)
