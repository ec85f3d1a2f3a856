import type { Correction } from '@shared/contract/application'
import { CONSENT_NOTICE_VERSION } from '@shared/contract/constants'
import type { CaseState } from '@shared/flow/state'
import type { Instant } from '@shared/time/localDate'
import type { Handlers } from '../lib/handle'
import { signForm, withDistrict } from '../lib/opening'
import { requireOwnPictures } from '../lib/pictures/pictures'
import { ownCase, personOf } from '../lib/store/cases'
import { commit } from '../lib/store/commit'
import type { PersonDocument, SignedForm } from '../lib/store/documents'
import { ownView } from './cases'

/** 更正: the person's own words are put right and signed anew; the form signed before stays beside the new one. */
export const correct: Handlers<'applicant'>['correct'] = async (input, { openid, now }) => {
  const { commandId, id, version, correction } = input
  const head = await ownCase(id, openid)
  const { signature, name, contact } = correction
  const [person, pictures] = await Promise.all([
    personOf(head),
    requireOwnPictures({ signature: [signature] }, openid, now),
  ])
  const form = formOf(correction, person, head.state, pictures.get(signature)!.sha256, now)
  const { head: after } = await commit({
    caseId: id,
    actorKey: openid,
    commandId,
    request: { id, version, correction },
    by: { role: 'applicant', id: person._id },
    now,
    expectedVersion: version,
    amend: (before) => ({
      ...before,
      name,
      phone: contact.phone,
      contactName: contact.name,
      address: withDistrict(correction.address, head.district),
      forms: [...before.forms, form],
    }),
    pictures: [signature],
    command: { type: 'correct', signature, formDigest: form.digest },
  })
  return ownView(after, now)
}

function formOf(
  { name, contact, address, signature }: Correction,
  person: PersonDocument,
  state: CaseState,
  signatureSha256: string,
  now: Instant,
): SignedForm {
  const { use, capacityKva, sources, change, byAgent, vatInvoice, papers, district } = state
  const place = { district, address: withDistrict(address, district), location: person.location }
  return signForm(
    {
      ...{ use, capacityKva, sources, change, byAgent, vatInvoice, contact, place, signature },
      identity: { kind: person.identityKind, name, number: person.identityNumber, pictures: [] },
      property: papers.property ? { kind: papers.property.kind, pictures: papers.property.pictures } : null,
      consent: { noticeVersion: CONSENT_NOTICE_VERSION },
    },
    signatureSha256,
    now,
  )
}
