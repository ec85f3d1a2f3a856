import { type FormFacts, formRows, statementsOf } from '@shared/applicationForm'
import type { Application } from '@shared/contract/application'
import type { Instant } from '@shared/time/localDate'
import { digestOf } from '../lib/forms'
import type { SignedForm } from '../lib/store/documents'

/** 用电申请书 as it is signed now: its words, the signature's fingerprint, the time, and the digest of all of them. */
export function signForm(
  application: FormFacts & Pick<Application, 'property' | 'consent' | 'signature'>,
  signatureSha256: string,
  signedAt: Instant,
): SignedForm {
  const content = {
    signedAt,
    rows: formRows(application),
    statements: statementsOf(application),
    consentNotice: application.consent.noticeVersion,
    signature: application.signature,
    signatureSha256,
  }
  return { ...content, digest: digestOf(content) }
}
