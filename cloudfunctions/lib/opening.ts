import { createHash } from 'node:crypto'
import { type FormFacts, formRows, statementsOf } from '@shared/applicationForm'
import type { Application } from '@shared/contract/application'
import type { Channel } from '@shared/contract/vocabulary'
import type { Actor } from '@shared/flow/events'
import { addressFault, withDistrict } from '@shared/places/districtOf'
import type { Instant } from '@shared/time/localDate'
import { managerFor } from './assignment'
import { digestOf } from './forms'
import { requireOwnPictures } from './pictures/pictures'
import { refuse } from './refusal'
import type { Prepared } from './store/command'
import { commit } from './store/commit'
import type { Head, PersonDocument, SignedForm, StaffDocument } from './store/documents'
import { type ViewParts, viewPartsOf, viewPartsOfNew } from './store/viewParts'

/** An application on its way in: whose it becomes, who sends it, and how it came. */
export interface Incoming {
  application: Application
  commandId: string
  channel: Channel
  /** Who sends it, and whose the pictures are. */
  openid: string
  /** Whose case it becomes: '' for somebody without a phone. */
  owner: string
  now: Instant
}

/** A submission ready to be committed. */
type Opening = Prepared & { manager: StaffDocument | null; person: PersonDocument }

/** 用电申请, recorded: the case as it then stands, and what stands beside it. `by`: the staff who wrote it down. */
export async function submitApplication(
  incoming: Incoming,
  by: Actor | null,
): Promise<{ head: Head; parts: ViewParts }> {
  const { application, commandId, channel, openid, now } = incoming
  const caseId = caseIdFor(openid, commandId)
  const prepared = openingOf(incoming, caseId, by)
  const committed = await commit({
    caseId,
    actorKey: openid,
    commandId,
    request: { application, channel },
    now,
    opens: true,
    prepare: () => prepared,
  })
  const { head, repeated } = committed
  if (repeated) return { head, parts: await viewPartsOf(head, now) }
  const { person, manager } = await prepared
  return { head, parts: viewPartsOfNew(committed, person, manager) }
}

/** Looks up what a submission needs, and makes the form that was signed. Throws Refusal for pictures that are not the sender's. */
async function openingOf(incoming: Incoming, caseId: string, by: Actor | null): Promise<Opening> {
  const { application, channel, openid, owner, now } = incoming
  const { identity, property, signature, place, consent } = application
  const fault = addressFault(place.address, place.district)
  if (fault) refuse('ADDRESS_WRONG', { why: fault })
  const named = { identity: identity.pictures, property: property?.pictures ?? [], signature: [signature] }
  const [manager, pictures] = await Promise.all([
    managerFor(place.district, caseId, now),
    requireOwnPictures(named, openid, now),
  ])
  const form = signForm(application, pictures.get(signature)!.sha256, now)
  const person = personIn(application, form, caseId, owner, now)
  const { use, change, byAgent, vatInvoice, capacityKva, sources } = application
  return {
    manager,
    person,
    by: by ?? { role: 'applicant', id: person._id },
    opening: { owner, person },
    pictures: Object.values(named).flat(),
    command: {
      type: 'submit',
      channel,
      personId: person._id,
      ...{ use, change, byAgent, vatInvoice, capacityKva, sources },
      district: place.district,
      identity: {
        kind: identity.kind,
        number: identity.number,
        asPrinted: identity.asPrinted,
        pictures: identity.pictures,
      },
      property,
      signature,
      consentNotice: consent.noticeVersion,
      formDigest: form.digest,
      managerId: manager?._id ?? null,
    },
  }
}

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
  createdAt: Instant,
): PersonDocument {
  const { identity, contact, place } = application
  return {
    // One record a case: erasing a person's data for one case leaves their other cases alone.
    _id: `p-${caseId}`,
    owner,
    createdAt,
    name: identity.name,
    identityKind: identity.kind,
    identityNumber: identity.number,
    phone: contact.phone,
    contactName: contact.name,
    address: withDistrict(place.address, place.district),
    location: place.location,
    forms: [form],
    words: [],
  }
}
