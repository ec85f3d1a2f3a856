import type { Correction } from '@shared/contract/application'
import { CONSENT_NOTICE_VERSION } from '@shared/contract/constants'
import type { CaseState } from '@shared/flow/state'
import type { Instant } from '@shared/time/localDate'
import type { Handlers } from '../lib/handle'
import { requireOwnPictures } from '../lib/pictures/pictures'
import { ownCase, personOf } from '../lib/store/cases'
import { commit } from '../lib/store/commit'
import type { PersonDocument } from '../lib/store/documents'
import { ownView } from './cases'
import { signForm } from './signForm'
import { withDistrict } from './submit'

/** 更正: the person's own words are put right and signed anew; the form signed before stays beside the new one. */
export const correct: Handlers<'applicant'>['correct'] = async (input, { openid, now }) => {
  const { commandId, id, version, correction } = input
  const head = await ownCase(id, openid)
  const [person, pictures] = await Promise.all([
    personOf(head),
    requireOwnPictures({ signature: [correction.signature] }, openid, now),
  ])
  const corrected = apply(correction, person, head.state, pictures.get(correction.signature)!.sha256, now)
  const { head: after } = await commit({
    caseId: id,
    actorKey: openid,
    commandId,
    request: { id, version, correction },
    by: { role: 'applicant', id: person._id },
    now,
    expectedVersion: version,
    corrected,
    pictures: [correction.signature],
    command: {
      type: 'correct',
      signature: correction.signature,
      formDigest: corrected.forms[corrected.forms.length - 1].digest,
    },
  })
  return ownView(after, now)
}

function apply(
  { name, contact, address, signature }: Correction,
  person: PersonDocument,
  state: CaseState,
  signatureSha256: string,
  now: Instant,
): PersonDocument {
  const place = { district: state.district, address: withDistrict(address, state.district), location: person.location }
  const { use, capacityKva, change, byAgent, vatInvoice, papers } = state
  const form = signForm(
    {
      ...{ use, capacityKva, change, byAgent, vatInvoice, contact, place, signature },
      identity: { kind: person.identityKind, name, number: person.identityNumber, pictures: [] },
      property: papers.property ? { kind: papers.property.kind, pictures: papers.property.pictures } : null,
      consent: { noticeVersion: CONSENT_NOTICE_VERSION },
    },
    signatureSha256,
    now,
  )
  return {
    ...person,
    name,
    phone: contact.phone,
    contactName: contact.name,
    address: place.address,
    forms: [...person.forms, form],
  }
}
