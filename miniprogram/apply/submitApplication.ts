import { cleanNumber } from '@shared/certificates/identityKinds'
import type { Application } from '@shared/contract/application'
import { clean } from '@shared/typed/clean'
import { upload } from '@/api'
import { failure } from '@/failure'
import { handIn, newCommandId } from '@/outbox/handIn'
import { type Picture, platform } from '@/platform'
import { changeDraft, type Draft, enteringOf, SUBMIT, saveDraft } from './draft'
import { isHighVoltage } from './supplyAnswer'

/** 增容 at low voltage needs the identity alone; at high voltage it is asked as a new supply. */
export const asksForVat = (draft: Draft): boolean =>
  draft.use === 'business' && (draft.change !== 'increase' || isHighVoltage(draft))

/** 增容 at low voltage takes no proof of premises; only a new supply there takes a pledge in place of one. */
function premisesOf(draft: Draft): Application['property'] {
  const highVoltage = isHighVoltage(draft)
  if (draft.change === 'increase' && !highVoltage) return null
  if (draft.property) return draft.property
  return draft.selfBuilt && !highVoltage ? { kind: 'selfBuiltPledge', pictures: [] } : null
}

/** The draft as a finished application, or null while something is missing. */
export function complete(draft: Draft, signature: string): Application | null {
  const { identity, contact, place, use, consent } = draft
  if (!identity?.name || !identity.number || !place?.address || !place.district || !use) return null
  // At a counter somebody may have no telephone.
  const phone = contact?.phone ?? ''
  if (!phone && !draft.channel) return null
  const capacityKva = use === 'household' ? null : (draft.capacityKva ?? null)
  if (!consent || (use === 'business' && capacityKva === null)) return null
  return {
    use,
    capacityKva,
    sources: use === 'household' ? 'single' : (draft.sources ?? 'single'),
    identity: {
      kind: identity.kind ?? 'idCard',
      name: clean('name', identity.name),
      number: cleanNumber(identity.kind, identity.number),
      ...(identity.asPrinted ? { asPrinted: true } : {}),
      pictures: identity.pictures ?? [],
    },
    contact: { name: clean('name', contact?.name ?? identity.name), phone },
    place: { district: place.district, address: clean('address', place.address), location: place.location ?? null },
    change: draft.change ?? 'new',
    byAgent: draft.byAgent ?? false,
    vatInvoice: asksForVat(draft) && (draft.vatInvoice ?? false),
    property: premisesOf(draft),
    signature,
    // The server refuses any version but its own.
    consent: consent as Application['consent'],
  }
}

/** Sends the signature, then the application under the draft's own id; answers with the case. Throws Failure. */
export async function submitApplication(draft: Draft, signature: Picture): Promise<{ id: string }> {
  const picture = await upload('applicant', 'signature', signature)
  const application = complete(draft, picture)
  if (!application) throw failure('BAD_REQUEST', { what: '有的地方还没填' })
  const commandId = draft.commandId ?? newCommandId()
  if (!draft.commandId) changeDraft({ commandId })
  if (draft.channel)
    return handIn(
      'staff',
      'enter',
      { application, channel: draft.channel },
      { intention: enteringOf(commandId), title: '代办的申请' },
      { commandId },
    )
  // The server must know the id before it is used: another phone finishing this draft has to repeat it.
  await saveDraft()
  platform.personal.set('phone', application.contact.phone)
  return handIn('applicant', 'submit', { application }, { intention: SUBMIT, title: '您的申请' }, { commandId })
}
