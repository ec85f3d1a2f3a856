import type { Correction } from '@shared/contract/application'
import { CONSENT_NOTICE_VERSION } from '@shared/contract/constants'
import type { CaseState } from '@shared/flow/state'
import { addressFault, withDistrict } from '@shared/places/districtOf'
import type { Instant } from '@shared/time/localDate'
import { isWordPutRight } from '@shared/typed/names'
import { begunEarly } from '../lib/begunEarly'
import type { Handlers } from '../lib/handle'
import { signForm } from '../lib/opening'
import { requireOwnPictures } from '../lib/pictures/pictures'
import { refuse } from '../lib/refusal'
import { owned, personOf } from '../lib/store/cases'
import { commit } from '../lib/store/commit'
import type { PersonDocument, SignedForm } from '../lib/store/documents'
import { LookAhead } from '../lib/store/viewParts'
import { ownView } from './cases'

/** 更正: the person's own words are put right and signed anew; the form signed before stays beside the new one. */
export const correct: Handlers<'applicant'>['correct'] = async (input, { openid, now }) => {
  const { commandId, id, version, correction } = input
  const { signature, name, contact } = correction
  const named = begunEarly(requireOwnPictures({ signature: [signature] }, openid, now))
  const parts = new LookAhead(now)
  const committed = await commit({
    caseId: id,
    actorKey: openid,
    commandId,
    request: { id, version, correction },
    now,
    prepare: async (found) => {
      const head = owned(found, openid)
      parts.begin(head)
      const [person, pictures] = await Promise.all([personOf(head), named])
      // Of an application taken back nothing is left to compare with; it is refused for that.
      if (person.forms.length > 0) requireSameCase(correction, person, head.district)
      const form = formOf(correction, person, head.state, pictures.get(signature)!.sha256, now)
      return {
        by: { role: 'applicant', id: person._id },
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
      }
    },
  })
  return ownView(committed.head, await parts.after(committed), now)
}

/** Words are put right; another person or another district is another application. */
function requireSameCase(
  { name, address }: Correction,
  { forms, name: known }: PersonDocument,
  district: string,
): void {
  // As it was signed first: many small corrections do not add up to another name.
  const signed = forms[0]?.rows[0]?.[1] ?? known
  if (!isWordPutRight(signed, name)) refuse('OTHER_PERSON')
  const why = addressFault(address, district)
  if (why) refuse('OTHER_DISTRICT', { district, why })
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
