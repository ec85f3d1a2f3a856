import * as z from 'zod'
import { LIUZHOU_DISTRICTS } from '../places/liuzhouDistricts'
import { customerClassSchema } from '../rules/vocabulary'
import { clean, lengthOf, type Typed } from '../typed/clean'
import { METER_NUMBER } from '../typed/meter'
import { LONGEST_ADDRESS, nameFault } from '../typed/names'
import { isPhone } from '../typed/phone'

/** The words both sides of the wire share. Codes are English terms of the field; the Chinese term stands beside each. */

/** 用户类别. */
export const customerClass = customerClassSchema
export type { CustomerClass } from '../rules/vocabulary'

/** What the power is for: a home or a business. */
export const supplyUse = z.enum(['household', 'business'])
export type SupplyUse = z.infer<typeof supplyUse>

/** 新装, or 增容 of a supply there already is. */
export const supplyChange = z.enum(['new', 'increase'])
export type SupplyChange = z.infer<typeof supplyChange>

/** 电源: one 10 kV source, two, or a supply at 35 kV and above. Only high voltage knows more than one. */
export const supplySource = z.enum(['single', 'dual', 'over35kV'])
export type SupplySource = z.infer<typeof supplySource>

/** 材料组. */
export const materialGroup = z.enum([
  'identity',
  'property',
  'projectApproval',
  'authorization',
  'vatQualification',
  'completionReport',
])
export type MaterialGroupCode = z.infer<typeof materialGroup>

/**
 * Where a case stands: on one of the stages the plan allows, at its end, or taken back. Low voltage goes submitted, accepted,
 * surveyed, energized; high voltage submitted, accepted, planning, replied, inspecting (remedying, inspecting)*, passed,
 * energized. `planning` is 编制供电方案 after the survey; `replied` and `remedying` are the customer's own time.
 */
export const status = z.enum([
  'submitted',
  'accepted',
  'surveyed',
  'planning',
  'replied',
  'inspecting',
  'remedying',
  'passed',
  'energized',
  'withdrawn',
])
export type Status = z.infer<typeof status>

export const role = z.enum(['applicant', 'manager', 'reviewer', 'supervisor', 'system'])
export type Role = z.infer<typeof role>
export const staffRole = z.enum(['manager', 'reviewer', 'supervisor'])
export type StaffRole = z.infer<typeof staffRole>

/** 待办 kinds: what a case owes somebody next. */
export const taskKind = z.enum([
  'accept',
  'visit',
  'reply',
  'review',
  'inspect',
  'energize',
  'outage',
  'newDay',
  'contact',
  'complaint',
  'confirmTime',
])
export type TaskKind = z.infer<typeof taskKind>

/** Where an application came in: the applicant's own phone, or written down by staff for somebody who came. */
export const channel = z.enum(['online', 'counter', 'greenChannel'])
export type Channel = z.infer<typeof channel>

/** What an agreed time is for. */
export const appointmentFor = z.enum(['visit', 'energize'])
export type AppointmentFor = z.infer<typeof appointmentFor>
export const dayPart = z.enum(['morning', 'afternoon'])
export type DayPart = z.infer<typeof dayPart>

/** Documents drawn up out of the record: 受理通知书, 供电方案答复单, 竣工检验问题清单. */
export const documentKind = z.enum(['notice', 'scheme', 'problems'])
export type DocumentKind = z.infer<typeof documentKind>

/** 'YYYY-MM-DD', a Beijing day. */
export const day = z.iso.date()
/** Milliseconds since 1970-01-01T00:00Z. */
export const instant = z.int().nonnegative()

export const caseId = z.string().regex(/^[0-9A-Z]{14}$/)
/** Made once by the client for one intention; a repeat with the same id is the same command. */
export const commandId = z.uuid()
/** Names one uploaded picture; says nothing about where it is stored. */
export const pictureId = z.string().regex(/^[0-9a-f]{32}$/)
/** Opaque continuation of a list; null when the list has ended. */
export const cursor = z.string().max(200).nullable()

/** Longer than anything a person types; more is not even cleaned. */
const LONGEST_TYPED = 10_000

/** What is typed, cleaned as the page cleans it, then within bounds, in characters as a reader counts them. */
const typed = (kind: Typed, min: number, max: number) =>
  z
    .string()
    .max(LONGEST_TYPED)
    .transform((given) => clean(kind, given))
    .refine((cleaned) => lengthOf(cleaned) >= min && lengthOf(cleaned) <= max)

/** Words within bounds. */
export const text = (min: number, max: number) => typed('words', min, max)
/** 姓名、单位名称. */
export const name = z
  .string()
  .max(LONGEST_TYPED)
  .transform((given) => clean('name', given))
  .refine((cleaned) => nameFault(cleaned) === null)
export const address = typed('address', 4, LONGEST_ADDRESS)
/** The number of an identity paper, cleaned once its kind is known. */
export const typedNumber = z.string().max(LONGEST_TYPED)
/** 电表号. */
export const meterNumber = z
  .string()
  .max(LONGEST_TYPED)
  .transform((given) => clean('meter', given))
  .refine((number) => METER_NUMBER.test(number))

const cleanedPhone = z
  .string()
  .max(LONGEST_TYPED)
  .transform((given) => clean('phone', given))
export const phone = cleanedPhone.refine(isPhone)
/** At a counter somebody may have none at all. */
export const phoneOrNone = cleanedPhone.refine((number) => number === '' || isPhone(number))

const districtNames = LIUZHOU_DISTRICTS.map(({ name }) => name)
/** 县区: one of Liuzhou's ten districts and counties, by its name. */
export const district = z.string().refine((name) => districtNames.includes(name))
