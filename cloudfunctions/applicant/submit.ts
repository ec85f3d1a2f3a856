import { createHash } from 'node:crypto'
import type { Application } from '@shared/contract/application'
import { applicantView } from '@shared/flow/views'
import { db } from '../lib/cloud'
import type { Handlers } from '../lib/handle'
import { requireOwnPictures } from '../lib/pictures/pictures'
import { factsOf } from '../lib/store/cases'
import { commit } from '../lib/store/commit'
import type { PersonDocument, SignedForm, StaffDocument } from '../lib/store/documents'
import { ownView } from './cases'
import { signForm } from './signForm'

/** 用电申请: decides, records and answers with the promise. A repeat answers with the same case. */
export const submit: Handlers<'applicant'>['submit'] = async ({ commandId, application }, { openid, now }) => {
  const named = picturesIn(application)
  const caseId = caseIdFor(openid, commandId)
  const lookups = Promise.all([managerFor(application.place.district, caseId), requireOwnPictures(named, openid, now)])
  const { use, change, byAgent, vatInvoice, capacityKva, place, property, signature, consent, identity } = application
  const prepared = lookups.then(([manager, pictures]) => {
    const form = signForm(application, pictures.get(signature)!.sha256, now)
    const person = personIn(application, form, caseId, openid, now)
    return {
      caseId,
      actorKey: openid,
      commandId,
      request: application,
      by: { role: 'applicant' as const, id: person._id },
      now,
      expectedVersion: null,
      opening: { owner: openid, person },
      pictures: Object.values(named).flat(),
      command: {
        type: 'submit' as const,
        personId: person._id,
        use,
        change,
        byAgent,
        vatInvoice,
        capacityKva,
        district: place.district,
        identity: { kind: identity.kind, number: identity.number, pictures: identity.pictures },
        property,
        signature,
        consentNotice: consent.noticeVersion,
        formDigest: form.digest,
        managerId: manager?._id ?? null,
      },
    }
  })
  const committed = await commit(prepared)
  const [[manager], { opening }] = await Promise.all([lookups, prepared])
  if (committed.repeated) return ownView(committed.head, now)
  const facts = factsOf(committed.head, now)
  return applicantView(facts, committed.events, opening.person, manager && { name: manager.name, phone: manager.phone })
}

const picturesIn = ({ identity, property, signature }: Application) => ({
  identity: identity.pictures,
  property: property?.pictures ?? [],
  signature: [signature],
})

/** The case a command opens: the same for every repeat, and nobody can guess another's. 14 characters of base 32. */
function caseIdFor(openid: string, commandId: string): string {
  const digest = createHash('sha256').update(`case:${openid}:${commandId}`).digest()
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return Array.from(digest.subarray(0, 14), (byte) => alphabet[byte % 32]).join('')
}

function personIn(
  application: Application,
  form: SignedForm,
  caseId: string,
  owner: string,
  createdAt: number,
): PersonDocument {
  const { identity, contact, place } = application
  return {
    // One record a case: erasing a person's data for one case leaves their other cases alone.
    _id: `p-${caseId}`,
    owner,
    createdAt,
    name: identity.name,
    identityKind: identity.kind,
    identityNumber: identity.number.replace(/\s/g, '').toUpperCase(),
    phone: contact.phone,
    contactName: contact.name,
    address: withDistrict(place.address, place.district),
    location: place.location,
    forms: [form],
  }
}

/** An address that says its district. */
export const withDistrict = (address: string, district: string): string =>
  address.includes(district) ? address : `${district}${address}`

/** An account manager of the district, spread evenly by the case's own id; null where there is none. */
async function managerFor(district: string, caseId: string): Promise<StaffDocument | null> {
  const { data } = await db
    .collection('staff')
    .where({ role: 'manager', districts: district, active: true })
    .orderBy('_id', 'asc')
    .limit(100)
    .get()
  const managers = data as StaffDocument[]
  if (managers.length === 0) return null
  return managers[createHash('sha256').update(caseId).digest().readUInt32BE(0) % managers.length]
}
