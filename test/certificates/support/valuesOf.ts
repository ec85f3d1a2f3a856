import type { CertificateReading, FieldKey } from '@shared/certificates/types'

export const valuesOf = (fields: CertificateReading['fields'], keys: string[] = Object.keys(fields)) =>
  Object.fromEntries(keys.map((key) => [key, fields[key as FieldKey]?.value]))
