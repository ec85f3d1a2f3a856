import { z } from 'zod'
import { LIUZHOU_DISTRICTS } from '../certificates/liuzhouDistricts'

/** The words both sides of the wire share. Codes are English terms of the field; the Chinese term stands beside each. */

/** 用户类别 that this build can carry from application to power on. */
export const customerClass = z.enum(['resident', 'lowVoltage'])
export type CustomerClass = z.infer<typeof customerClass>

/** What the power is for: a home or a small business. */
export const supplyUse = z.enum(['household', 'business'])
export type SupplyUse = z.infer<typeof supplyUse>

/** 新装, or 增容 of a supply there already is. */
export const supplyChange = z.enum(['new', 'increase'])
export type SupplyChange = z.infer<typeof supplyChange>

/** 材料组 of a low-voltage case. */
export const materialGroup = z.enum(['identity', 'property', 'vatQualification'])
export type MaterialGroupCode = z.infer<typeof materialGroup>

/** Where a low-voltage case stands: on one of the two stages the plan allows, at its end, or taken back. */
export const status = z.enum(['submitted', 'accepted', 'surveyed', 'energized', 'withdrawn'])
export type Status = z.infer<typeof status>

export const role = z.enum(['applicant', 'manager', 'supervisor', 'system'])
export type Role = z.infer<typeof role>
export const staffRole = z.enum(['manager', 'supervisor'])

/** 待办 kinds: what a case owes next. */
export const taskKind = z.enum(['accept', 'visit', 'energize'])
export type TaskKind = z.infer<typeof taskKind>

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

/** Trimmed text within bounds; control characters are refused. */
export const text = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .regex(/^[^\u0000-\u0008\u000b-\u001f\u007f]*$/)

export const phone = z.string().regex(/^1[3-9]\d{9}$/)

const districtNames = LIUZHOU_DISTRICTS.map(({ name }) => name)
/** 县区: one of Liuzhou's ten districts and counties, by its name. */
export const district = z.string().refine((name) => districtNames.includes(name))
