import { type SupplyQuestion, supplyClass } from '@shared/rules/supply'

const shop: SupplyQuestion = { applicantKind: 'business', capacityKva: 30, areaKind: 'urban' }

test.each<[string, SupplyQuestion, string, boolean]>([
  ['a home', { applicantKind: 'household', capacityKva: null, areaKind: 'other' }, 'resident', true],
  ['a shop in town', shop, 'lowVoltage', true],
  ['160 kVA exactly', { ...shop, capacityKva: 160, areaKind: 'industrialPark' }, 'lowVoltage', true],
  ['just above', { ...shop, capacityKva: 160.1, areaKind: 'countySeat' }, 'hvSingle', false],
  ['a village workshop', { ...shop, areaKind: 'other' }, 'lowVoltage', true],
  ['two sources', { ...shop, capacityKva: 5000, dualSource: true }, 'hvDual', false],
  ['35kV', { ...shop, capacityKva: 12_000, voltage35kV: true }, 'hvDual', false],
])('%s', (_name, question, customerClass, freeToMeter) => {
  expect(supplyClass(question)).toMatchObject({ customerClass, freeToMeter })
})

test('outside the named areas low voltage is a choice of the deployment (适时推广), and says it is not from the plan', () => {
  const village: SupplyQuestion = { ...shop, areaKind: 'other' }
  expect(supplyClass(village, { lowVoltageElsewhere: false }).customerClass).toBe('hvSingle')
  expect(supplyClass(shop, { lowVoltageElsewhere: false }).customerClass).toBe('lowVoltage')
  expect(supplyClass(village).source.confidence).toBe('draft')
  expect(supplyClass(shop).source.confidence).toBe('text')
})

test.each([null, 0, -5, Number.NaN])('a business without a capacity (%s) has no class', (capacityKva) => {
  expect(() => supplyClass({ ...shop, capacityKva })).toThrow(RangeError)
})

test('the answer names where it stands in the plan, the refusal what is missing', () => {
  const home: SupplyQuestion = { applicantKind: 'household', capacityKva: null, areaKind: 'urban' }
  expect(supplyClass(home).source).toMatchObject({ section: '三(一)1、三(三)3' })
  expect(() => supplyClass({ ...shop, capacityKva: null })).toThrow('a business needs a capacity in kVA')
})
