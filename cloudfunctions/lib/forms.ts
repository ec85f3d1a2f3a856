import { canonical, sha256 } from './digest'
import type { SignedForm } from './store/documents'

/** SHA-256 of everything a person put their name to: words, signature, consent and time. */
export const digestOf = ({
  signedAt,
  rows,
  statements,
  consentNotice,
  signature,
  signatureSha256,
}: Omit<SignedForm, 'digest'>): string =>
  sha256(canonical({ signedAt, rows, statements, consentNotice, signature, signatureSha256 }))
